"""The command that counts what was found, in all or by group."""

from __future__ import annotations

from typing import Annotated

import typer

from newsclaim.cli.options import (
    ArticleIds,
    Config,
    Db,
    Excel,
    Limit,
    Outlets,
    Since,
    Style,
    Target,
    Until,
    Where,
    Wide,
    searching,
    several,
    sorting,
)
from newsclaim.cli.session import opened, write
from newsclaim.cli.wanted import joined, name_actors, note_undated, note_unmatched, wanted
from newsclaim.models.sorts import STAT_SORTS
from newsclaim.models.stats import BY, StatRow
from newsclaim.render import statsheets


def stats(
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by", metavar="GROUP", show_default=False, autocompletion=lambda: list(BY),
            help=f"Count each group apart: {', '.join(BY)}, or a column of a table of [join]; several are combined.",
        ),
    ] = None,
    speaker: Annotated[
        list[str] | None, several("--speaker", "-s", text="Only what the actors of this name say and claim")
    ] = None,
    search: Annotated[str | None, searching("Only quotes in which, and claims in whose sentence, stand")] = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    sort: Annotated[str | None, sorting(STAT_SORTS)] = None,
    limit: Limit = None,
    wide: Wide = False,
    excel: Excel = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:  # fmt: skip
    """Count quotes, claims and sources: per article, how long, how much of it in direct speech.

    A quote inside another one and a word-for-word repetition inside one article count once.

    Examples:
    - `newsclaim stats`
    - `newsclaim stats --by outlet --since 2024-10`
    - `newsclaim stats --by party --by outlet --format csv -o parties.csv`
    """
    by = [name.strip() for one in by or () for name in one.split(",")]
    with opened(db, config) as base:
        name_actors(base, speaker)
        asked = wanted(base, search=search, articles=article, outlets=outlet, since=since, until=until)
        asked = joined(base, asked, where)
        rows = base.stats(by, asked, speaker, limit, sort=sort)
        note_undated(base, asked)
        note_unmatched(base, [name for name in by if name not in BY])
    sheet = statsheets.groups(rows, by, sort) if by else statsheets.whole(rows[0])
    write(rows, StatRow, sheet, style, output, wide=wide, excel=excel)
