"""Sheet → lines of text, for a pipe or a file: never cut, never folded, no trailing blanks.

Columns stand in line as far as that costs no more than a few blanks. A cell that is wider shifts what follows only
until the shorter cells behind it have made up for it.

Rich draws for the terminal; where nothing can be coloured and no width is given, it would only cost start-up time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.render.sheet import Sheet, width_of, widths_of

#: A column is so wide that nine of ten cells fit into it, within these bounds; less where all cells are shorter.
_LEAST, _WIDEST = 20, 40
_FIT = 0.9
_GAP = 2
#: The width of the line under the header.
_RULE = 100


def lines(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a table; sections under their titles, each with its line under it."""
    shown = sheet.without_empty_columns()
    wide = _widths(shown)
    right = [column in shown.right for column in shown.columns]
    if shown.title:
        yield from (shown.title, "")
    yield _line(shown.columns, wide, right)
    yield "─" * min(_RULE, sum(wide) + _GAP * (len(wide) - 1))
    for section in shown.sections:
        if section.title:
            yield section.title
        for row in section.rows:
            yield _line(row, wide, right)
        if section.footer:
            yield section.footer
        if section.title or section.footer:
            yield ""


def _widths(sheet: Sheet) -> list[int]:
    columns = [sorted(column) for column in zip(*map(widths_of, sheet.rows()), strict=True)]
    columns = columns or [[0] for _ in sheet.columns]
    usual = (column[int(_FIT * (len(column) - 1))] for column in columns)
    natural = (max(width_of(name), column[-1]) for name, column in zip(sheet.columns, columns, strict=True))
    return [min(most, max(_LEAST, min(_WIDEST, one))) for most, one in zip(natural, usual, strict=True)]


def _line(cells: Sequence[str], wide: Sequence[int], right: Sequence[bool]) -> str:
    """Return a line in which each cell begins (to the right: ends) in its place, or as soon after as it can."""
    line, done, end = "", 0, 0
    for cell, taken, width, to_right in zip(cells, widths_of(cells), wide, right, strict=True):
        end += width + _GAP
        begin = end - _GAP - (taken if to_right else width)
        blanks = max(begin - done, _GAP if done else 0)
        line += " " * blanks + cell
        done += blanks + taken
    return line.rstrip()
