"""Which words an article has: its title and text in the index that searches begin with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsclaim.models import Article
from newsclaim.store.articles import load_bodies


def save_article_words(connection: sqlite3.Connection, article: int, words: str) -> None:
    """Write the words of an article that is not in the index yet."""
    connection.execute("INSERT INTO article_text (rowid, body) VALUES (?, ?)", (article, words))


def forget_article_words(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Take the words of articles that are about to be deleted out of the index, which does not keep them itself."""
    for number, body in load_bodies(connection, articles):
        connection.execute(
            "INSERT INTO article_text (article_text, rowid, body) VALUES ('delete', ?, ?)",
            (number, words_of_article(body.article)),
        )


def index_articles(connection: sqlite3.Connection) -> None:
    """Make the index anew from all articles."""
    connection.execute("INSERT INTO article_text (article_text) VALUES ('delete-all')")
    for (number,) in connection.execute("SELECT number FROM article").fetchall():
        for _, body in load_bodies(connection, [number]):
            save_article_words(connection, number, words_of_article(body.article))


def words_of_article(article: Article) -> str:
    """Return what a search for articles looks in."""
    return f"{article.title or ''}\n{article.text}"
