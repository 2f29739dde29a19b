"""Columns and counts of rows that were written before, from the bodies of those rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import TypeVar

from newsclaim.errors import StoreError
from newsclaim.models import Mention, NumericClaim, Quote
from newsclaim.store.actors import load_local_of
from newsclaim.store.articles import load_bodies, load_plain
from newsclaim.store.codec import build, path_of, unpack
from newsclaim.store.findings import columns_of_claim, in_order
from newsclaim.store.speech import nameless_of, save_tally, tally_of, told_again, verbatim_words_in, words_in
from newsclaim.store.wordindex import index_words_anew
from newsclaim.text import number_of, numbered_id

#: Where in the compact row of a quote its speakers stand, and in theirs the actor; spans begin with their two offsets.
_SPEAKERS, _ACTOR = path_of(Quote, "speakers"), path_of(Mention, "actor")
Kind = TypeVar("Kind", Quote, NumericClaim)


def tally_anew(connection: sqlite3.Connection, article: int) -> None:
    """Work out anew what is counted of the quotes of an article."""
    identifier, text, quotes = _quotes(connection, article)
    again = told_again(quotes)
    connection.execute("UPDATE quote SET again = 0 WHERE article = ? AND again", (article,))
    connection.executemany(
        "UPDATE quote SET again = 1 WHERE number = ?", ((number_of(repeated),) for repeated in again)
    )
    who = {actor.id: (actor.name, actor.kind) for actor in load_local_of(connection, identifier, text)}
    save_tally(connection, article, tally_of(quotes, again, who))


def fill_columns(connection: sqlite3.Connection) -> None:
    """Fill the columns of version 12 from the bodies of all rows, and make the indexes of words anew."""
    for (article,) in connection.execute("SELECT number FROM article").fetchall():
        _, text, quotes = _quotes(connection, article)
        connection.executemany(
            "UPDATE quote SET nth = ?, words = ?, verbatim = ? WHERE number = ?",
            (
                (nth, words_in(quote), verbatim_words_in(quote), number_of(quote.id))
                for nth, quote in enumerate(in_order(quotes))
            ),
        )
        connection.execute(
            "UPDATE mark SET nth = ? + (SELECT count(*) FROM mark AS m WHERE m.article = mark.article "
            "AND m.finding < mark.finding) WHERE article = ? AND kind = 'quote' AND verdict = 'wrong'",
            (len(quotes), article),
        )
        claims = _found(connection, NumericClaim, article, text)
        connection.executemany(
            "UPDATE claim SET about = ?, event = ?, place = ?, country = ? WHERE number = ?",
            ((*columns_of_claim(claim), number_of(claim.id)) for claim in claims),
        )
        tally_anew(connection, article)
    index_words_anew(connection)


def fill_nameless(connection: sqlite3.Connection) -> None:
    """Fill the column of version 17: a text is read only where one of its speakers is nobody."""
    for (article,) in connection.execute("SELECT number FROM article").fetchall():
        spans = dict(_nameless(connection, article))
        if spans:
            ((_, text),) = load_plain(connection, [article])
            rows = ((nameless_of(text[start:end] for start, end in found), number) for number, found in spans.items())
            connection.executemany("UPDATE quote SET nameless = ? WHERE number = ?", rows)


def _nameless(connection: sqlite3.Connection, article: int) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the quotes of an article of whose speakers some are nobody, and where the words for those stand."""
    rows = connection.execute(
        f"SELECT number, json_extract(body, '$[{_SPEAKERS}]') FROM quote WHERE article = ? AND json_valid(body)",
        [article],
    )
    for number, speakers in rows.fetchall():
        found = [(one[0], one[1]) for one in json.loads(speakers or "[]") if len(one) <= _ACTOR or not one[_ACTOR]]
        if found:
            yield number, found


def _quotes(connection: sqlite3.Connection, article: int) -> tuple[str, str, list[Quote]]:
    """Return id and text of an article, and those of its quotes that can be read."""
    _, body = next(load_bodies(connection, [article]))
    return body.article.id, body.article.text, _found(connection, Quote, article, body.article.text)


def _found(connection: sqlite3.Connection, kind: type[Kind], article: int, text: str) -> list[Kind]:
    table, prefix = ("quote", "q") if kind is Quote else ("claim", "n")
    found: list[Kind] = []
    for number, row in connection.execute(f"SELECT number, body FROM {table} WHERE article = ?", (article,)).fetchall():
        try:
            fields = unpack(kind, row, text, "a row") | {"id": numbered_id(prefix, number)}
            found.append(build(kind, fields, "a row"))
        except StoreError:
            continue
    return found
