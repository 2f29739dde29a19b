"""Which rows of quotes or claims, in which order: where a query begins, and how it goes through the rows.

A query begins with the shortest list of rows that one of its conditions gives. Where only some rows are wanted and all
lists are long, it goes through the articles in the order of an index instead, until it has enough rows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from newsclaim.store import order
from newsclaim.store.articles import REF
from newsclaim.store.conditions import Condition, Conditions, Narrowing, listed, numbered, where
from newsclaim.store.filters import ALL, Page

#: A list of rows that is longer is no place to begin where only some are wanted: sorting it would cost more.
_LONG = 20_000


def selected(  # noqa: PLR0913 - what is selected, and how it is read
    connection: sqlite3.Connection,
    table: str,
    wanted: Conditions,
    page: Page,
    *,
    lazily: bool = False,
    more: str = "",
) -> Iterator[tuple[Any, ...]]:
    """Yield number, article, body and reference of the rows that conditions let through, in order.

    With `lazily` the reader will stop before the end, as with a limit of the page; `more` are columns to add.
    """
    wanted = said(connection, table, wanted, page)
    begin = _begun(connection, table, wanted, some=lazily or page.limit is not None)
    if begin or page.limit is None or page.sort in {None, "date"} or _few(connection, table, wanted.articles):
        keys = order.QUOTES if table == "quote" else order.CLAIMS
        ordered = order.ordered(keys, page.sort, f"{order.ORDER}, {order.WITHIN[table]}")
        yield from _walked(connection, table, wanted, _Walk(begin, ordered, more=more), page)
    else:
        yield from _sliced(connection, table, wanted, page)


def unordered(
    connection: sqlite3.Connection, table: str, wanted: Conditions, columns: str, few: int
) -> Iterator[tuple[Any, ...]]:
    """Yield some columns of the rows that conditions let through; no row is read whole.

    Where there are more than `few` rows in all and no condition has an index, those of one article follow one another.
    """
    wanted = said(connection, table, wanted, ALL)
    begin = _begun(connection, table, wanted, some=False)
    if not wanted.articles and (begin is not None or count(connection, table) <= few):
        condition, values = where(_of_rows(table, wanted, begin))
        yield from connection.execute(f"SELECT {columns} FROM {table}{condition}", values)
    else:
        rows, values = _from(table, wanted, _Walk(begin, ""))
        yield from connection.execute(f"SELECT {columns} {rows}", values)


def count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table has."""
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def said(connection: sqlite3.Connection, table: str, wanted: Conditions, page: Page) -> Conditions:
    """Return conditions in which a full-text query on sentences is answered: the numbers of its rows."""
    if wanted.saying is None:
        return wanted
    from newsclaim.store.sentencesearch import findings_saying

    # In another order than by date any row may be among the first.
    enough = None if page.limit is None or page.sort not in {None, "date"} else page.limit + page.offset
    return Conditions([], [numbered(table, findings_saying(connection, table, wanted.saying, wanted, enough))])


class _Begin(NamedTuple):
    """The condition with which a query begins, the query for the numbers of its rows, and how many these are.

    Of more than `_LONG` rows it is not told how many.
    """

    row: Narrowing
    numbers: Condition
    size: int


def _begun(connection: sqlite3.Connection, table: str, wanted: Conditions, *, some: bool) -> _Begin | None:
    """Return the condition with which a query begins; None where it begins with the articles."""
    begin = _beginning(connection, wanted.rows, some=some)
    return None if begin is not None and _holds_fewer(connection, table, wanted.articles, begin) else begin


class _Walk(NamedTuple):
    """Where a query begins (None: with the articles, or with the rows if their index has the order), and its order."""

    begin: _Begin | None
    order: str
    by_row: bool = False
    more: str = ""


