"""Commands that list what is stored: articles, quotes, claims, topics, and the comparison of a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsclaim.cli import saying
from newsclaim.cli.options import (
    ArticleIds,
    Classes,
    Config,
    Db,
    Kinds,
    Limit,
    Outlet,
    Since,
    Stances,
    Statuses,
    Style,
    Target,
    Until,
    last_day,
    note,
    topic_names,
    written_as,
)
from newsclaim.cli.session import note_empty, opened, write
from newsclaim.config import load_settings
from newsclaim.models.comparison import BestRule, ComparedRow, Comparison
from newsclaim.models.rows import ArticleRow, ClaimRow, QuoteRow, TopicRow
from newsclaim.render import Format, Output, Sheet, comparisons, sheets
from newsclaim.render.comparisons import Line

if TYPE_CHECKING:
    from newsclaim.api import Database
    from newsclaim.store import Filter


def articles(
    db: Db = None, config: Config = None, style: Style = None, output: Target = None, limit: Limit = None
) -> None:
    """List the stored articles: title, outlet, date, words, quotes, claims."""
    with opened(db, config) as base:
        rows = base.articles(limit)
    write(rows, ArticleRow, sheets.articles(rows), style, output)


def quotes(
    speaker: Annotated[
        str | None, typer.Option("--speaker", "-s", help="Only quotes of the actors known by this name.")
    ] = None,
    kind: Kinds = None,
    stance: Stances = None,
    search: Annotated[
        str | None, typer.Option("--search", help='Only quotes with these words; "a phrase" in double quotes.')
    ] = None,
    article: ArticleIds = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """List quotes: who said what, how, and in which article.

    A speaker is found under every name the articles use.

    Examples:
    - `newsclaim quotes --speaker Austin`
    - `newsclaim quotes --speaker Kim --kind direct --since 2024-10`
    - `newsclaim quotes --stance denies --format csv -o denials.csv`
    """
    with opened(db, config) as base:
        where = _filter(article, outlet, since, until, kinds=kind, stances=stance, search=search)
        _name_speakers(base, speaker)
        rows = base.quotes(speaker, where, limit)
        _note_undated(base, where)
    write(rows, QuoteRow, sheets.quotes(rows), style, output)


def claims(
    topic: Annotated[
        str | None,
        typer.Option("--topic", "-t", help="Only claims of this topic.", autocompletion=topic_names),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", "-s", help="Only claims of the actors of this name.")
    ] = None,
    claim_class: Classes = None,
    status: Statuses = None,
    article: ArticleIds = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """List numeric claims: the number, what it counts, whose, how sure, and according to whom.

    Examples:
    - `newsclaim claims --topic troop-counts`
    - `newsclaim claims --class people-killed --status asserted`
    - `newsclaim claims --source "National Intelligence Service" --format json`
    """
    with opened(db, config) as base:
        where = _filter(article, outlet, since, until, classes=claim_class, statuses=status)
        _name_speakers(base, source)
        rows = base.claims(topic, source, where, limit)
        _note_undated(base, where)
    write(rows, ClaimRow, sheets.claims(rows), style, output)


def compare(
    topic: Annotated[
        str | None, typer.Argument(help="The topic; `newsclaim topics` lists them.", autocompletion=topic_names)
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help="Not numbers: the same statement in several articles.")
    ] = False,
    speaker: Annotated[
        str | None, typer.Option("--speaker", "-s", help="With --quotes: only statements of the actors of this name.")
    ] = None,
    question: Annotated[str | None, typer.Option("--question", help="Only this question (its id), in full.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All questions in full.")] = False,
    best: Annotated[
        BestRule | None, typer.Option("--best", help="Choose one number for each question by a rule.")
    ] = None,
    fail_on: Annotated[
        Literal["conflict"] | None, typer.Option("--fail-on", help="Exit with 3 if there is one.")
    ] = None,
    article: ArticleIds = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
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
    - `newsclaim compare deaths --since 2024-10-01 --format markdown`
    - `newsclaim compare --quotes --speaker Austin`
    """
    if quotes:
        _check_no_topic(topic)
        with opened(db, config) as base:
            where = _filter(article, outlet, since, until)
            _name_speakers(base, speaker)
            saying.write(base.statements(speaker, where, limit), style, output)
            _note_undated(base, where)
        return
    if topic is None or speaker is not None:
        raise typer.BadParameter("name a topic, or compare --quotes; --speaker goes with --quotes")
    written = written_as(style, output)
    in_full = bool(question or everything) or written not in {Format.table, Format.markdown}
    with opened(db, config) as base:
        where = _filter(article, outlet, since, until)
        found = base.compare(topic, where, best=best, question=question, limit=limit, whole=in_full)
        _note_undated(base, where)
    with Output.to(output, written) as out:
        if written is Format.json:
            out.one(found)
        elif written in {Format.table, Format.markdown}:
            out.styled(_in_full(found) if in_full else comparisons.overview(found))
        else:
            out.rows(comparisons.compared(found), ComparedRow, Sheet((), []))
    cut = found.size - len(found.groups)
    if cut:
        note(f"{cut} more question{'s' if cut != 1 else ''} not shown because of --limit")
    if found.left_out:
        note(f"left out as not comparable: {_reasons(found)} (--format json lists them)")
    note_empty(found.groups)
    if fail_on and any(relation.verdict == fail_on for group in found.groups for relation in group.relations):
        raise typer.Exit(3)


def topics(db: Db = None, config: Config = None, style: Style = None, output: Target = None) -> None:
    """List the topics that can be compared, how each is defined, and how many claims each matches."""
    from newsclaim.api import defined_topics

    settings = load_settings(config, db=db)
    if settings.db.exists():
        with opened(db, config) as base:
            rows = base.topics()
    else:
        note(f"there is no database {str(settings.db)!r} yet, so no claims are counted")
        rows = defined_topics(settings)
    write(rows, TopicRow, sheets.topics(rows), style, output)


def _check_no_topic(topic: str | None) -> None:
    if topic is not None:
        raise typer.BadParameter("--quotes compares statements and takes no topic")


def _in_full(found: Comparison) -> Iterator[Line]:
    for number, group in enumerate(found.groups):
        if number:
            yield Line("")
        yield from comparisons.whole(group)


def _filter(
    article: Sequence[str] | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    *,
    kinds: Sequence[str] | None = None,
    stances: Sequence[str] | None = None,
    search: str | None = None,
    classes: Sequence[str] | None = None,
    statuses: Sequence[str] | None = None,
) -> Filter:
    from newsclaim.store import Filter

    return Filter(
        articles=tuple(article or ()),
        outlet=outlet,
        since=since,
        until=last_day(until),
        kinds=tuple(kinds or ()),
        stances=tuple(stances or ()),
        search=search,
        classes=tuple(classes or ()),
        statuses=tuple(statuses or ()),
    )


def _name_speakers(base: Database, name: str | None) -> None:
    found = base.actors_named(name) if name else []
    if len(found) > 1:
        listed = ", ".join(f"{actor.name} ({actor.id})" for actor in found)
        note(f"{name!r} is the name of several actors, all are listed: {listed}")


def _note_undated(base: Database, where: Filter) -> None:
    count = base.undated(where) if where.since or where.until else 0
    if count:
        note(f"{count} article{'s' if count != 1 else ''} without a date left out")


def _reasons(found: Comparison) -> str:
    counts: dict[str, int] = {}
    for out in found.left_out:
        counts[out.reason] = counts.get(out.reason, 0) + 1
    return ", ".join(f"{count} × {reason}" for reason, count in sorted(counts.items()))
