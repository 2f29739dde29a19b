"""Quotes and claims as counting needs them: many at once, without whole models."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsclaim.models import Cue, Mention, Quote
from newsclaim.models.stats import Figure, Utterance, Voice
from newsclaim.store.articles import load_bodies
from newsclaim.store.codec import path_of, unreadable
from newsclaim.store.conditions import claim_conditions, quote_conditions
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import selected
from newsclaim.text import number_of, numbered_id

_AT_ONCE = 500
#: Where in the compact row of a quote its parts stand; spans begin with their two offsets.
_KIND, _SPANS, _VERBATIM, _SPEAKERS, _CUE = (
    path_of(Quote, name) for name in ("kind", "spans", "verbatim", "speakers", "cue")
)
_STANCE, _ACTOR = path_of(Cue, "stance"), path_of(Mention, "actor")
_LENGTH = len(Quote.model_fields)
#: (article, its own actor) → who that is in the whole corpus.
_Voices = dict[tuple[int, int], Voice]


def load_utterances(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Utterance]:
    """Yield the quotes that a filter lets through, by date, article and place."""
    voices = _voices(connection, "speaker")
    rows = selected(connection, "quote", quote_conditions(wanted), ALL)
    while batch := list(islice(rows, _AT_ONCE)):
        texts = {number: body.article.text for number, body in load_bodies(connection, {row[1] for row in batch})}
        for _, article, body, *ref in batch:
            yield _utterance(article, ref, _packed(body, ref[0]), texts[article], voices)


def _packed(body: str, article: str) -> list[Any]:
    """Return the compact row of a quote: it is read by place, since models would take most of the time."""
    try:
        packed: list[Any] = json.loads(body)
    except ValueError as error:
        raise unreadable(f"a quote of the article {article!r}") from error
    return packed + [None] * (_LENGTH - len(packed))


def _utterance(article: int, ref: list[Any], packed: list[Any], text: str, voices: _Voices) -> Utterance:
    parts = [text[start:end] for start, end in packed[_SPANS]]
    cue = packed[_CUE]
    return Utterance(
        article=ref[0], outlet=ref[2], published=ref[3], kind=packed[_KIND], stance=cue[_STANCE] if cue else None,
        spans=tuple((start, end) for start, end in packed[_SPANS]), content=" ".join(parts).lower(),
        words=sum(len(part.split()) for part in parts),
        verbatim=sum(len(text[start:end].split()) for start, end in packed[_VERBATIM] or ()),
        voices=tuple(_voice(mention, article, text, voices) for mention in packed[_SPEAKERS] or ()),
    )  # fmt: skip


def _voice(mention: list[Any], article: int, text: str, voices: _Voices) -> Voice:
    actor = mention[_ACTOR] if len(mention) > _ACTOR else None
    known = voices.get((article, number_of(actor))) if actor else None
    return known or Voice(None, text[mention[0] : mention[1]], None)


def load_figures(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Figure]:
    """Yield the claims that a filter lets through, by date, article and place."""
    voices = _voices(connection, "source")
    credited: dict[int, list[Voice]] = {}
    for article, local, owner in connection.execute("SELECT article, local, owner FROM credit WHERE role = 'source'"):
        if (article, local) in voices:
            credited.setdefault(owner, []).append(voices[article, local])
    told = {number: rest for number, *rest in connection.execute("SELECT number, class, status FROM claim")}
    for number, _, _, *ref in selected(connection, "claim", claim_conditions(wanted), ALL):
        kind, status = told[number]
        yield Figure(ref[0], ref[2], ref[3], kind, status, tuple(credited.get(number, ())))


def _voices(connection: sqlite3.Connection, role: str) -> _Voices:
    rows = connection.execute(
        "SELECT DISTINCT credit.article, credit.local, actor.number, actor.name, actor.kind FROM credit "
        "JOIN member ON member.article = credit.article AND member.local = credit.local "
        "JOIN actor ON actor.number = member.actor WHERE credit.role = ?",
        (role,),
    )
    return {(article, local): Voice(numbered_id("a", actor), name, kind) for article, local, actor, name, kind in rows}
