"""Which rows of quotes or claims, in which order: where a query begins, and how it goes through the rows.

A query begins with the shortest list of rows that one of its conditions gives. Where only some rows are wanted and all
lists are long, it goes through the articles in the order of an index instead, until it has enough rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from newsclaim.store import order
from newsclaim.store.articles import REF
from newsclaim.store.conditions import Condition, Conditions, Narrowing, numbered, where
from newsclaim.store.filters import Page
from newsclaim.store.sentencesearch import findings_saying

#: A list of rows that is longer is no place to begin where only some are wanted: sorting it would cost more.
_LONG = 20_000


def selected(
    connection: sqlite3.Connection, table: str, wanted: Conditions, page: Page, *, lazily: bool = False
) -> Iterator[tuple[Any, ...]]:
    """Yield number, article, body and reference of the rows that conditions let through, in order.

    With `lazily` the reader will stop before the end, as with a limit of the page.
    """
    if wanted.saying is not None:
        # In another order than by date any row may be among the first.
        enough = None if page.limit is None or page.sort not in {None, "date"} else page.limit + page.offset
        wanted = Conditions([], [numbered(table, findings_saying(connection, table, wanted.saying, wanted, enough))])
    begin = _beginning(connection, wanted.rows, some=lazily or page.limit is not None)
    yield from _walked(connection, table, wanted, begin, page)


def _walked(
    connection: sqlite3.Connection, table: str, wanted: Conditions, begin: Narrowing | None, page: Page
) -> Iterator[tuple[Any, ...]]:
    conditions: list[Condition] = [(f"{table}.article = article.number", [])]
    if begin is not None and begin.numbers is not None:
        conditions.insert(0, (f"{table}.number IN ({begin.numbers[0]})", begin.numbers[1]))
    conditions += [*wanted.articles, *(row.test for row in wanted.rows if row is not begin)]
    # CROSS JOIN keeps SQLite from turning the two tables round.
    tables = f"article CROSS JOIN {table}" if begin is None else f"{table} CROSS JOIN article"
    condition, values = where(conditions)
    keys = order.QUOTES if table == "quote" else order.CLAIMS
    last = f"{order.ORDER}, {order.WITHIN[table]}"
    ordered = order.ordered(keys, page.sort, last)
    columns = f"{table}.number, {table}.article, {table}.body, {REF}"
    values += [-1 if page.limit is None else page.limit, page.offset]
    rows = f"FROM {tables}{condition} ORDER BY {ordered} LIMIT ? OFFSET ?"
    if page.limit is None:
        yield from connection.execute(f"SELECT {columns} {rows}", values)
        return
    # Only rows that are wanted are read whole, and put into order once more.
    yield from connection.execute(
        f"SELECT {columns} FROM (SELECT {table}.number AS n {rows}) CROSS JOIN {table} ON {table}.number = n "
        f"CROSS JOIN article ON article.number = {table}.article ORDER BY {ordered}",
        values,
    )


def _beginning(connection: sqlite3.Connection, rows: Sequence[Narrowing], *, some: bool) -> Narrowing | None:
    """Return the condition with the shortest list; None where there is none, or all are too long for only some rows."""
    sized: list[tuple[int, int]] = []
    for place, row in enumerate(rows):
        if row.numbers is not None:
            sql, values = row.numbers
            counted = connection.execute(f"SELECT count(*) FROM ({sql} LIMIT {_LONG + 1})", values).fetchone()[0]
            sized.append((counted, place))
    if not sized or (some and min(sized)[0] > _LONG):
        return None
    return rows[min(sized)[1]]
