"""Commands about topics: which there are, and the comparison of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import typer

from newsclaim.cli import saying
from newsclaim.cli.options import (
    ArticleIds,
    Config,
    Db,
    Limit,
    Outlets,
    Since,
    Style,
    Target,
    Until,
    note,
    several,
    topic_names,
    written_as,
)
from newsclaim.cli.session import note_empty, opened, write
from newsclaim.cli.wanted import name_actors, note_undated, wanted
from newsclaim.config import load_settings
from newsclaim.models.comparison import BestRule, ComparedRow, Comparison
from newsclaim.models.rows import TopicRow
from newsclaim.render import Format, Output, Sheet, comparisons, sheets
from newsclaim.render.comparisons import Line


def compare(
    topic: Annotated[
        str | None, typer.Argument(help="The topic; `newsclaim topics` lists them.", autocompletion=topic_names)
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", help="Not numbers: the same statement in several articles.")
    ] = False,
    speaker: Annotated[
        list[str] | None, several("--speaker", "-s", text="With --quotes: only statements of the actors of this name")
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
    outlet: Outlets = None,
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
            where = wanted(base, articles=article, outlets=outlet, since=since, until=until)
            name_actors(base, speaker)
            saying.write(base.statements(speaker, where, limit), style, output)
            note_undated(base, where)
        return
    if topic is None or speaker is not None:
        raise typer.BadParameter("name a topic, or compare --quotes; --speaker goes with --quotes")
    written = written_as(style, output)
    in_full = bool(question or everything) or written not in {Format.table, Format.markdown}
    with opened(db, config) as base:
        where = wanted(base, articles=article, outlets=outlet, since=since, until=until)
        found = base.compare(topic, where, best=best, question=question, limit=limit, whole=in_full)
        note_undated(base, where)
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


def _reasons(found: Comparison) -> str:
    counts: dict[str, int] = {}
    for out in found.left_out:
        counts[out.reason] = counts.get(out.reason, 0) + 1
    return ", ".join(f"{count} × {reason}" for reason, count in sorted(counts.items()))
