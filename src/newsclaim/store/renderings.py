"""Statements that stand in several articles: which quotes each has, and how these render the fullest one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter

from newsclaim.models.statement import Rendered, Stretch
from newsclaim.store.articles import load_found
from newsclaim.store.codec import spans_in
from newsclaim.text import number_of, numbered_id

#: The quotes of a statement by id, the fullest first, and how each renders that one.
Told = Mapping[str, Rendered]

_ROWS = "SELECT statement, quote, kind, differs FROM rendering"
#: Statements with a quote of some actors.
_OF_ACTORS = (
    "SELECT statement FROM json_each(?) AS actor CROSS JOIN member ON member.actor = actor.value "
    "CROSS JOIN credit ON credit.article = member.article AND credit.local = member.local AND credit.role = 'speaker' "
    "CROSS JOIN rendering ON rendering.quote = credit.owner"
)


def save_statements(connection: sqlite3.Connection, found: Iterable[Told], form: int) -> None:
    """Write all statements in the order in which they are shown, in place of those before; `form` is that of today."""
    connection.execute("DELETE FROM rendering")
    connection.executemany(
        "INSERT INTO rendering VALUES (?, ?, ?, ?, ?, ?)",
        (
            (place, nth, number_of(quote), one.rendering, _offsets(one), form)
            for place, told in enumerate(found)
            for nth, (quote, one) in enumerate(told.items())
        ),
    )


def load_statements(connection: sqlite3.Connection, limit: int | None) -> tuple[int, list[Told]]:
    """Return how many statements there are, and the first of them."""
    (size,) = connection.execute("SELECT coalesce(max(statement), -1) + 1 FROM rendering").fetchone()
    shown = size if limit is None else min(limit, size)
    return size, list(_told(connection, "statement < ?", [shown]))


def load_statements_of(
    connection: sqlite3.Connection, actors: Iterable[str], limit: int | None
) -> tuple[int, list[Told]]:
    """Return how many statements have a quote that is credited to one of some actors, and the first of them."""
    numbers = json.dumps([number_of(actor) for actor in actors])
    places = sorted({place for (place,) in connection.execute(_OF_ACTORS, (numbers,))})
    among = json.dumps(places[:limit])
    return len(places), list(_told(connection, "statement IN (SELECT value FROM json_each(?))", [among]))


def load_statements_under(connection: sqlite3.Connection, heads: Iterable[str], form: int) -> dict[str, Told]:
    """Return the statements of which these are the fullest quotes, by them, if they were told in a form."""
    numbers = json.dumps([number_of(head) for head in heads])
    condition = (
        "statement IN (SELECT rendering.statement FROM json_each(?) AS head CROSS JOIN rendering "
        "ON rendering.quote = head.value AND rendering.nth = 0 AND rendering.form = ?)"
    )
    return {next(iter(told)): told for told in _told(connection, condition, [numbers, form])}


def load_written(connection: sqlite3.Connection, quotes: Iterable[str]) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """Yield of some quotes the id and what is written in each part of the content."""
    numbers = map(number_of, quotes)
    for number, body, text in load_found(connection, "quote", numbers):
        spans, _ = spans_in(body)
        yield numbered_id("q", number), tuple(Stretch(start, text[start:end]) for start, end in spans)


def _told(connection: sqlite3.Connection, condition: str, values: Sequence[object]) -> Iterator[Told]:
    rows = connection.execute(f"{_ROWS} WHERE {condition} ORDER BY statement, nth", values)
    for _, quotes in groupby(rows, key=itemgetter(0)):
        yield {
            numbered_id("q", quote): Rendered(kind, _pairs(json.loads(differs)) if differs else ())
            for _, quote, kind, differs in quotes
        }


def _offsets(one: Rendered) -> str | None:
    return json.dumps([*chain(*one.differs)]) if one.differs else None


def _pairs(offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
    return tuple(zip(offsets[::2], offsets[1::2], strict=True))
