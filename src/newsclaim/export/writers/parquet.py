"""Columnar files, one a table, with the type and the description of each column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newsclaim.export.columns import Table, tables
from newsclaim.export.findings import Findings


def write(found: Findings, target: Path) -> None:
    """Write a `.parquet` file for each table into a folder."""
    from pyarrow import parquet

    for table in tables(found):
        parquet.write_table(_table(table), target / f"{table.name}.parquet")


def _table(table: Table) -> Any:
    import pyarrow as pa

    # Days stay text: not every date of an article is one of the calendar.
    types = {"string": pa.string(), "date": pa.string(), "number": pa.float64(), "integer": pa.int64()}
    schema = pa.schema([pa.field(c.name, types[c.type], metadata={"description": c.tells}) for c in table.columns])
    names = [column.name for column in table.columns]
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in table.cells()], schema=schema)
