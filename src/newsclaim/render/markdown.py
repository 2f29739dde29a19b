"""Sheet → Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.render.sheet import Sheet


def lines(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a Markdown document with a table per section."""
    sheet = sheet.without_empty_columns()
    if sheet.title:
        yield from (f"## {_escaped(sheet.title)}", "")
    for section in sheet.sections:
        if section.title:
            yield from (f"### {_escaped(section.title)}", "")
        yield _row(sheet.columns)
        yield _row(["---:" if column in sheet.right else "---" for column in sheet.columns])
        yield from map(_row, section.rows)
        if section.footer:
            yield from ("", f"*{_escaped(section.footer)}*")
        yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |"


def _escaped(cell: str) -> str:
    text = cell.replace("\\", "\\\\")
    for mark in "|*_`<[":
        text = text.replace(mark, "\\" + mark)
    return text
