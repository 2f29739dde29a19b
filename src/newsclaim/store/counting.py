"""Quotes and claims as counting needs them: many at once, without whole models."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsclaim.models import Mention, Quote
from newsclaim.models.stats import ArticleTally, Figure, Utterance, Voice
from newsclaim.store.articles import load_plain
from newsclaim.store.codec import path_of, unreadable
from newsclaim.store.conditions import (
    Conditions,
    Narrowing,
    article_conditions,
    claim_conditions,
    quote_conditions,
    where,
)
from newsclaim.store.filters import Filter
from newsclaim.store.selecting import unordered
from newsclaim.text import number_of, numbered_id

#: So many rows are counted at a time.
_AT_ONCE = 50_000
#: Where in the compact row of a quote its speakers stand, and in theirs the actor; spans begin with their two offsets.
_SPEAKERS, _ACTOR = path_of(Quote, "speakers"), path_of(Mention, "actor")
#: (article, its own actor) → who that is in the whole corpus.
_Voices = dict[tuple[int, int], Voice]
#: Actors of the corpus by number.
_Known = dict[int, Voice]
#: First how many speakers there are, known or not.
_OF_QUOTE = f"json_array_length(quote.body, '$[{_SPEAKERS}]'), quote.kind, quote.stance, quote.words, quote.verbatim"
_COUNTED = Narrowing(("NOT quote.again", []))


def load_tallies(connection: sqlite3.Connection, wanted: Filter) -> Iterator[ArticleTally]:
    """Yield what was counted of the articles that a filter lets through."""
    condition, values = where(article_conditions(wanted))
    rows = connection.execute(
        "SELECT article.id, outlet, published, claims, direct, mixed, indirect, tally.words, verbatim, named, unnamed, "
        f"lengths FROM article JOIN tally ON tally.article = article.number{condition}",
        values,
    )
    for article, outlet, published, claims, direct, mixed, indirect, *counts, lengths in rows:
        words, verbatim, named, unnamed = counts
        yield ArticleTally(
            article=article, outlet=outlet, published=published, claims=claims, kinds=(direct, mixed, indirect),
            words=words, verbatim=verbatim, named=named, unnamed=unnamed, lengths=array("H", lengths),
        )  # fmt: skip


def load_utterances(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Utterance]:
    """Yield the quotes that count of those that a filter lets through."""
    conditions = quote_conditions(wanted)
    counted = Conditions(conditions.articles, [*conditions.rows, _COUNTED], conditions.saying)
    for batch in _batches(connection, "quote", counted, _OF_QUOTE, "speaker"):
        credited = batch.credited
        unknown = _unknown(connection, [row for row in batch.rows if (row[2] or 0) > len(credited.get(row[0], ()))])
        for number, article, _, *fields in batch.rows:
            voices = unknown.get(number) or credited.get(number) or ()
            yield Utterance._make((*batch.refs[article], *fields, tuple(voices)))


def load_figures(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Figure]:
    """Yield the claims that a filter lets through, those that are alike at once."""
    for batch in _batches(connection, "claim", claim_conditions(wanted), "claim.class, claim.status", "source"):
        alike = Counter(
            (article, *fields, tuple(batch.credited.get(number, ()))) for number, article, *fields in batch.rows
        )
        for (article, *fields), count in alike.items():
            yield Figure._make((*batch.refs[article], *fields, count))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some rows: number, article and what counts of each; their articles by number, and who is known to be credited."""

    rows: list[tuple[Any, ...]]
    refs: Mapping[int, tuple[str, str | None, str | None]]
    credited: Mapping[int, list[Voice]]


def _batches(
    connection: sqlite3.Connection, table: str, wanted: Conditions, columns: str, role: str
) -> Iterator[_Batch]:
    rows = unordered(connection, table, wanted, f"{table}.number, {table}.article, {columns}", _AT_ONCE)
    known: _Known = {}
    while batch := list(islice(rows, _AT_ONCE)):
        articles = json.dumps(sorted({row[1] for row in batch}))
        refs = connection.execute(
            "SELECT number, id, outlet, published FROM article WHERE number IN (SELECT value FROM json_each(?))",
            (articles,),
        )
        yield _Batch(batch, {number: tuple(ref) for number, *ref in refs}, _credited(connection, articles, role, known))


def _credited(connection: sqlite3.Connection, articles: str, role: str, known: _Known) -> dict[int, list[Voice]]:
    """Return who has a role in the rows of some articles, by the row's number."""
    rows = connection.execute(
        "SELECT credit.owner, member.actor FROM credit "
        "CROSS JOIN member ON member.article = credit.article AND member.local = credit.local "
        "WHERE credit.article IN (SELECT value FROM json_each(?)) AND credit.role = ?",
        (articles, role),
    ).fetchall()
    _learn(connection, {actor for _, actor in rows} - known.keys(), known)
    found: dict[int, list[Voice]] = defaultdict(list)
    for owner, actor in rows:
        found[owner].append(known[actor])
    return found


def _learn(connection: sqlite3.Connection, actors: set[int], known: _Known) -> None:
    rows = connection.execute(
        "SELECT number, name, kind FROM actor WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(actors)),),
    )
    known.update((number, Voice(numbered_id("a", number), name, kind)) for number, name, kind in rows)


def _unknown(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> dict[int, list[Voice]]:
    """Return the speakers of quotes of which nobody knows some: what those are called stands in the text alone."""
    voices = _voices(connection, {row[1] for row in rows})
    texts = dict(load_plain(connection, {row[1] for row in rows}))
    bodies = connection.execute(
        "SELECT number, article, body FROM quote WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps([row[0] for row in rows]),),
    )
    return {
        number: [_voice(mention, article, voices) or _named(mention, texts[article]) for mention in _speakers(body)]
        for number, article, body in bodies
    }


def _voice(mention: list[Any], article: int, voices: _Voices) -> Voice | None:
    actor = mention[_ACTOR] if len(mention) > _ACTOR else None
    return voices.get((article, number_of(actor))) if actor else None


def _named(mention: list[Any], text: str) -> Voice:
    return Voice(None, text[mention[0] : mention[1]], None)


def _voices(connection: sqlite3.Connection, articles: set[int]) -> _Voices:
    """Return who the actors of some articles are."""
    rows = connection.execute(
        "SELECT member.article, member.local, actor.number, actor.name, actor.kind FROM member "
        "JOIN actor ON actor.number = member.actor WHERE member.article IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {(article, local): Voice(numbered_id("a", actor), name, kind) for article, local, actor, name, kind in rows}


def _speakers(body: str) -> list[list[Any]]:
    """Return the speakers of a compact row: it is read by place, since models would take most of the time."""
    try:
        packed: list[Any] = json.loads(body)
        return packed[_SPEAKERS] or []
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable("a quote") from error
