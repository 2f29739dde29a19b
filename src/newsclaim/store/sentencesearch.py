"""Searches in sentences: the index tells which articles have the words, the sentences of their findings are read then.

An index of all sentences would make the database larger by half.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from newsclaim.models import NumericClaim, Quote, Span
from newsclaim.sentences import sentence_around
from newsclaim.store.articles import load_bodies, load_texts
from newsclaim.store.codec import path_of
from newsclaim.store.conditions import Condition, Conditions, where
from newsclaim.store.order import ORDER
from newsclaim.store.wordindex import ARTICLES_MATCHING, words_of_article

if TYPE_CHECKING:
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
#: A finding: its number, where it begins and ends.
Place = tuple[int, int, int]


def findings_saying(
    connection: sqlite3.Connection, table: str, query: Query, conditions: Conditions, wanted: int | None = None
) -> list[int]:
    """Return the numbers of quotes or claims, of those that conditions let through, whose sentence a search finds.

    They come by date; with `wanted` no more articles are read than give so many.
    """
    # What an article has in another sentence must not keep this one out, so it is asked for loosely.
    having: Condition = (f"+article.number IN ({ARTICLES_MATCHING})", [query.loose])
    tests = [row.test for row in conditions.rows]
    sql, values = where([(f"{table}.article = article.number", []), having, *conditions.articles, *tests])
    places = connection.execute(
        f"SELECT {table}.article, {table}.number, {table}.position, json_extract({table}.body, '{_ENDS[table]}') "
        f"FROM article CROSS JOIN {table}{sql} ORDER BY {ORDER}",
        values,
    )
    by_article = groupby(places, itemgetter(0))
    found: list[int] = []
    while wanted is None or len(found) < wanted:
        some = {
            article: [(n, start, end) for _, n, start, end in rows] for article, rows in islice(by_article, _AT_ONCE)
        }
        if not some:
            break
        found += _said(query, _sentences(connection, some))
    return found


def articles_saying(
    connection: sqlite3.Connection, query: Query, conditions: Sequence[Condition], wanted: int | None = None
) -> list[int]:
    """Return the numbers of the articles, of those that conditions let through, that a search finds; by date.

    With `wanted` no more of them are read than give so many.
    """
    words = query.exact if query.words_only else query.loose
    sql, values = where([(f"+article.number IN ({ARTICLES_MATCHING})", [words]), *conditions])
    rows = connection.execute(f"SELECT article.number FROM article{sql} ORDER BY {ORDER}", values)
    found: list[int] = []
    while (wanted is None or len(found) < wanted) and (some := [number for (number,) in islice(rows, _AT_ONCE)]):
        # Where words alone are asked for, the index has told already.
        found += some if query.words_only else _said(query, _words(connection, some))
    return found


def _words(connection: sqlite3.Connection, articles: Sequence[int]) -> Iterator[tuple[int, str]]:
    for number, body in load_bodies(connection, articles):
        yield number, words_of_article(body.article)


def _sentences(connection: sqlite3.Connection, places: Mapping[int, Sequence[Place]]) -> Iterator[tuple[int, str]]:
    for number, text, blocks in load_texts(connection, places):
        for finding, start, end in places[number]:
            low, high = sentence_around(text, blocks, start, end)
            yield finding, text[low:high]


def _said(query: Query, texts: Iterable[tuple[int, str]]) -> list[int]:
    """Return the numbers of the texts that a query matches, in their order."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f"CREATE VIRTUAL TABLE words USING fts5 (body, content = '', tokenize = '{_TOKENS}')")
        numbers: list[int] = []
        for number, text in texts:
            numbers.append(number)
            memory.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (len(numbers), text))
        rows = memory.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", (query.exact,))
        return [numbers[row - 1] for (row,) in rows]
