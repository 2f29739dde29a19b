"""The actors of the whole corpus as they are written: all at once, or where some articles have changed."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsclaim.models import Actor
from newsclaim.names.search import known_as
from newsclaim.store.articles import expanded, number_of_article
from newsclaim.store.codec import build, pack, unpack
from newsclaim.text import number_of, numbered_id

#: (article, its actor) → the id of an actor of the corpus, or its number.
Members = Mapping[tuple[str, str], str]
Homes = Mapping[tuple[str, str], int]
_INSERT = "INSERT INTO actor VALUES (?, ?, ?, ?, 0, 0, 0, ?)"


@dataclass(frozen=True, slots=True)
class ActorRows:
    """What is written of the actors of a whole corpus, in the order of the keys: many times as quick as another one."""

    actors: list[tuple[object, ...]]
    names: list[tuple[str, int]]
    members: list[tuple[int, int, int]]


def rows_of(portions: Iterable[tuple[Iterable[Actor], Members]]) -> ActorRows:
    """Return the rows of actors that come some at a time; `members` maps (article, its actor) to them.

    Should an actor come twice, the first counts: better than no actors at all.
    """
    found = ActorRows([], [], [])
    article = cache(number_of_article)
    seen: set[int] = set()
    for actors, members in portions:
        for actor in actors:
            number = number_of(actor.id)
            if number in seen:
                continue
            seen.add(number)
            found.actors.append(_row(actor))
            found.names.extend((form, number) for form in known_as(actor))
        found.members.extend((article(a), number_of(local), number_of(actor)) for (a, local), actor in members.items())
    for rows in (found.actors, found.names, found.members):
        rows.sort()
    return found


def save_actors(connection: sqlite3.Connection, rows: ActorRows) -> None:
    """Write the actors of the whole corpus in place of those before."""
    connection.execute("PRAGMA cache_size = -65536")
    for table in ("member", "name", "actor", "bereft"):
        connection.execute(f"DELETE FROM {table}")
    indexes = [_without_index(connection, name) for name in ("member_actor", "actor_order")]
    connection.executemany(_INSERT, rows.actors)
    connection.executemany("INSERT INTO name VALUES (?, ?)", rows.names)
    connection.executemany("INSERT INTO member VALUES (?, ?, ?)", rows.members)
    connection.execute(indexes[0])
    recount(connection)
    connection.execute(indexes[1])


def _without_index(connection: sqlite3.Connection, name: str) -> str:
    """Drop an index and return what makes it again: that takes a third of the time of keeping it."""
    (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    connection.execute(f"DROP INDEX {name}")
    return str(made)


def names_of(connection: sqlite3.Connection, actors: Iterable[int]) -> dict[int, str]:
    """Return the names of some actors, by number."""
    query = "SELECT number, name FROM actor WHERE number IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(sorted(actors)),)))


def replace_actors(
    connection: sqlite3.Connection, before: Homes, actors: Sequence[Actor], members: Members, changed: Collection[str]
) -> None:
    """Write some actors of the corpus in place of those that their members belonged to before.

    `before` tells who they were, `members` who they are; `changed` are the articles that have changed or gone. Only
    rows that differ are written.
    """
    bereft = {number for (number,) in connection.execute("SELECT actor FROM bereft")} | forget_marked(connection)
    connection.execute("DELETE FROM bereft")
    numbers = {actor.id: number_of(actor.id) for actor in actors}
    moved = {key: number for key, actor in members.items() if (number := numbers[actor]) != before.get(key)}
    counted = bereft | {numbers[actor] for key, actor in members.items() if key[0] in changed}
    counted |= {*moved.values(), *(before[key] for key in moved if key in before)}
    counted |= write_rows(connection, {numbers[actor.id]: actor for actor in actors})
    rows = ((number_of_article(a), number_of(local), number) for (a, local), number in moved.items())
    connection.executemany("INSERT OR REPLACE INTO member VALUES (?, ?, ?)", sorted(rows))
    forget_actors(connection, bereft.union(before.values()).difference(numbers.values()))
    recount(connection, counted)


def write_rows(connection: sqlite3.Connection, new: Mapping[int, Actor]) -> set[int]:
    """Write the rows and names of actors that are not as they were before; return the numbers of those."""
    stored = dict(_bodies(connection, new))
    rows = {number: _row(actor) for number, actor in new.items()}
    written = {number for number, row in rows.items() if stored.get(number) != row[-1]}
    connection.executemany(
        f"{_INSERT} ON CONFLICT (number) DO UPDATE SET name = excluded.name, kind = excluded.kind, "
        "roles = excluded.roles, body = excluded.body",
        (rows[number] for number in sorted(written)),
    )
    names = {(form, number) for number in written for form in known_as(new[number])}
    old = {pair for number in written if number in stored for pair in _names(number, stored[number])}
    connection.executemany("DELETE FROM name WHERE form = ? AND actor = ?", sorted(old - names))
    connection.executemany("INSERT INTO name VALUES (?, ?)", sorted(names - old))
    return written


def forget_actors(connection: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Remove those of some actors that nobody belongs to any more."""
    query = "SELECT 1 FROM member WHERE actor = ? LIMIT 1"
    gone = [number for number in sorted(numbers) if connection.execute(query, (number,)).fetchone() is None]
    names = [pair for number, body in _bodies(connection, gone) for pair in _names(number, body)]
    connection.executemany("DELETE FROM name WHERE form = ? AND actor = ?", names)
    connection.executemany("DELETE FROM actor WHERE number = ?", ((number,) for number in gone))


