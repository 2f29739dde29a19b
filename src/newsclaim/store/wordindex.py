"""The indexes of words, which searches begin with: the words of articles, and those of quotes with their places.

An article has a slot, a short number, and its quotes have the numbers that follow: what an index keeps of a word in a
text is as long as the number of the text. The indexes do not keep the words themselves: whoever takes a text out must
tell them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from newsclaim.errors import StoreError
from newsclaim.models import Article, Quote, Span
from newsclaim.store.articles import load_bodies
from newsclaim.store.codec import unpack

#: Finds the quotes whose words a full-text query (the parameter) matches.
QUOTES_MATCHING = (
    "SELECT quote.number FROM quote_text CROSS JOIN article_text_slot AS place "
    "ON place.slot = (SELECT max(slot) FROM article_text_slot WHERE slot <= quote_text.rowid) "
    "CROSS JOIN quote ON quote.article = place.article AND quote.nth = quote_text.rowid - place.slot "
    "WHERE quote_text MATCH ?"
)
#: Tells whether a full-text query (the parameter) matches the words of a quote.
QUOTE_MATCHES = (
    "EXISTS (SELECT 1 FROM quote_text WHERE quote_text MATCH ? AND rowid = "
    "quote.nth + (SELECT slot FROM article_text_slot AS place WHERE place.article = quote.article))"
)
#: Finds the articles whose words a full-text query (the parameter) matches.
ARTICLES_MATCHING = (
    "SELECT place.article FROM article_text CROSS JOIN article_text_slot AS place "
    "ON place.slot = article_text.rowid WHERE article_text MATCH ?"
)


def save_words(connection: sqlite3.Connection, article: int, words: str, quotes: Sequence[str]) -> None:
    """Write the words of an article that is not in the indexes yet, and those of its quotes in their order."""
    last = "SELECT slot, size FROM article_text_slot ORDER BY slot DESC LIMIT 1"
    slot = sum(connection.execute(last).fetchone() or (1,))
    connection.execute("INSERT INTO article_text_slot VALUES (?, ?, ?)", (slot, article, max(1, len(quotes))))
    connection.execute("INSERT INTO article_text (rowid, body) VALUES (?, ?)", (slot, words))
    connection.executemany("INSERT INTO quote_text (rowid, content) VALUES (?, ?)", enumerate(quotes, start=slot))


def forget_words(connection: sqlite3.Connection, articles: Iterable[int]) -> bool:
    """Take articles that are about to be deleted out of the indexes.

    Return whether that could be done: where a row cannot be read, nobody can tell its words.
    """
    try:
        for number, body in load_bodies(connection, articles):
            _forget(connection, number, body.article)
    except StoreError:
        return False
    return True


def index_words_anew(connection: sqlite3.Connection) -> None:
    """Make both indexes anew from all that can be read."""
    for table in ("quote_text", "article_text"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    connection.execute("DELETE FROM article_text_slot")
    for (number,) in connection.execute("SELECT number FROM article ORDER BY id").fetchall():
        for _, body in load_bodies(connection, [number]):
            quotes = dict(_words_of_quotes(connection, number, body.article))
            in_order = [quotes.get(nth, "") for nth in range(max(quotes, default=-1) + 1)]
            save_words(connection, number, words_of_article(body.article), in_order)


def words_of_article(article: Article) -> str:
    """Return what a search for articles looks in."""
    return f"{article.title or ''}\n{article.text}"


def words_of(spans: Iterable[Span]) -> str:
    """Return the content of a quote as the search reads it."""
    return "\n".join(span.text for span in spans)


def _forget(connection: sqlite3.Connection, number: int, article: Article) -> None:
    row = connection.execute("SELECT slot FROM article_text_slot WHERE article = ?", (number,)).fetchone()
    if row is None:
        return
    connection.execute(
        "INSERT INTO article_text (article_text, rowid, body) VALUES ('delete', ?, ?)",
        (row[0], words_of_article(article)),
    )
    quotes = [(row[0] + nth, words) for nth, words in _words_of_quotes(connection, number, article, strict=True)]
    connection.executemany("INSERT INTO quote_text (quote_text, rowid, content) VALUES ('delete', ?, ?)", quotes)


def _words_of_quotes(
    connection: sqlite3.Connection, number: int, article: Article, *, strict: bool = False
) -> Iterable[tuple[int, str]]:
    """Yield of each quote of an article which one it is and its words, also of those that are marked wrong.

    Raises:
        StoreError: a row cannot be read; without `strict` it is left out.
    """
    rows = connection.execute(
        "SELECT nth, body FROM quote WHERE article = ? UNION ALL "
        "SELECT nth, original FROM mark WHERE article = ? AND kind = 'quote' AND verdict = 'wrong'",
        (number, number),
    ).fetchall()
    for nth, body in rows:
        try:
            spans = unpack(Quote, body, article.text, f"a quote of the article {article.id!r}")["spans"]
        except StoreError:
            if strict:
                raise
            continue
        yield nth, "\n".join(span["text"] for span in spans)
