"""Actors of articles that can bear on one another, kept with the keys by which later ones find them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from newsclaim.models.local import KeptKin, Member
from newsclaim.store.articles import compressed, expanded
from newsclaim.store.codec import unreadable
from newsclaim.store.local import local_of
from newsclaim.store.traces import Trace

T = TypeVar("T")
#: Level of compression: of much that is written at once, little smaller for three times the time.
_QUICK = 1


@dataclass(frozen=True, slots=True)
class KeptOfActors:
    """What is kept of the actors of articles besides those of the corpus: kin and traces that go, and new ones."""

    gone: Iterable[KeptKin] = ()
    put: Iterable[KeptKin] = ()
    gone_traces: Sequence[str] = ()
    traces: Sequence[Trace] = ()


def save_kin(connection: sqlite3.Connection, kin: Iterable[KeptKin]) -> None:
    """Write kin in place of all that was kept before."""
    for table in ("kin", "kin_key"):
        connection.execute(f"DELETE FROM {table}")
    keys: list[tuple[int, int, int]] = []
    for one in kin:
        connection.execute("INSERT INTO kin VALUES (?, ?)", (one.number, _body(one)))
        keys += _keys(one)
    keys.sort()
    connection.executemany("INSERT INTO kin_key VALUES (?, ?, ?)", keys)


def replace_kin(connection: sqlite3.Connection, gone: Iterable[KeptKin], kin: Iterable[KeptKin]) -> None:
    """Take some kin out and write others."""
    lost, new = (list(several) for several in (gone, kin))
    before, after = ({row for one in several for row in _keys(one)} for several in (lost, new))
    connection.executemany("DELETE FROM kin WHERE number = ?", ((one.number,) for one in lost))
    connection.executemany("DELETE FROM kin_key WHERE key = ? AND kin = ?", (row[:2] for row in sorted(before - after)))
    connection.executemany("INSERT INTO kin VALUES (?, ?)", ((one.number, _body(one)) for one in new))
    connection.executemany("INSERT INTO kin_key VALUES (?, ?, ?)", sorted(after - before))


def load_kin(connection: sqlite3.Connection, held: Iterable[int], offered: Iterable[int]) -> Iterator[KeptKin]:
    """Yield the kin that have one of some keys, or hold one of others."""
    rows = connection.execute(
        "SELECT number, body FROM kin WHERE number IN ("
        "SELECT kin FROM kin_key WHERE key IN (SELECT value FROM json_each(?)) UNION "
        "SELECT kin FROM kin_key WHERE key IN (SELECT value FROM json_each(?)) AND held) ORDER BY number",
        (json.dumps(sorted(held)), json.dumps(sorted(offered))),
    )
    seen: dict[Any, Any] = {}
    for number, body in rows:
        try:
            articles, ids, days, which, told, of, numbers, keys, more = expanded(body)
            actors = [local_of(fields, seen) for fields in told]
            members = list(map(Member, articles, ids, days, map(actors.__getitem__, which)))
            yield KeptKin(number, members, list(map(numbers.__getitem__, of)), frozenset(keys), frozenset(more))
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable("what is kept of actors") from error


def _keys(one: KeptKin) -> Iterator[tuple[int, int, int]]:
    yield from ((key, one.number, 1) for key in one.held)
    yield from ((key, one.number, 0) for key in one.offered)


def _body(one: KeptKin) -> bytes:
    """Return kin column by column; what its articles tell stands there once, and which of it each tells."""
    articles, ids, days, actors = zip(*one.members, strict=True)
    which, told = _numbered(actors)
    of, numbers = _numbered(one.homes)
    keys = sorted(one.held), sorted(one.offered)
    return compressed((articles, ids, days, which, told, of, numbers, *keys), _QUICK)


def _numbered(values: Iterable[T]) -> tuple[list[int], list[T]]:
    """Return of each value its number in the order in which they come, and every value once in that order."""
    numbers: dict[T, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values], list(numbers)
