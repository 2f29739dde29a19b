"""Quotes and claims as counting needs them: many at once, without whole models."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from newsclaim.models import Mention, Quote
from newsclaim.models.stats import ArticleTally, Figure, Utterance, Voice
from newsclaim.store.articles import load_texts
from newsclaim.store.codec import path_of, unreadable
from newsclaim.store.conditions import (
    Conditions,
    Narrowing,
    article_conditions,
    claim_conditions,
    quote_conditions,
    where,
)
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import selected
from newsclaim.text import number_of, numbered_id

_AT_ONCE = 500
#: Where in the compact row of a quote its speakers stand, and in theirs the actor; spans begin with their two offsets.
_SPEAKERS, _ACTOR = path_of(Quote, "speakers"), path_of(Mention, "actor")
#: (article, its own actor) → who that is in the whole corpus.
_Voices = dict[tuple[int, int], Voice]
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
    """Yield the quotes that count of those that a filter lets through, by date, article and place."""
    conditions = quote_conditions(wanted)
    counted = Conditions(conditions.articles, [*conditions.rows, _COUNTED], conditions.saying)
    columns = "quote.kind, quote.stance, quote.words, quote.verbatim"
    rows = selected(connection, "quote", counted, ALL, more=columns)
    while batch := list(islice(rows, _AT_ONCE)):
        voices = _voices(connection, {row[1] for row in batch})
        speakers = [_speakers(row[2], row[3]) for row in batch]
        told = _Texts(connection, batch, speakers, voices)
        for (_, article, _, *ref, kind, stance, words, verbatim), mentions in zip(batch, speakers, strict=True):
            found = tuple(_voice(mention, article, voices) or told.voice(mention, article) for mention in mentions)
            yield Utterance(ref[0], ref[2], ref[3], kind, stance, words, verbatim, found)


def _speakers(body: str, article: str) -> list[list[Any]]:
    """Return the speakers of a compact row: it is read by place, since models would take most of the time."""
    try:
        packed: list[Any] = json.loads(body)
        return packed[_SPEAKERS] or [] if len(packed) > _SPEAKERS else []
    except (ValueError, TypeError) as error:
        raise unreadable(f"a quote of the article {article!r}") from error


def _voice(mention: list[Any], article: int, voices: _Voices) -> Voice | None:
    actor = mention[_ACTOR] if len(mention) > _ACTOR else None
    return voices.get((article, number_of(actor))) if actor else None


class _Texts:
    """The texts of those articles in which somebody speaks whom nobody knows: what he is called stands there alone."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        batch: Sequence[tuple[Any, ...]],
        speakers: Sequence[list[list[Any]]],
        voices: _Voices,
    ) -> None:
        asked = {
            row[1]
            for row, mentions in zip(batch, speakers, strict=True)
            if any(_voice(mention, row[1], voices) is None for mention in mentions)
        }
        self._texts = {number: text for number, text, _ in load_texts(connection, asked)}

    def voice(self, mention: list[Any], article: int) -> Voice:
        return Voice(None, self._texts[article][mention[0] : mention[1]], None)


def load_figures(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Figure]:
    """Yield the claims that a filter lets through, by date, article and place."""
    rows = selected(connection, "claim", claim_conditions(wanted), ALL, more="claim.class, claim.status")
    while batch := list(islice(rows, _AT_ONCE)):
        articles = {row[1] for row in batch}
        voices = _voices(connection, articles)
        credited: dict[int, list[Voice]] = defaultdict(list)
        for article, local, owner in connection.execute(
            "SELECT article, local, owner FROM credit WHERE article IN (SELECT value FROM json_each(?)) "
            "AND role = 'source'",
            (json.dumps(sorted(articles)),),
        ):
            if (article, local) in voices:
                credited[owner].append(voices[article, local])
        for number, _, _, *ref, kind, status in batch:
            yield Figure(ref[0], ref[2], ref[3], kind, status, tuple(credited.get(number, ())))


def _voices(connection: sqlite3.Connection, articles: set[int]) -> _Voices:
    rows = connection.execute(
        "SELECT member.article, member.local, actor.number, actor.name, actor.kind FROM member "
        "JOIN actor ON actor.number = member.actor WHERE member.article IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {(article, local): Voice(numbered_id("a", actor), name, kind) for article, local, actor, name, kind in rows}
