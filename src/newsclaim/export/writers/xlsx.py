"""A workbook: a sheet for each kind of finding, readable columns, text that never becomes a formula."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from newsclaim.export.columns import Column, Table, Value, tables
from newsclaim.export.findings import Findings
from newsclaim.text import visible

#: Characters that XML cannot hold.
_ILLEGAL = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
#: Excel holds no more in a cell.
_LONGEST = 32_767
#: Excel knows no earlier day.
_FIRST_YEAR = 1900
_WIDTHS = {"quote": 70, "sentence": 70, "text": 34, "title": 40, "speaker": 24, "name": 30, "aliases": 40, "roles": 40}
_USUAL = 14


def write(found: Findings, target: Path) -> None:
    """Write the workbook."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in tables(found):
        _sheet(book, table)
    book.save(target)


def _sheet(book: Any, table: Table) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "B2"
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column.name, _USUAL)
    head = [_cell(sheet, column.name) for column in table.columns]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for row in table.cells():
        sheet.append([_cell(sheet, _dated(value, column)) for value, column in zip(row, table.columns, strict=True)])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def _dated(value: Value, column: Column[Any]) -> Value | date:
    """Return a day as a date that a spreadsheet can sort and reckon with; what it cannot hold stays text."""
    if column.type != "date" or not isinstance(value, str):
        return value
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return value
    return found if found.year >= _FIRST_YEAR else value


def _cell(sheet: Any, value: Value | date) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return cell
    cell = WriteOnlyCell(sheet, value=_ILLEGAL.sub("\ufffd", visible(value))[:_LONGEST])
    # What an article says is text, also where it begins with "=".
    cell.data_type = "s"
    return cell
