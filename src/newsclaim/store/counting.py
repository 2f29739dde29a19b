"""Quotes and claims as counting needs them: many at once, without whole models."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from newsclaim.models import Mention, Quote
from newsclaim.models.stats import ArticleTally, Figure, Place, Utterance, Voice
from newsclaim.store.articles import load_plain
from newsclaim.store.codec import path_of, unreadable
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
from newsclaim.text import number_of

#: So many rows are counted at a time.
_AT_ONCE = 50_000
#: With this part of all articles none is looked for.
_MOST = 0.5
#: Where in the compact row of a quote its speakers stand, and in theirs the actor; spans begin with their two offsets.
_SPEAKERS, _ACTOR = path_of(Quote, "speakers"), path_of(Mention, "actor")
#: Actors of the corpus by number.
_Known = dict[int, Voice]
#: (article, its own actor) → who that is in the whole corpus.
_Voices = dict[tuple[int, int], Voice]
#: Last how many speakers there are, known or not.
_OF_QUOTE = f"quote.kind, quote.stance, quote.words, quote.verbatim, json_array_length(quote.body, '$[{_SPEAKERS}]')"
_COUNTED = Narrowing(("NOT quote.again", []))


def load_tallies(connection: sqlite3.Connection, wanted: Filter) -> Iterator[ArticleTally]:
    """Yield what was counted of the articles that a filter lets through."""
    condition, values = where(article_conditions(wanted))
    rows = connection.execute(
        "SELECT article.id, outlet, published, claims, direct, mixed, indirect, tally.words, verbatim, named, unnamed, "
        f"lengths FROM article JOIN tally ON tally.article = article.number{condition}",
        values,
    )
    for article, outlet, published, claims, direct, mixed, indirect, words, verbatim, named, unnamed, lengths in rows:
        yield ArticleTally(
            place=Place(article, outlet, published), claims=claims, kinds=(direct, mixed, indirect), words=words,
            verbatim=verbatim, named=named, unnamed=unnamed, lengths=array("H", lengths),
        )  # fmt: skip


def load_utterances(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Utterance]:
    """Yield the quotes that count of those that a filter lets through."""
    conditions = quote_conditions(wanted)
    counted = conditions._replace(rows=[*conditions.rows, _COUNTED])
    for batch in _batches(connection, "quote", counted, _OF_QUOTE, "speaker"):
        credited = batch.credited
        unknown = [row for row in batch.rows if row[-1] and row[-1] > len(credited.get(row[0], ()))]
        if unknown:
            credited |= _unknown(connection, unknown)
        places = batch.places
        for number, article, kind, stance, words, verbatim, _ in batch.rows:
            yield Utterance(places[article], kind, stance, words, verbatim, credited.get(number, ()))


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
    credited: dict[int, list[Voice]]


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


def _credited(connection: sqlite3.Connection, articles: str | None, role: str, known: _Known) -> dict[int, list[Voice]]:
    """Return who has a role in the rows of some articles, by the row's number."""
    condition, values = _among("credit.article", articles)
    rows = connection.execute(
        "SELECT credit.owner, member.actor FROM credit CROSS JOIN member ON member.article = credit.article "
        f"AND member.local = credit.local WHERE {condition} AND credit.role = ?",
        [*values, role],
    ).fetchall()
    _learn(connection, {actor for _, actor in rows} - known.keys(), known)
    found: dict[int, list[Voice]] = defaultdict(list)
    for owner, actor in rows:
        found[owner].append(known[actor])
    return found


def _learn(connection: sqlite3.Connection, actors: set[int], known: _Known) -> None:
    condition, values = _among("number", json.dumps(sorted(actors)))
    rows = connection.execute(f"SELECT number, name, kind FROM actor WHERE {condition}", values)
    known.update((number, Voice.of(number, name, kind)) for number, name, kind in rows)


def _unknown(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> dict[int, list[Voice]]:
    """Return the speakers of quotes of which nobody knows some: what those are called stands in the text alone."""
    texts = dict(load_plain(connection, {row[1] for row in rows}))
    condition, values = _among("number", json.dumps([row[0] for row in rows]))
    bodies = connection.execute(f"SELECT number, article, body FROM quote WHERE {condition}", values)
    several = [(number, article, _speakers(body)) for number, article, body in bodies]
    voices = _voices(connection, {key for _, article, mentions in several for key in _keys(article, mentions)})
    return {
        number: [_voice(mention, article, voices) or _named(mention, texts[article]) for mention in mentions]
        for number, article, mentions in several
    }


def _keys(article: int, mentions: Iterable[list[Any]]) -> Iterator[tuple[int, int]]:
    """Yield the actors of their article that mentions name."""
    for mention in mentions:
        if len(mention) > _ACTOR and mention[_ACTOR]:
            yield article, number_of(mention[_ACTOR])


def _voice(mention: list[Any], article: int, voices: _Voices) -> Voice | None:
    return next((voices[key] for key in _keys(article, [mention]) if key in voices), None)


def _named(mention: list[Any], text: str) -> Voice:
    return Voice(None, text[mention[0] : mention[1]], is_named=False)


def _voices(connection: sqlite3.Connection, wanted: set[tuple[int, int]]) -> _Voices:
    """Return who some actors of articles are."""
    rows = connection.execute(
        "SELECT member.article, member.local, actor.number, actor.name, actor.kind FROM json_each(?) AS wanted "
        "CROSS JOIN member ON member.article = json_extract(wanted.value, '$[0]') "
        "AND member.local = json_extract(wanted.value, '$[1]') CROSS JOIN actor ON actor.number = member.actor",
        (json.dumps(sorted(wanted)),),
    )
    return {(article, local): Voice.of(actor, name, kind) for article, local, actor, name, kind in rows}


def _speakers(body: str) -> list[list[Any]]:
    """Return the speakers of a compact row: it is read by place, since models would take most of the time."""
    try:
        packed: list[Any] = json.loads(body)
        return packed[_SPEAKERS] or []
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable("a quote") from error
