"""Actors of articles that can bear on one another, kept with the keys by which later ones find them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from newsclaim.models.local import KeptKin, LocalActor
from newsclaim.store.articles import compressed, expanded
from newsclaim.store.codec import unreadable
from newsclaim.store.local import local_of
from newsclaim.store.traces import Trace

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
    for one in gone:
        connection.execute("DELETE FROM kin WHERE number = ?", (one.number,))
        connection.executemany("DELETE FROM kin_key WHERE key = ? AND kin = ?", (row[:2] for row in _keys(one)))
    for one in kin:
        connection.execute("INSERT INTO kin VALUES (?, ?)", (one.number, _body(one)))
        connection.executemany("INSERT INTO kin_key VALUES (?, ?, ?)", sorted(_keys(one)))


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
            members, keys, more = expanded(body)
            placed = tuple((article, day, local_of(fields, seen)) for article, day, fields in members)
            yield KeptKin(number, placed, frozenset(keys), frozenset(more))
        except (ValueError, TypeError, LookupError) as error:
            raise unreadable("what is kept of actors") from error


def _keys(one: KeptKin) -> Iterator[tuple[int, int, int]]:
    yield from ((key, one.number, 1) for key in one.held)
    yield from ((key, one.number, 0) for key in one.offered)


def _body(one: KeptKin) -> bytes:
    members = [(article, day, _fields(actor)) for article, day, actor in one.members]
    return compressed((members, sorted(one.held), sorted(one.offered)), _QUICK)


def _fields(actor: LocalActor) -> list[object]:
    """Return the fields of an actor as `local_of` reads them: what it has none of is left out at the end."""
    roles = [(r.title, r.organisation, r.country, r.start, r.end) for r in actor.roles]
    aliases = [(a.text, a.rule, a.count) for a in actor.aliases]
    return [actor.id, actor.name, actor.kind, roles, actor.country, aliases]
