"""Sheet → lines of text, for a pipe or a file: never cut, never folded, no trailing blanks.

Columns stand in line as far as that costs no more than a few blanks: a cell that is wider shifts the rest of its line.

Rich draws for the terminal; where nothing can be coloured and no width is given, it would only cost start-up time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.render.layout import widths
from newsclaim.render.sheet import Sheet, width_of

#: Cells are not padded to more.
_WIDEST = 26
#: The width of the line under the header.
_RULE = 100


def lines(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a table; sections under their titles, each with its line under it."""
    shown = sheet.without_empty_columns()
    wide = [min(width, _WIDEST) for width in widths(shown, None)]
    right = [column in shown.right for column in shown.columns]
    if shown.title:
        yield from (shown.title, "")
    yield _line(shown.columns, wide, right)
    yield "─" * min(_RULE, sum(wide) + 2 * (len(wide) - 1))
    for section in shown.sections:
        if section.title:
            yield section.title
        for row in section.rows:
            yield _line(row, wide, right)
        if section.footer:
            yield section.footer
        if section.title or section.footer:
            yield ""


def _line(cells: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> str:
    shown = zip(cells, wide, right, strict=True)
    return "  ".join(_padded(cell, width, to_right) for cell, width, to_right in shown).rstrip()


def _padded(cell: str, width: int, to_right: bool) -> str:
    blanks = " " * max(0, width - width_of(cell))
    return blanks + cell if to_right else cell + blanks