def _sliced(connection: sqlite3.Connection, table: str, wanted: Conditions, page: Page) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a page that is sorted by something else than the date, value by value."""
    skipped, left = page.offset, (page.limit or 0) + page.offset
    from newsclaim.store.slices import slices

    for part in slices(connection, table, page.sort or ""):
        narrowed = Conditions([*wanted.articles, *part.articles], [*wanted.rows, *part.rows])
        walk = _Walk(_beginning(connection, narrowed.rows, some=True), part.order, part.by_row)
        rows = list(_walked(connection, table, narrowed, walk, Page(left)))
        yield from rows[skipped:]
        skipped, left = max(0, skipped - len(rows)), left - len(rows)
        if not left:
            return


def _walked(
    connection: sqlite3.Connection, table: str, wanted: Conditions, walk: _Walk, page: Page
) -> Iterator[tuple[Any, ...]]:
    rows, values = _from(table, wanted, walk)
    columns = f"{table}.number, {table}.article, {table}.body, {REF}{walk.more and f', {walk.more}'}"
    values += [-1 if page.limit is None else page.limit, page.offset]
    rows += f" ORDER BY {walk.order} LIMIT ? OFFSET ?"
    if page.limit is None:
        yield from connection.execute(f"SELECT {columns} {rows}", values)
        return
    # Only rows that are wanted are read whole, and put into order once more.
    yield from connection.execute(
        f"SELECT {columns} FROM (SELECT {table}.number AS n {rows}) CROSS JOIN {table} ON {table}.number = n "
        f"CROSS JOIN article ON article.number = {table}.article ORDER BY {walk.order}",
        values,
    )


def _from(table: str, wanted: Conditions, walk: _Walk) -> Condition:
    """Return what stands behind the columns of a query: the tables in the order of the walk, and the conditions."""
    tied: Condition = (f"{table}.article = article.number", [])
    conditions = [*_of_rows(table, wanted, walk.begin), tied, *wanted.articles]
    # CROSS JOIN keeps SQLite from turning the two tables round.
    both = [table, "article"] if walk.begin or walk.by_row else ["article", table]
    condition, values = where(conditions)
    return f"FROM {' CROSS JOIN '.join(both)}{condition}", values


def _of_rows(table: str, wanted: Conditions, begin: _Begin | None) -> list[Condition]:
    """Return the conditions on the rows, that with which a query begins first."""
    if begin is None:
        return [row.test for row in wanted.rows]
    first: Condition = (f"{table}.number IN ({begin.numbers[0]})", begin.numbers[1])
    return [first, *(row.test for row in wanted.rows if row is not begin.row)]


def _few(connection: sqlite3.Connection, table: str, articles: Sequence[Condition]) -> bool:
    """Tell whether conditions on articles leave so few rows that sorting them is nothing."""
    return bool(articles) and _rows_of(connection, table, articles) <= _LONG


def _holds_fewer(connection: sqlite3.Connection, table: str, articles: Sequence[Condition], begin: _Begin) -> bool:
    """Tell whether the articles that conditions leave have fewer rows than the list that a query would begin with."""
    if not articles:
        return False
    rows, size = _rows_of(connection, table, articles), begin.size
    if _LONG < size <= rows:
        sql, values = begin.row.sized or begin.numbers
        size = connection.execute(f"SELECT count(*) FROM ({sql} LIMIT {rows + 1})", values).fetchone()[0]
    return rows < size


def _rows_of(connection: sqlite3.Connection, table: str, articles: Sequence[Condition]) -> int:
    condition, values = where(list(articles))
    sql = f"SELECT coalesce(sum({table}s), 0) FROM article{condition}"
    return int(connection.execute(sql, values).fetchone()[0])


def _beginning(connection: sqlite3.Connection, rows: Sequence[Narrowing], *, some: bool) -> _Begin | None:
    """Return the condition with the shortest list; None where there is none, or all are too long for only some rows."""
    begins = [_sized(connection, row, row.numbers) for row in rows if row.numbers is not None]
    shortest = min(begins, key=lambda begin: begin.size, default=None)
    return None if shortest is None or (some and shortest.size > _LONG) else shortest


def _sized(connection: sqlite3.Connection, row: Narrowing, numbers: Condition) -> _Begin:
    """Return how a query would begin with a condition; a short list is read at once: it is asked for once."""
    sql, values = row.sized or numbers
    if row.sized:
        counted = connection.execute(f"SELECT count(*) FROM ({sql} LIMIT {_LONG + 1})", values).fetchone()[0]
        return _Begin(row, numbers, counted)
    found = [number for (number,) in connection.execute(f"SELECT * FROM ({sql}) LIMIT {_LONG + 1}", values)]
    return _Begin(row, numbers if len(found) > _LONG else listed(found), len(found))
