"""Commands that hold numbers against one another: compare, timeline, topics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsclaim.cli import remarks
from newsclaim.cli.asking import Counted, Places, Value
from newsclaim.cli.notes import note
from newsclaim.cli.nothing import note_why
from newsclaim.cli.options import (
    ArticleIds,
    Config,
    Context,
    Db,
    Limit,
    Outlets,
    Since,
    Style,
    Target,
    Until,
    Where,
    several,
    topic_names,
    written_as,
)
from newsclaim.cli.session import is_read, note_empty, opened, write
from newsclaim.cli.wanted import joined, name_actors, note_undated, wanted
from newsclaim.config import defined_topics, load_settings
from newsclaim.models.comparison import ComparedRow, Comparison
from newsclaim.models.rows import TopicRow
from newsclaim.models.timeline import Line as Question
from newsclaim.queries.amounts import stretch
from newsclaim.render import Format, Output, Sheet, comparisons, sheets, timelines
from newsclaim.render.comparisons import Line

if TYPE_CHECKING:
    from newsclaim.database import Database
    from newsclaim.models.statement import Statements
    from newsclaim.models.topic import Condition
    from newsclaim.models.wanted import Wanted
    from newsclaim.store.filters import Filter

#: Questions or statements that a terminal shows unless --limit says otherwise: those that most articles tell.
_SHOWN = 25
TopicOrNone = Annotated[
    str | None,
    typer.Argument(
        help="A topic (`newsclaim topics` lists them), words that make one, or a claim in hand.",
        autocompletion=topic_names,
    ),
]
Topics = Annotated[str, typer.Argument(help="A topic, or words that make one.", autocompletion=topic_names)]
By = Annotated[
    Literal["place", "source", "date", "event", "outlet"] | None,
    typer.Option("--by", help="Part the questions further by this."),
]
Question_ = Annotated[str | None, typer.Option("--question", help="Only this question (its id), in full.")]
Copies = Annotated[bool, typer.Option("--without-copies", help="Leave out articles that repeat another one's text.")]
New = Annotated[str | None, typer.Option("--new-since", metavar="DATE", help="Only questions with claims since then.")]


def compare(
    topic: TopicOrNone = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help="Not numbers: the same statement in several articles.")
    ] = False,
    speaker: Annotated[
        list[str] | None, several("--speaker", "-s", text="With --quotes: only statements of the actors of this name")
    ] = None,
    question: Question_ = None,
    everything: Annotated[bool, typer.Option("--all", help="All questions in full.")] = False,
    by: By = None,
    best: Annotated[
        Literal["none", "latest", "majority", "conservative"] | None,
        typer.Option("--best", help="Choose one number for each question by a rule."),
    ] = None,
    without_copies: Copies = False,
    new_since: New = None,
    context: Context = 0,
    place: Places = None,
    counted: Counted = None,
    value: Value = None,
    fail_on: Annotated[
        Literal["conflict"] | None, typer.Option("--fail-on", help="Exit with 3 if there is one.")
    ] = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    having: Where = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """Compare the numbers that the articles give for a topic, question by question.

    A question is what a reader would ask: how many dead in which event. Under it stand the latest number, who says so,
    what was said before, whether the accounts agree, and on how many origins they rest.

    Examples:
    - `newsclaim compare troop-counts`
    - `newsclaim compare "boats lost" --by place`
    - `newsclaim compare "12 dead in Oldport"`
    - `newsclaim compare --quotes --speaker Austin`
    """
    if quotes:
        from newsclaim.cli import saying

        _check_no_topic(topic)
        with opened(db, config) as base:
            where = joined(base, wanted(base, articles=article, outlets=outlet, since=since, until=until), having)
            told = _statements(base, speaker, where, _most(limit, written_as(style, output), output))
            saying.write(told, style, output)
        return
    if topic is None or speaker is not None:
        raise typer.BadParameter("name a topic, or compare --quotes; --speaker goes with --quotes")
    from newsclaim.models.wanted import Wanted

    written = written_as(style, output)
    in_full = bool(question or everything) or written not in {Format.table, Format.markdown}
    with opened(db, config) as base:
        asked = Wanted(
            best=None if best == "none" else best, question=question, by=by, since=new_since,
            limit=limit if in_full else _most(limit, written, output),
            copies=not without_copies, whole=in_full, within=_within(place),
        )  # fmt: skip
        where = wanted(
            base, articles=article, outlets=outlet, since=since, until=until, counted=counted,
            value=value and stretch(value),
        )  # fmt: skip
        where = joined(base, where, having)
        found = base.compare(topic, where, asked)
        found = base.with_passages(found, context) if context else found
        note_undated(base, where)
        if not found.groups:
            _note_why(base, where, place, lambda one, wanted: base.compare(topic, one, wanted).groups)
    with Output.to(output, written) as out:
        _write_compared(found, out, written, in_full=in_full)
    remarks.on(found)
    note_empty(found.groups)
    if fail_on and _has_conflict(found):
        raise typer.Exit(3)


def _most(limit: int | None, written: Format, output: Target) -> int | None:
    """Return how many are shown: what is asked for, else a screen of what somebody reads."""
    return limit or (_SHOWN if is_read(written, output) else None)


def _has_conflict(found: Comparison) -> bool:
    return any(relation.verdict == "conflict" for group in found.groups for relation in group.relations)


def _statements(base: Database, speaker: list[str] | None, where: Filter, limit: int | None) -> Statements:
    """Return the statements that several articles tell, with the notes on what was looked at."""
    name_actors(base, speaker)
    told = base.statements(speaker, where, limit)
    note_undated(base, where)
    if not told.groups:
        of = f" of {' or '.join(speaker)}" if speaker else ""
        note(f"no statement{of} stands in several articles; newsclaim quotes lists what is said in one")
        note_why(base, where, lambda one: base.statements(speaker, one, 1).groups)
    return told


def timeline(
    topic: Topics,
    question: Question_ = None,
    by: By = None,
    without_copies: Copies = False,
    place: Places = None,
    counted: Counted = None,
    value: Value = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    having: Where = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """Show how the number of each question went, oldest first, a line for each change.

    Examples:
    - `newsclaim timeline deaths`
    - `newsclaim timeline deaths --place Oldport`
    """
    from newsclaim.models.wanted import Wanted

    written = written_as(style, output)
    with opened(db, config) as base:
        asked = Wanted(question=question, by=by, limit=limit, copies=not without_copies, within=_within(place))
        where = wanted(
            base, articles=article, outlets=outlet, since=since, until=until, counted=counted,
            value=value and stretch(value),
        )  # fmt: skip
        where = joined(base, where, having)
        found = base.timeline(topic, where, asked)
        note_undated(base, where)
        if not found.questions:
            _note_why(base, where, place, lambda one, wanted: base.timeline(topic, one, wanted).questions)
    with Output.to(output, written) as out:
        if written is Format.json:
            out.one(found)
        elif written in {Format.table, Format.markdown}:
            out.styled(timelines.lines(found))
        else:
            out.rows(list(found.questions), Question, Sheet((), []))
    remarks.on_cut(found.size - len(found.questions))
    note_empty(found.questions)


def topics(
    discover: Annotated[
        bool, typer.Option("--discover", help="Propose topics: what the claims of the database count most.")
    ] = False,
    limit: Limit = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """List the topics that can be compared, how each is defined, and how many claims each matches."""
    settings = load_settings(config, db=db)
    if settings.db.exists() or discover:
        with opened(db, config) as base:
            rows = base.proposed_topics() if discover else base.topics()
    else:
        note(f"there is no database {str(settings.db)!r} yet, so no claims are counted")
        rows = defined_topics(settings)
    rows = rows[:limit]
    write(rows, TopicRow, sheets.topics(rows), style, output)
    if discover and rows:
        note(f'for one of your own, write into newsclaim.toml: [topics.{rows[0].id}] counted = ["{rows[0].id}"]')


def _check_no_topic(topic: str | None) -> None:
    if topic is not None:
        raise typer.BadParameter("--quotes compares statements and takes no topic")


def _write_compared(found: Comparison, out: Output, written: Format, *, in_full: bool) -> None:
    if written is Format.json:
        out.one(found)
    elif written in {Format.table, Format.markdown}:
        out.styled(_in_full(found, cut=out.is_terminal) if in_full else comparisons.overview(found))
    else:
        out.rows(comparisons.compared(found), ComparedRow, Sheet((), []))


def _within(places: list[str] | None) -> Condition:
    """Return what options ask of a claim beyond its topic: a place is that of the event where the claim names none."""
    from newsclaim.models.topic import Condition

    return Condition(places=tuple(places or ()))


def _note_why(base: Database, where: Filter, places: list[str] | None, ask: Callable[[Filter, Wanted], object]) -> None:
    """Say which conditions left no question; the place is one of them, though it is asked of the event."""
    from newsclaim.models.wanted import Wanted

    def some(one: Filter) -> object:
        return ask(replace(one, places=()), Wanted(limit=1, whole=False, within=_within([*one.places])))

    note_why(base, replace(where, places=tuple(places or ())), some)


def _in_full(found: Comparison, *, cut: bool) -> Iterator[Line]:
    for number, group in enumerate(found.groups):
        if number:
            yield Line("")
        yield from comparisons.whole(group, cut=cut)
