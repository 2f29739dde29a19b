"""Quotes and claims ↔ rows, with their words for the search and who is credited in which role."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclaim.models import About, Counted, Extraction, NumericClaim, Quote
from newsclaim.store.articles import number_of_article
from newsclaim.store.codec import pack
from newsclaim.store.speech import nameless_of, save_tally, tally_of, told_again, verbatim_words_in, words_in
from newsclaim.store.wordindex import words_of
from newsclaim.text import fold, number_of

#: Of the tables of findings, behind the key.
_COLUMNS = {
    "quote": ("article", "position", "kind", "stance", "body", "nth", "words", "verbatim", "again", "nameless"),
    "claim": (
        "article", "position", "class", "head", "unit", "status", "low", "high", "body", "about", "event", "place",
        "country",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FindingRows:
    """Rows of the tables quote, claim and credit, the last without their article.

    `words` are those of the quotes in order, for the search, `tally` is the row of the counts.
    """

    quotes: list[tuple[object, ...]]
    words: list[str]
    claims: list[tuple[object, ...]]
    credits: list[tuple[int, str, int]]
    tally: tuple[object, ...]


def rows_of_findings(found: Extraction) -> FindingRows:
    """Return the rows of the quotes and claims of an article."""
    article = number_of_article(found.article.id)
    quotes = in_order(found.quotes)
    again = told_again(quotes)
    return FindingRows(
        [_quote_row(article, quote, nth, quote.id in again) for nth, quote in enumerate(quotes)],
        [words_of(quote.spans) for quote in quotes],
        [_claim_row(article, claim) for claim in found.claims],
        [
            *(row for quote in found.quotes for row in _credits(quote)),
            *(row for claim in found.claims for row in _credits(claim)),
        ],
        tally_of(quotes, again, {actor.id: (actor.name, actor.kind) for actor in found.actors}),
    )


def in_order(quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotes of an article in the order in which they stand there."""
    return sorted(quotes, key=lambda quote: (quote.spans[0].start, number_of(quote.id)))


def save_findings(connection: sqlite3.Connection, article: int, rows: FindingRows) -> None:
    """Write the quotes and claims of an article whose row is there."""
    _insert(connection, "quote", rows.quotes)
    _insert(connection, "claim", rows.claims)
    connection.executemany(
        "INSERT OR IGNORE INTO credit VALUES (?, ?, ?, ?)", ((article, *row) for row in rows.credits)
    )
    save_tally(connection, article, rows.tally)


def save_finding(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim, nth: int) -> None:
    """Write a quote or a claim of the article with this number; `nth` tells which one of its quotes it is."""
    if isinstance(finding, Quote):
        _insert(connection, "quote", [_quote_row(article, finding, nth, again=False)])
    else:
        _insert(connection, "claim", [_claim_row(article, finding)])
    _save_credits(connection, article, finding)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    places = ", ".join("?" * (1 + len(_COLUMNS[table])))
    connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def forget_finding(connection: sqlite3.Connection, article: int, finding: Quote | NumericClaim) -> None:
    """Delete a quote or a claim with its credits; its words stay in the search, where they find nothing any more."""
    table = "quote" if isinstance(finding, Quote) else "claim"
    connection.execute(f"DELETE FROM {table} WHERE number = ?", (number_of(finding.id),))
    _forget_credits(connection, article, finding)


def replace_finding(
    connection: sqlite3.Connection,
    article: int,
    before: Quote | NumericClaim,
    finding: Quote | NumericClaim,
    nth: int,
) -> None:
    """Write a finding in place of the one of the same id and words; what hangs on its row stays."""
    _forget_credits(connection, article, before)
    table, row = (
        ("quote", _quote_row(article, finding, nth, again=False))
        if isinstance(finding, Quote)
        else ("claim", _claim_row(article, finding))
    )
    columns = _COLUMNS[table]
    connection.execute(
        f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE number = ?", (*row[1:], row[0])
    )
    if table == "quote":  # of another kind it renders its statement otherwise, and so do others that render it
        connection.execute(
            "DELETE FROM rendering WHERE statement IN (SELECT statement FROM rendering WHERE quote = ?)", (row[0],)
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


def _quote_row(article: int, quote: Quote, nth: int, again: bool) -> tuple[object, ...]:
    stance = quote.cue.stance if quote.cue else None
    return (
        number_of(quote.id), article, quote.spans[0].start, quote.kind, stance, pack(quote), nth, words_in(quote),
        verbatim_words_in(quote), again, nameless_of(mention.text for mention in quote.speakers if not mention.actor),
    )  # fmt: skip


def _claim_row(article: int, claim: NumericClaim) -> tuple[object, ...]:
    low, high = (claim.low, claim.high) if claim.value is None else (claim.value, claim.value)
    return (
        number_of(claim.id), article, claim.start, claim.class_, _head(claim.counted), claim.unit, claim.status, low,
        high, pack(claim), *columns_of_claim(claim),
    )  # fmt: skip


def columns_of_claim(claim: NumericClaim) -> tuple[str | None, ...]:
    """Return what is asked for of a claim beside its kind: about, event, place, country."""
    event, place = claim.event, claim.place
    where = (fold(place.name or ""), place.country) if place and (place.name or place.country) else (None, None)
    return _head(claim.about), event.lemma.lower() if event else None, *where


def _head(thing: Counted | About | None) -> str | None:
    return thing.head.lower() if thing and thing.head else None


def _credits(finding: Quote | NumericClaim) -> Iterator[tuple[int, str, int]]:
    owner = number_of(finding.id)
    if isinstance(finding, Quote):
        for role, mentions in (("speaker", finding.speakers), ("via", finding.via)):
            yield from ((number_of(m.actor), role, owner) for m in mentions if m.actor)
        return
    yield from ((number_of(s.actor), "source", owner) for s in finding.sources if s.actor)
    if finding.whose and finding.whose.actor:
        yield (number_of(finding.whose.actor), "whose", owner)
