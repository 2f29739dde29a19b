"""Searches in sentences: the index tells which articles have the words, the sentences of their findings are read then.

An index of all sentences would make the database larger by half.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice

from newsclaim.models import NumericClaim, Quote, Span
from newsclaim.sentences import sentence_around
from newsclaim.store.articles import load_bodies
from newsclaim.store.articletext import words_of_article
from newsclaim.store.codec import path_of
from newsclaim.store.conditions import Condition, where
from newsclaim.store.order import ORDER
from newsclaim.store.search import Query

#: Where in the row of a finding its end stands; a quote's first stretch tells where it stands.
_ENDS = {
    "claim": f"$[{path_of(NumericClaim, 'end')}]",
    "quote": f"$[{path_of(Quote, 'spans')}][0][{path_of(Span, 'end')}]",
}
#: How the index cuts words.
_TOKENS = "porter unicode61 remove_diacritics 2"
#: So many articles are read at a time.
_AT_ONCE = 100
#: A finding by its number, with where it begins and ends.
Place = tuple[int, int, int]


def findings_saying(
    connection: sqlite3.Connection, table: str, query: Query, conditions: list[Condition], wanted: int | None = None
) -> list[int]:
    """Return the numbers of quotes or claims, of those that conditions let through, whose sentence a search finds.

    They come by date; with `wanted` no more articles are read than give so many.
    """
    sql, values = where(
        [
            (f"{table}.article = article.number", []),
            ("article.number IN (SELECT rowid FROM article_text WHERE article_text MATCH ?)", [query.loose]),
            *conditions,
        ]
    )
    places: dict[int, list[Place]] = {}
    for article, *place in connection.execute(
        f"SELECT {table}.article, {table}.number, {table}.position, json_extract({table}.body, '{_ENDS[table]}') "
        f"FROM article CROSS JOIN {table}{sql} ORDER BY {ORDER}",
        values,
    ):
        places.setdefault(article, []).append((place[0], place[1], place[2]))
    found: list[int] = []
    todo = iter(places)
    while (wanted is None or len(found) < wanted) and (some := list(islice(todo, _AT_ONCE))):
        found += _matching(query, _sentences(connection, {article: places[article] for article in some}))
    return found


def articles_saying(connection: sqlite3.Connection, query: Query) -> list[int]:
    """Return the numbers of the articles that a search finds."""
    sql = "SELECT rowid FROM article_text WHERE article_text MATCH ?"
    if query.words_only:
        return [number for (number,) in connection.execute(sql, (query.exact,))]
    found = [number for (number,) in connection.execute(sql, (query.loose,))]
    return _matching(query, ((n, words_of_article(body.article)) for n, body in load_bodies(connection, found)))


def _sentences(connection: sqlite3.Connection, places: dict[int, list[Place]]) -> Iterator[tuple[int, str]]:
    for number, body in load_bodies(connection, places):
        text, blocks = body.article.text, body.article.blocks
        for finding, start, end in places[number]:
            low, high = sentence_around(text, blocks, start, end)
            yield finding, text[low:high]


def _matching(query: Query, texts: Iterable[tuple[int, str]]) -> list[int]:
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE words USING fts5 (body, content = '', tokenize = '{_TOKENS}')")
        memory.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", texts)
        return [number for (number,) in memory.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.exact,))]


def among(table: str, numbers: list[int]) -> Condition:
    """Return the condition that a row is one of those."""
    return f"{table}.number IN (SELECT value FROM json_each(?))", [json.dumps(numbers)]
