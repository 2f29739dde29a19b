"""Sheet → Rich tables, one per section, their columns in line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import StringIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsclaim.render.comparisons import Line
from newsclaim.render.layout import fitted, widths
from newsclaim.render.sheet import Section, Sheet

#: Cells between two columns.
_GAP = 2
#: Of a row; what is longer can be had by --wide, by `show`, or in a pipe.
_MOST_LINES = 3
#: Nothing but a line under the header.
_LINE = box.Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


def drawn(sheet: Sheet, available: int) -> Iterator[RenderableType]:
    """Yield what to print: the title, then for each section its title, its rows and the line under them."""
    shown = fitted(sheet.in_brief(), available, _GAP)
    wide = widths(shown, available - _GAP * (len(shown.columns) - 1))
    if shown.title:
        yield Text(shown.title, style="bold underline")
    yield _table(shown, Section([]), wide, header=True)
    for number, section in enumerate(shown.sections):
        if section.title:
            yield Text(section.title if number == 0 else f"\n{section.title}", style="bold cyan")
        yield _table(shown, section, wide, header=False)
        if section.footer:
            yield Text(section.footer, style="italic")


def folded(line: Line) -> RenderableType:
    """Return a line that is folded under its own beginning, or where it hangs, if it is too long."""
    if line.hang:
        hung = Table.grid(padding=0)
        hung.add_column(width=line.hang, no_wrap=True)
        hung.add_column()
        hung.add_row(Text(line.text[: line.hang], style=line.style), Text(line.text[line.hang :], style=line.style))
        return hung
    words = line.text.lstrip(" ")
    text = Text(words, style=line.style)
    return Padding.indent(text, len(line.text) - len(words)) if len(words) < len(line.text) else text


def _table(sheet: Sheet, section: Section, wide: Sequence[int], *, header: bool) -> Table:
    # The box draws one blank between columns.
    gap = _GAP - 1 if header else _GAP
    table = Table(
        box=_LINE if header else None, show_header=header, show_edge=False, pad_edge=False, padding=(0, gap, 0, 0)
    )
    for column, width in zip(sheet.columns, wide, strict=True):
        table.add_column(
            column,
            justify="right" if column in sheet.right else "left",
            width=width,
            overflow="fold",
            no_wrap=column == "Id",
            min_width=width if column == "Id" else None,
            style="dim" if column == "Id" else "",
        )
    for row in section.rows:
        table.add_row(*(_cell(cell, width) for cell, width in zip(row, wide, strict=True)))
    return table


def _cell(cell: str, width: int) -> Text:
    """Return what a cell shows: at most so many lines as a row may have, with a mark where words are cut off."""
    # Text, not markup: square brackets in a quote are the article's own.
    text = Text(cell)
    if cell_len(cell) <= width:
        return text
    lines = text.wrap(_ruler(), width, overflow="fold")
    if len(lines) <= _MOST_LINES:
        return text
    shown = [line.plain.rstrip() for line in lines[:_MOST_LINES]]
    while cell_len(shown[-1]) > width - len(" …"):
        before, _, _ = shown[-1].rpartition(" ")
        shown[-1] = before or shown[-1][:-1]
    return Text("\n".join(shown) + " …")


@cache
def _ruler() -> Console:
    return Console(file=StringIO())
