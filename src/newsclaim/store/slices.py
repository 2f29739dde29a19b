"""In which parts sorted rows come: of each value those by date, so that only rows that are shown are put into order.

Sorting all rows of a large database by outlet or speaker would read each of them; the first value alone gives enough.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import get_args

from newsclaim.models import ClaimClass, QuoteKind, Stance, Status
from newsclaim.store.conditions import Condition, Narrowing, claim_conditions, quote_conditions
from newsclaim.store.filters import Filter
from newsclaim.store.order import ORDER, WITHIN

_VALUE = "coalesce(claim.low, claim.high)"


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows that stand together: conditions on their articles and on themselves, and their order.

    `by_row` tells that an index of the rows has the order, not one of the articles.
    """

    order: str
    articles: list[Condition] = field(default_factory=list)
    rows: list[Narrowing] = field(default_factory=list)
    by_row: bool = False


def slices(connection: sqlite3.Connection, table: str, sort: str) -> Iterator[Slice]:
    """Yield the parts in which quotes or claims come when they are sorted by a key, with "-" the last one first."""
    key, down = sort.removeprefix("-"), sort.startswith("-")
    if key in _OF_ARTICLE:
        yield from _OF_ARTICLE[key](connection, WITHIN[table], down)
    elif key in {"speaker", "source"}:
        yield from _by_name(connection, table, key, down)
    elif key == "value":
        order = f"{_VALUE}{' DESC' if down else ''}, {_by_date(table)}"
        yield Slice(order, rows=[Narrowing((f"{_VALUE} IS NOT NULL", []))], by_row=True)
        yield Slice(_by_date(table), rows=[Narrowing((f"{_VALUE} IS NULL", []))])
    else:
        column, values = _COLUMNS[key]
        for value in sorted(values(connection), reverse=down):
            yield Slice(_by_date(table), rows=_having(key, value))
        yield Slice(_by_date(table), rows=[Narrowing((f"{column} IS NULL", []))])


def _by_date(table: str) -> str:
    return f"{ORDER}, {WITHIN[table]}"


def _date(_: sqlite3.Connection, within: str, down: bool) -> Iterator[Slice]:
    for dateless in (0, 1):
        dated = f"article.published{' DESC' if down else ''}, article.id, {within}"
        yield Slice(dated, [(f"(article.published IS NULL) = {dateless}", [])])


def _article(_: sqlite3.Connection, within: str, down: bool) -> Iterator[Slice]:
    yield Slice(f"article.id{' DESC' if down else ''}, {within}")


def _outlet(connection: sqlite3.Connection, within: str, down: bool) -> Iterator[Slice]:
    sql = "SELECT DISTINCT lower(outlet) FROM article WHERE lower(outlet) IS NOT NULL"
    for outlet in sorted((outlet for (outlet,) in connection.execute(sql)), reverse=down):
        yield Slice(f"{ORDER}, {within}", [("lower(article.outlet) = ?", [outlet])])
    yield Slice(f"{ORDER}, {within}", [("article.outlet IS NULL", [])])


_OF_ARTICLE: dict[str, Callable[[sqlite3.Connection, str, bool], Iterator[Slice]]] = {
    "date": _date, "article": _article, "outlet": _outlet,
}  # fmt: skip


def _heads(connection: sqlite3.Connection) -> list[str]:
    return [head for (head,) in connection.execute("SELECT DISTINCT head FROM claim WHERE head IS NOT NULL")]


#: Keys by a column with few values: the column, and its values.
_COLUMNS: dict[str, tuple[str, Callable[[sqlite3.Connection], tuple[str, ...] | list[str]]]] = {
    "kind": ("quote.kind", lambda _: get_args(QuoteKind)),
    "stance": ("quote.stance", lambda _: get_args(Stance)),
    "class": ("claim.class", lambda _: get_args(ClaimClass)),
    "status": ("claim.status", lambda _: get_args(Status)),
    "counted": ("claim.head", _heads),
}


def _having(key: str, value: str) -> list[Narrowing]:
    """Return the condition that a column has a value, with the index that finds its rows."""
    match key:
        case "kind":
            return quote_conditions(Filter(kinds=(value,))).rows
        case "stance":
            return quote_conditions(Filter(stances=(value,))).rows
        case "class":
            return claim_conditions(Filter(classes=(value,))).rows
        case "status":
            return claim_conditions(Filter(statuses=(value,))).rows
        case _:
            return claim_conditions(Filter(heads=(value,))).rows


def _by_name(connection: sqlite3.Connection, table: str, role: str, down: bool) -> Iterator[Slice]:
    """Yield the rows of each name: a row with several speakers stands under the first of their names."""
    counted = "quotes" if role == "speaker" else "claims"
    direction = " DESC" if down else ""
    actors = connection.execute(f"SELECT name, number FROM actor WHERE {counted} > 0 ORDER BY name{direction}")
    credit = (
        "SELECT 1 FROM credit CROSS JOIN member ON member.article = credit.article AND member.local = credit.local "
        f"CROSS JOIN actor ON actor.number = member.actor WHERE credit.article = {table}.article "
        f"AND credit.owner = {table}.number AND credit.role = '{role}'"
    )
    for name, several in groupby(actors, key=itemgetter(0)):
        numbers: list[object] = [number for _, number in several]
        marks = ", ".join("?" * len(numbers))
        listed = (
            "SELECT credit.owner FROM member CROSS JOIN credit ON credit.article = member.article "
            f"AND credit.local = member.local WHERE credit.role = '{role}' AND member.actor IN ({marks})"
        )
        named = Narrowing((f"EXISTS ({credit} AND member.actor IN ({marks}))", numbers), (listed, numbers))
        first = Narrowing((f"NOT EXISTS ({credit} AND actor.name < ?)", [name]))
        yield Slice(_by_date(table), rows=[named, first])
    yield Slice(_by_date(table), rows=[Narrowing((f"NOT EXISTS ({credit})", []))])
