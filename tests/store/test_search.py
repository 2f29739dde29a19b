"""What a user types to search, read as the full-text index reads it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.errors import QueryError
from newsclaim.models.sorts import ACTOR_SORTS, ARTICLE_SORTS, CLAIM_SORTS, QUOTE_SORTS
from newsclaim.store import order
from newsclaim.store.search import match_query

TEXTS = ["soldiers crossed the border", "soldiers stayed at home", "the border is closed", "denials came at once"]
SORTS = [
    (order.QUOTES, QUOTE_SORTS), (order.CLAIMS, CLAIM_SORTS), (order.ARTICLES, ARTICLE_SORTS), (order.ACTORS, ACTOR_SORTS),
]  # fmt: skip


@pytest.mark.parametrize(("columns", "keys"), SORTS)
def test_rows_can_be_sorted_by_what_the_commands_offer(columns, keys):
    assert tuple(columns) == keys


SEARCHES = [
    ("soldiers border", [0]),
    ("soldiers AND border", [0]),
    ("soldier", [0, 1]),  # the stem counts
    ("soldiers OR border", [0, 1, 2]),
    ("soldiers NOT border", [1]),
    ("soldiers -border", [1]),
    ("the border NOT (soldiers OR closed)", []),
    ("(home OR closed) the", [2]),
    ('"the border"', [0, 2]),
    ('"border the"', []),  # a phrase keeps its order
    ("deni*", [3]),
    ("den", []),
    ("NEAR(soldiers home, 3)", [1]),
    ("NEAR(soldiers home, 1)", []),
    ("SOLDIERS or", []),  # operators are in capitals, words are not
    ("border; DROP TABLE", []),
    ("!!", []),
    ("", []),
    ('soldiers"', [0, 1]),  # a mark that is not closed is left out
    ("content:soldiers", []),  # no syntax of the index reaches it
    ("^soldiers", [0, 1]),
    ("stay-at-home", [1]),  # a word with hyphens is a phrase
]


@pytest.fixture
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (content, tokenize = 'porter unicode61')")
    connection.executemany("INSERT INTO words (rowid, content) VALUES (?, ?)", enumerate(TEXTS))
    return connection


@pytest.mark.parametrize(("typed", "found"), SEARCHES)
def test_searches(index, typed, found):
    sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid"
    assert [row for (row,) in index.execute(sql, (match_query(typed).exact,))] == found


@pytest.mark.parametrize("typed", ["NOT border", "a OR", "OR", "(a", "a)", "a AND", "a NOT", "() OR a"])
def test_what_cannot_be_read_is_said(typed):
    with pytest.raises(QueryError, match="cannot be read"):
        match_query(typed)


@given(st.text(alphabet='ab "*()-^:;{}+,ORANDT', max_size=30))
def test_whatever_is_typed_the_index_understands_it(typed):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (content, sentence)")
    try:
        query = match_query(typed)
    except QueryError:
        return
    connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.exact,)).fetchall()


@given(
    st.lists(
        st.sampled_from('soldiers border "the border" deni* NOT OR AND ( ) NEAR(the,2) -home closed stay-at'.split(" "))
    )
)
def test_the_loose_query_finds_all_that_the_exact_one_finds(parts):
    try:
        query = match_query(" ".join(parts))
    except QueryError:
        return
    rows = {}
    for detail in ("full", "none"):
        connection = sqlite3.connect(":memory:")
        connection.execute(f"CREATE VIRTUAL TABLE w USING fts5 (c, detail = {detail}, tokenize = 'porter unicode61')")
        connection.executemany("INSERT INTO w (rowid, c) VALUES (?, ?)", enumerate(TEXTS))
        asked = query.exact if detail == "full" else query.loose
        rows[detail] = {row for (row,) in connection.execute("SELECT rowid FROM w WHERE w MATCH ?", (asked,))}
    assert rows["full"] <= rows["none"]
    if query.words_only:
        connection.execute("SELECT rowid FROM w WHERE w MATCH ?", (query.exact,)).fetchall()
