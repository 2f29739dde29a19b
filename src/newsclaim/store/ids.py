"""Identifiers by their beginnings: whoever types one need not type it whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsclaim.text import ID_DIGITS, number_of, numbered_id

_TABLES = {"q": "quote", "n": "claim", "a": "actor"}
#: A shorter beginning is a word, no id.
_LEAST = 4


def beginning_with(connection: sqlite3.Connection, prefix: str, limit: int) -> list[str]:
    """Return up to `limit` ids of quotes, claims, actors and articles that begin so, in any case of letters."""
    found = [*_numbered(connection, prefix.lower(), limit), *articles_beginning_with(connection, prefix, limit)]
    return found[:limit]


def _numbered(connection: sqlite3.Connection, prefix: str, limit: int) -> Iterator[str]:
    missing = ID_DIGITS + 1 - len(prefix)
    table = _TABLES.get(prefix[:1])
    if table is None or len(prefix) < _LEAST or missing < 0:
        return
    try:
        first = number_of(prefix + "0" * missing)
    except ValueError:
        return
    rows = connection.execute(
        f"SELECT number FROM {table} WHERE number BETWEEN ? AND ? ORDER BY number LIMIT ?",
        (first, first + (1 << 5 * missing) - 1, limit),
    )
    yield from (numbered_id(prefix[0], number) for (number,) in rows)


def articles_beginning_with(connection: sqlite3.Connection, prefix: str, limit: int) -> Iterator[str]:
    """Yield up to `limit` ids of articles that begin so, in any case of letters; the id itself first."""
    if connection.execute("SELECT 1 FROM article WHERE id = ?", (prefix,)).fetchone():
        yield prefix
        return
    rows = connection.execute(
        "SELECT id FROM article WHERE substr(lower(id), 1, ?) = lower(?) ORDER BY length(id), id LIMIT ?",
        (len(prefix), prefix, limit),
    )
    yield from (identifier for (identifier,) in rows)