def _bodies(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, str]]:
    query = "SELECT number, body FROM actor WHERE number IN (SELECT value FROM json_each(?))"
    yield from connection.execute(query, (json.dumps(sorted(numbers)),))


def _row(actor: Actor) -> tuple[object, ...]:
    lean = actor.model_copy(update={"mentions": ()}) if actor.mentions else actor
    return number_of(actor.id), actor.name, actor.kind, len(actor.roles), pack(lean)


def _names(number: int, body: str) -> list[tuple[str, int]]:
    what = f"the actor {numbered_id('a', number)!r}"
    return sorted((form, number) for form in known_as(build(Actor, unpack(Actor, body, "", what), what)))


def forget_marked(connection: sqlite3.Connection) -> set[int]:
    """Take out whom only marks name, as whom they mean may change; return the actors they meant."""
    rows = connection.execute(
        "SELECT article, body FROM local_actors WHERE article IN (SELECT article FROM mark)"
    ).fetchall()
    meant: set[int] = set()
    for article, body in rows:
        known = {number_of(values[0]) for values in expanded(body)}
        members = connection.execute("SELECT local, actor FROM member WHERE article = ?", (article,)).fetchall()
        marked = [(local, actor) for local, actor in members if local not in known]
        meant |= {actor for _, actor in marked}
        connection.executemany(
            "DELETE FROM member WHERE article = ? AND local = ?", ((article, local) for local, _ in marked)
        )
    return meant


def recount(connection: sqlite3.Connection, actors: Collection[int] | None = None) -> None:
    """Write how many articles name each actor, how many quotes it is credited with, how many claims it makes.

    Of all actors, or of those with some numbers.
    """
    only = "" if actors is None else "WHERE member.actor IN (SELECT value FROM json_each(?)) "
    values = () if actors is None else (json.dumps(sorted(actors)),)
    counts: dict[int, Counter[str]] = {number: Counter() for number in actors or ()}
    rows = connection.execute(
        f"SELECT member.actor, count(DISTINCT member.article) FROM member {only}GROUP BY member.actor", values
    )
    for actor, articles in rows:
        counts.setdefault(actor, Counter())["articles"] = articles
    rows = connection.execute(
        "SELECT member.actor, credit.role, count(DISTINCT credit.owner) FROM member JOIN credit "
        "ON credit.article = member.article AND credit.local = member.local "
        f"{only}GROUP BY member.actor, credit.role",
        values,
    )
    for actor, role, count in rows:
        counts[actor][role] = count
    connection.executemany(
        "UPDATE actor SET articles = ?, quotes = ?, claims = ? WHERE number = ?",
        ((c["articles"], c["speaker"], c["source"], actor) for actor, c in sorted(counts.items())),
    )
