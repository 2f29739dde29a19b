"""What stages of the corpus keep of each article, and what they read of new ones."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from newsclaim.store.articles import listed
from newsclaim.store.codec import Offsets, spans_in

Trace = tuple[str, str, bytes]


def load_traces(connection: sqlite3.Connection, stage: str, articles: Iterable[str] | None) -> Iterator[Trace]:
    """Yield of each article, or of some, its id, what its trace was made from, and the trace."""
    query = "SELECT article, basis, body FROM trace WHERE stage = ?"
    if articles is None:
        yield from connection.execute(query, (stage,))
    else:
        some = json.dumps(sorted(articles))
        yield from connection.execute(f"{query} AND article IN (SELECT value FROM json_each(?))", (stage, some))


def save_traces(connection: sqlite3.Connection, stage: str, gone: Iterable[str], traces: Iterable[Trace]) -> None:
    """Take the traces of some articles out and write others."""
    connection.executemany("DELETE FROM trace WHERE article = ? AND stage = ?", ((article, stage) for article in gone))
    connection.executemany(
        "INSERT OR REPLACE INTO trace VALUES (?, ?, ?, ?)",
        ((article, stage, basis, body) for article, basis, body in traces),
    )


def forget_traces(connection: sqlite3.Connection, stage: str) -> None:
    """Take all traces of a stage out."""
    connection.execute("DELETE FROM trace WHERE stage = ?", (stage,))


def load_quote_spans(
    connection: sqlite3.Connection, articles: Iterable[str]
) -> Iterator[tuple[str, int, Offsets, Offsets]]:
    """Yield of each quote of some articles the article's id, its number, and the offsets of its content.

    The last ones are of those parts of the content that stand in quotation marks.
    """
    rows = connection.execute(
        "SELECT article.id, quote.number, quote.body FROM quote JOIN article ON article.number = quote.article "
        "WHERE quote.article IN (SELECT value FROM json_each(?)) ORDER BY quote.article, quote.position, quote.number",
        (listed(articles),),
    )
    for article, number, body in rows:
        yield article, number, *spans_in(body)
