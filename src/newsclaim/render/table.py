"""Sheet → Rich table."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from newsclaim.render.sheet import Section, Sheet


def table(sheet: Sheet) -> Table:
    """Return a Rich table; long text gets the room that the other columns leave."""
    drawn = Table(title=sheet.title, box=box.SIMPLE_HEAD, title_style="bold", pad_edge=False)
    for column in sheet.columns:
        drawn.add_column(
            column,
            justify="right" if column in sheet.right else "left",
            ratio=3 if column in sheet.wide else None,
            overflow="fold",
            no_wrap=column == "Id",
            style="dim" if column == "Id" else None,
        )
    for section in sheet.sections:
        _add(drawn, section)
    return drawn


def _add(drawn: Table, section: Section) -> None:
    if section.title:
        drawn.add_row(Text(section.title, style="bold cyan"))
    for row in section.rows:
        # Text, not markup: square brackets in a quote are the article's own.
        drawn.add_row(*(Text(" ".join(cell.split())) for cell in row))
    if section.footer:
        drawn.add_row(Text(section.footer, style="italic"))
    drawn.add_section()
