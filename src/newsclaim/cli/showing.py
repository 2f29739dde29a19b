"""The command that shows one thing with the passage around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.notes import MOST_QUOTES, note_more
from newsclaim.cli.options import Config, Db, Limit, Style, Target, Wide, written_as
from newsclaim.cli.session import is_read, opened
from newsclaim.models.comparison import ShownQuestion
from newsclaim.models.rows import ActorRow, ArticleRow, ClaimRow, QuoteRow, Shown
from newsclaim.render import Format, Output, comparisons, related, sheets

if TYPE_CHECKING:
    from newsclaim.render import Sheet


def show(
    wanted: Annotated[
        list[str],
        typer.Argument(
            metavar="ID…", help="Ids of quotes, claims, actors, articles or questions, or their beginnings."
        ),
    ],
    limit: Limit = None,
    wide: Wide = False,
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """Show quotes, claims, actors or articles with the passage around each highlighted, or questions in full.

    Every id that another command prints can be given, also the beginning of it, in any case of letters.

    Examples:
    - `newsclaim show qmuouqnf8bpkp`
    - `newsclaim show QMUO NAT3 --format json`
    """
    written = written_as(style, output)
    most = limit or (MOST_QUOTES if is_read(written, output) else None)
    with opened(db, config) as base:
        found = [base.show(one, most) for one in wanted]
    for shown in found:
        if isinstance(shown.row, ActorRow):
            note_more(shown.row, most)
    with Output.to(output, written) as out:
        out.wide = wide
        if out.format is Format.json and len(found) > 1:
            out.objects(found)
        elif out.format in {Format.csv, Format.tsv}:
            _rows(found, out)
        else:
            for number, shown in enumerate(found):
                _one(shown, out, first=number == 0)


def _one(shown: Shown | ShownQuestion, out: Output, *, first: bool) -> None:
    if out.format in {Format.json, Format.jsonl}:
        out.one(shown)
        return
    if not first:
        out.lines([""])
    if isinstance(shown, ShownQuestion):
        out.styled(comparisons.whole(shown.row, cut=out.is_terminal))
        return
    out.sheet(_sheet(shown))
    out.lines(["", *related.lines(shown)])
    out.passages(shown)


def _rows(found: Sequence[Shown | ShownQuestion], out: Output) -> None:
    rows = [shown for shown in found if isinstance(shown, Shown)]
    kinds = {type(shown.row) for shown in rows}
    if len(rows) < len(found):
        raise typer.BadParameter("csv and tsv hold no questions; compare TOPIC --format csv lists their claims")
    if len(kinds) > 1:
        raise typer.BadParameter("csv and tsv hold things of one kind; ask for quotes, claims, actors, articles apart")
    out.rows([shown.row for shown in rows], kinds.pop(), _sheet(rows[0]))


def _sheet(shown: Shown) -> Sheet:
    match shown.row:
        case QuoteRow():
            return sheets.quotes([shown.row])
        case ClaimRow():
            return sheets.claims([shown.row])
        case ActorRow():
            return sheets.actors([shown.row])
        case ArticleRow():
            return sheets.articles([shown.row])
