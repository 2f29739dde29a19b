"""Quotes and claims ↔ rows, with their words for the search and who is credited in which role."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclaim.models import Extraction, NumericClaim, Quote
from newsclaim.store.articles import load_bodies, number_of_article
from newsclaim.store.codec import pack, unpack
from newsclaim.text import number_of

#: Of the tables of findings, behind the key.
_COLUMNS = {
    "quote": ("article", "position", "kind", "stance", "body"),
    "claim": ("article", "position", "class", "head", "unit", "status", "low", "high", "body"),
}


@dataclass(frozen=True, slots=True)
class FindingRows:
    """Rows of the tables quote, quote_text, claim and credit, the last without their article."""

    quotes: list[tuple[object, ...]]
    words: list[tuple[int, str]]
    claims: list[tuple[object, ...]]
    credits: list[tuple[int, str, int]]


def rows_of_findings(found: Extraction) -> FindingRows:
    """Return the rows of the quotes and claims of an article."""
    article = number_of_article(found.article.id)
    return FindingRows(
        [_quote_row(article, quote) for quote in found.quotes],
        [(number_of(quote.id), words_of(span.text for span in quote.spans)) for quote in found.quotes],
        [_claim_row(article, claim) for claim in found.claims],
        [
            *(row for quote in found.quotes for row in _credits(quote)),
            *(row for claim in found.claims for row in _credits(claim)),
        ],
    )


def save_findings(connection: sqlite3.Connection, article: int, rows: FindingRows) -> None:
    """Write the quotes and claims of an article whose row is there."""
    connection.executemany("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)", rows.quotes)
    connection.executemany("INSERT INTO quote_text (rowid, content) VALUES (?, ?)", rows.words)
    connection.executemany("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.claims)
    connection.executemany(
        "INSERT OR IGNORE INTO credit VALUES (?, ?, ?, ?)", ((article, *row) for row in rows.credits)
    )


def save_finding(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim) -> None:
    """Write a quote or a claim of the article with this number."""
    if isinstance(finding, Quote):
        connection.execute("INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?)", _quote_row(article, finding))
        words = words_of(span.text for span in finding.spans)
        connection.execute("INSERT INTO quote_text (rowid, content) VALUES (?, ?)", (number_of(finding.id), words))
    else:
        connection.execute("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _claim_row(article, finding))
    _save_credits(connection, article, finding)


def forget_finding(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim) -> None:
    """Delete a quote or a claim with its words and credits."""
    number = number_of(finding.id)
    table = "quote" if isinstance(finding, Quote) else "claim"
    if isinstance(finding, Quote):
        words = words_of(span.text for span in finding.spans)
        connection.execute(
            "INSERT INTO quote_text (quote_text, rowid, content) VALUES ('delete', ?, ?)", (number, words)
        )
    connection.execute(f"DELETE FROM {table} WHERE number = ?", (number,))
    _forget_credits(connection, article, finding)


def forget_words(connection: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Take the quotes of articles that are about to be deleted out of the search; it does not keep the words itself."""
    for number, body in load_bodies(connection, articles):
        text = body.article.text
        rows = connection.execute("SELECT number, body FROM quote WHERE article = ?", (number,)).fetchall()
        for quote, row in rows:
            fields = unpack(Quote, row, text, f"a quote of the article {body.article.id!r}")
            connection.execute(
                "INSERT INTO quote_text (quote_text, rowid, content) VALUES ('delete', ?, ?)",
                (quote, words_of(span["text"] for span in fields["spans"])),
            )


def words_of(spans: Iterable[str]) -> str:
    """Return the content of a quote as the search reads it."""
    return "\n".join(spans)


def replace_finding(
    connection: sqlite3.Connection, article: int, before: Quote | NumericClaim, finding: Quote | NumericClaim
) -> None:
    """Write a finding in place of the one of the same id and words; what hangs on its row stays."""
    _forget_credits(connection, article, before)
    table, row = (
        ("quote", _quote_row(article, finding))
        if isinstance(finding, Quote)
        else ("claim", _claim_row(article, finding))
    )
    columns = _COLUMNS[table]
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE number = ?", (*row[1:], row[0])
    )
    _save_credits(connection, article, finding)


def _save_credits(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO credit VALUES (?, ?, ?, ?)", ((article, *row) for row in _credits(finding))
    )


def _forget_credits(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim) -> None:
    connection.executemany(
        "DELETE FROM credit WHERE article = ? AND local = ? AND role = ? AND owner = ?",
        ((article, *row) for row in _credits(finding)),
    )


def _quote_row(article: int, quote: Quote) -> tuple[object, ...]:
    stance = quote.cue.stance if quote.cue else None
    return (number_of(quote.id), article, quote.spans[0].start, quote.kind, stance, pack(quote))


def _claim_row(article: int, claim: NumericClaim) -> tuple[object, ...]:
    head = claim.counted.head.lower() if claim.counted else None
    low, high = (claim.low, claim.high) if claim.value is None else (claim.value, claim.value)
    return (
        number_of(claim.id), article, claim.start, claim.class_, head, claim.unit, claim.status, low, high, pack(claim),
    )  # fmt: skip


def _credits(finding: Quote | NumericClaim) -> Iterator[tuple[int, str, int]]:
    owner = number_of(finding.id)
    if isinstance(finding, Quote):
        for role, mentions in (("speaker", finding.speakers), ("via", finding.via)):
            yield from ((number_of(m.actor), role, owner) for m in mentions if m.actor)
        return
    yield from ((number_of(s.actor), "source", owner) for s in finding.sources if s.actor)
    if finding.whose and finding.whose.actor:
        yield (number_of(finding.whose.actor), "whose", owner)
