"""Actors: those of single articles, compressed per article, and those of the whole corpus with their counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsclaim.models import Actor
from newsclaim.models.rows import ActorRow
from newsclaim.store.articles import deflated, expanded, number_of_article
from newsclaim.store.codec import build, pack, path_of, unpack, unreadable
from newsclaim.store.conditions import Condition, article_conditions, where
from newsclaim.store.filters import ActorFilter, Filter, Page
from newsclaim.store.order import ACTORS, ordered
from newsclaim.text import fold, number_of, numbered_id

#: In place of an actor's number: tells that the actors of the article have been joined with those of others.
JOINED = -1
#: (article, its actor) as numbers → (id, name) of the actor of the whole corpus; (article, `JOINED`) where joined.
Names = Mapping[tuple[int, int], tuple[str, str]]


def body_of_local(actors: Sequence[Actor]) -> bytes:
    """Return the actors of one article as they are kept."""
    return deflated(f"[{','.join(map(pack, actors))}]")


def save_local(connection: sqlite3.Connection, article: int, body: bytes) -> None:
    """Write the actors of one article."""
    connection.execute("INSERT INTO local_actors VALUES (?, ?)", (article, body))


def load_local_of(connection: sqlite3.Connection, article: str, text: str) -> tuple[Actor, ...]:
    """Return the actors of one article with their mentions."""
    row = connection.execute(
        "SELECT body FROM local_actors WHERE article = ?", (number_of_article(article),)
    ).fetchone()
    what = f"the actors of the article {article!r}"
    return tuple(build(Actor, fields, what) for fields in _fields(row[0], text, article)) if row else ()


def local_names(connection: sqlite3.Connection, article: int) -> dict[int, str]:
    """Return the names of one article's own actors, by number."""
    row = connection.execute("SELECT body FROM local_actors WHERE article = ?", (article,)).fetchone()
    found = _fields(row[0], "", "?") if row else ()
    return {number_of(fields["id"]): fields["name"] for fields in found}


def _fields(body: bytes, text: str, article: str) -> Iterator[dict[str, Any]]:
    what = f"the actors of the article {article!r}"
    try:
        packed = expanded(body)
    except ValueError as error:
        raise unreadable(what) from error
    return (unpack(Actor, json.dumps(one), text, what) for one in packed)


def load_actors(connection: sqlite3.Connection) -> list[Actor]:
    """Return the actors of the corpus without counts, by id."""
    rows = connection.execute("SELECT number, body FROM actor ORDER BY number")
    return [_actor(number, body) for number, body in rows]


def load_actors_named(connection: sqlite3.Connection, form: str) -> list[Actor]:
    """Return the actors that are known by a folded form of a name, by name."""
    rows = connection.execute(
        "SELECT actor.number, actor.body FROM name JOIN actor ON actor.number = name.actor WHERE name.form = ? "
        "ORDER BY actor.name, actor.number",
        (form,),
    )
    return [_actor(number, body) for number, body in rows]


def load_actor_rows(connection: sqlite3.Connection, wanted: ActorFilter, page: Page) -> list[ActorRow]:
    """Return actors of the corpus with their counts; those with most quotes first where the page says nothing else."""
    condition, values = where(_actor_conditions(wanted))
    last = "quotes DESC, claims DESC, articles DESC, name, number"
    rows = connection.execute(
        f"SELECT number, body, articles, quotes, claims FROM actor{condition} "
        f"ORDER BY {ordered(ACTORS, page.sort, last)} LIMIT ? OFFSET ?",
        (*values, -1 if page.limit is None else page.limit, page.offset),
    )
    return [_row(number, body, counts) for number, body, *counts in rows]


def _actor_conditions(wanted: ActorFilter) -> list[Condition]:
    found: list[Condition] = [("(quotes OR claims OR roles)", [])] if wanted.active else []
    if wanted.ids is not None:
        numbers = [number for identifier in wanted.ids if (number := _number(identifier)) is not None]
        found.append(("number IN (SELECT value FROM json_each(?))", [json.dumps(sorted(numbers))]))
    if wanted.kinds:
        found.append(("kind IN (SELECT value FROM json_each(?))", [json.dumps(wanted.kinds)]))
    if wanted.countries:
        column = f"json_extract(body, '$[{path_of(Actor, 'country')}]')"
        found.append((f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(wanted.countries)]))
    if wanted.search:
        found += [("instr(fold(body), ?)", [word]) for word in fold(wanted.search).split()]
    if wanted.articles or wanted.outlets:
        sql, values = where(article_conditions(Filter(articles=wanted.articles, outlets=wanted.outlets)))
        member = "SELECT member.actor FROM article CROSS JOIN member ON member.article = article.number"
        found.append((f"number IN ({member}{sql})", values))
    return found


def _number(identifier: str) -> int | None:
    try:
        return number_of(identifier) if identifier.startswith("a") else None
    except ValueError:
        return None


def _actor(number: int, body: str) -> Actor:
    identifier = numbered_id("a", number)
    what = f"the actor {identifier!r}"
    return build(Actor, unpack(Actor, body, "", what), what)


def _row(number: int, body: str, counts: Sequence[int]) -> ActorRow:
    actor = _actor(number, body)
    articles, quotes, claims = counts
    return ActorRow(
        id=actor.id, name=actor.name, kind=actor.kind, country=actor.country, roles=actor.roles, aliases=actor.aliases,
        articles=articles, quotes=quotes, claims=claims,
    )  # fmt: skip


def load_shown(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the name under which each actor of each article is shown, by article and the article's actor."""
    rows = connection.execute(
        "SELECT article.id, member.local, actor.name FROM member JOIN actor ON actor.number = member.actor "
        "JOIN article ON article.number = member.article"
    )
    return {(article, numbered_id("a", local)): name for article, local, name in rows}


def load_names(connection: sqlite3.Connection) -> list[str]:
    """Return the canonical names of all actors."""
    return [name for (name,) in connection.execute("SELECT name FROM actor ORDER BY name, number")]


def names_in(connection: sqlite3.Connection, articles: Iterable[int]) -> Names:
    """Return who the actors of some articles are in the whole corpus, in one query."""
    rows = connection.execute(
        "SELECT member.article, member.local, actor.number, actor.name FROM member "
        "JOIN actor ON actor.number = member.actor WHERE member.article IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    found = {(article, local): (numbered_id("a", actor), name) for article, local, actor, name in rows}
    return found | {(article, JOINED): ("", "") for article, _ in found}
