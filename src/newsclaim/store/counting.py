"""Quotes and claims as counting needs them: many at once, without whole models."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsclaim.models.stats import ArticleTally, Figure, Place, Utterance, Voice
from newsclaim.store.conditions import (
    Condition,
    Conditions,
    Narrowing,
    article_conditions,
    claim_conditions,
    quote_conditions,
    where,
)
from newsclaim.store.filters import Filter
from newsclaim.store.selecting import count, unordered

#: So many rows are counted at a time.
_AT_ONCE = 50_000
#: With this part of all articles none is looked for.
_MOST = 0.5
#: Actors of the corpus by number.
_Known = dict[int, Voice]
#: Who is credited in a row, by the row's number.
_Credited = dict[int, list[Voice]]
_OF_QUOTE = "quote.kind, quote.stance, quote.words, quote.verbatim, quote.nameless"
_COUNTED = Narrowing(("NOT quote.again", []))


def load_tallies(connection: sqlite3.Connection, wanted: Filter) -> Iterator[ArticleTally]:
    """Yield what was counted of the articles that a filter lets through."""
    condition, values = where(article_conditions(wanted))
    rows = connection.execute(
        "SELECT article.id, outlet, published, claims, direct, mixed, indirect, tally.words, verbatim, named, unnamed, "
        f"lengths FROM article JOIN tally ON tally.article = article.number{condition}",
        values,
    )
    yield from map(ArticleTally._make, rows)


def load_utterances(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Utterance]:
    """Yield the quotes that count of those that a filter lets through."""
    conditions = quote_conditions(wanted)
    counted = conditions._replace(rows=[*conditions.rows, _COUNTED])
    for batch in _batches(connection, "quote", counted, _OF_QUOTE, "speaker"):
        places, credited = batch.places, batch.credited
        for number, article, kind, stance, words, verbatim, nameless in batch.rows:
            voices = credited.get(number, ())
            if nameless:
                voices = [*voices, *(Voice(None, called, is_named=False) for called in json.loads(nameless))]
            yield Utterance(places[article], kind, stance, words, verbatim, voices)


def load_figures(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Figure]:
    """Yield the claims that a filter lets through."""
    for batch in _batches(connection, "claim", claim_conditions(wanted), "claim.class, claim.status", "source"):
        places, credited = batch.places, batch.credited
        for number, article, kind, status in batch.rows:
            yield Figure(places[article], kind, status, credited.get(number, ()))


class _Batch(NamedTuple):
    """Some rows: number, article and what counts of each; their articles by number, and who is known to be credited."""

    rows: list[tuple[Any, ...]]
    places: dict[int, Place]
    credited: _Credited


def _batches(
    connection: sqlite3.Connection, table: str, wanted: Conditions, columns: str, role: str
) -> Iterator[_Batch]:
    rows = unordered(connection, table, wanted, f"{table}.number, {table}.article, {columns}", _AT_ONCE)
    size = count(connection, "article")
    known: _Known = {}
    while batch := list(islice(rows, _AT_ONCE)):
        articles = {row[1] for row in batch}
        # To go through a whole table is quicker than to look for most of it.
        listed = json.dumps(sorted(articles)) if len(articles) < _MOST * size else None
        yield _Batch(batch, _places(connection, listed), _credited(connection, listed, role, known))


def _among(column: str, listed: str | None) -> Condition:
    return (f"{column} IN (SELECT value FROM json_each(?))", [listed]) if listed else ("1", [])


def _places(connection: sqlite3.Connection, articles: str | None) -> dict[int, Place]:
    condition, values = _among("number", articles)
    rows = connection.execute(f"SELECT number, id, outlet, published FROM article WHERE {condition}", values)
    return {number: Place(*place) for number, *place in rows}


def _credited(connection: sqlite3.Connection, articles: str | None, role: str, known: _Known) -> _Credited:
    """Return who has a role in the rows of some articles, by the row's number."""
    condition, values = _among("credit.article", articles)
    rows = connection.execute(
        "SELECT credit.owner, member.actor, credit.local FROM credit LEFT JOIN member "
        f"ON member.article = credit.article AND member.local = credit.local WHERE {condition} AND credit.role = ?",
        [*values, role],
    ).fetchall()
    _learn(connection, {actor for _, actor, _ in rows if actor} - known.keys(), known)
    found: _Credited = {}
    for owner, actor, local in rows:
        # Before actors are joined nobody is known beyond an article.
        voice = known[actor] if actor else Voice(None, str(local), is_named=False)
        if owner in found:
            found[owner].append(voice)
        else:
            found[owner] = [voice]
    return found


def _learn(connection: sqlite3.Connection, actors: set[int], known: _Known) -> None:
    condition, values = _among("number", json.dumps(sorted(actors)))
    rows = connection.execute(f"SELECT number, name, kind FROM actor WHERE {condition}", values)
    known.update((number, Voice.of(number, name, kind)) for number, name, kind in rows)
