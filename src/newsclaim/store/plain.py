"""A database of plain tables for other programs: one value a cell, keys, and full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsclaim.errors import StoreError

#: What the key of every table is called.
_KEY = "id"


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table: its columns with their types, its rows, what is searched, what links where, what is indexed.

    The column "id" is the key. `linked` maps a column to the table whose key it holds.
    """

    name: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[object]]
    searched: Sequence[str]
    linked: Mapping[str, str]
    indexed: Sequence[str]


def write_plain(path: Path, tables: Sequence[PlainTable]) -> None:
    """Write a new database in place of the one that was there.

    Raises:
        StoreError: it cannot be written.
    """
    made = path.with_name(f".{path.name}.new")
    made.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(made)) as connection:
            for table in tables:
                _write(connection, table)
            connection.commit()
            connection.execute("VACUUM")
    except sqlite3.Error as error:
        raise StoreError(f"the database {str(path)!r} cannot be written: {error}.") from error
    made.replace(path)


def _write(connection: sqlite3.Connection, table: PlainTable) -> None:
    name = _quoted(table.name)
    columns = [
        f"{_quoted(column)} {kind}"
        + (" PRIMARY KEY" if column == _KEY else "")
        + (f" REFERENCES {_quoted(table.linked[column])} ({_quoted(_KEY)})" if column in table.linked else "")
        for column, kind in table.columns
    ]
    connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", table.rows)
    for column in table.indexed:
        connection.execute(f"CREATE INDEX {_quoted(f'{table.name}_{column}')} ON {name} ({_quoted(column)})")
    words = ", ".join(map(_quoted, table.searched))
    search = _quoted(f"{table.name}_fts")
    # External content, by which Datasette knows the search of the table: it looks for these very words, without blanks.
    connection.execute(f"CREATE VIRTUAL TABLE {search} USING fts5 ({words}, tokenize='porter', content={name})")
    connection.execute(f"INSERT INTO {search} (rowid, {words}) SELECT rowid, {words} FROM {name}")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
