"""The command that shows one thing with the passage around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.options import Config, Db, Style, Target, written_as
from newsclaim.cli.session import opened
from newsclaim.models.rows import ActorRow, ArticleRow, ClaimRow, QuoteRow, Shown
from newsclaim.render import Format, Output, related, sheets

if TYPE_CHECKING:
    from newsclaim.render import Sheet


def show(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="The id of a quote, claim, actor or article.")],
    db: Db = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
) -> None:
    """Show one quote, claim, actor or article with the passage around it highlighted.

    Every id that another command prints can be given.
    """
    with opened(db, config) as base:
        shown = base.show(wanted)
    with Output.to(output, written_as(style, output)) as out:
        if out.format in {Format.json, Format.jsonl}:
            out.one(shown)
        elif out.format in {Format.csv, Format.tsv}:
            out.rows([shown.row], type(shown.row), _sheet(shown))
        else:
            out.sheet(_sheet(shown))
            out.lines(["", *related.lines(shown)])
            out.passages(shown)


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
