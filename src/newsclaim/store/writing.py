"""Whole articles in and out: what is found in one replaces what was found in it before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from newsclaim.errors import InternalError
from newsclaim.models import Extraction, NumericClaim, Quote
from newsclaim.store.actors import body_of_local, load_local_of, save_local
from newsclaim.store.articles import body_of_article, load_bodies, number_of_article, row_of_article, save_article
from newsclaim.store.codec import FORM, build, mentions_in, unpack
from newsclaim.store.findings import FindingRows, rows_of_findings, save_findings
from newsclaim.store.wordindex import forget_words, index_words_anew, save_words, words_of_article
from newsclaim.text import numbered_id


@dataclass(frozen=True, slots=True)
class Packed:
    """An article with everything found in it, as the rows that are written: what a worker process hands back."""

    article: str
    path: str | None
    location: str
    row: tuple[object, ...]
    body: bytes
    findings: FindingRows
    actors: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Processed:
    """An extraction on its way into the store, with the fingerprint of its input and the file's absolute path."""

    extraction: Extraction
    fingerprint: str
    location: str

    def packed(self) -> Packed:
        """Return the rows that are written: smaller, and quicker handed from one process to another."""
        return packed(self.extraction, self.fingerprint, self.location)


@dataclass(frozen=True, slots=True)
class Unsaved:
    """An article that could not be written, by its id, and why."""

    article: str
    reason: InternalError


def packed(found: Extraction, fingerprint: str, location: str, form: int = FORM) -> Packed:
    """Return the rows of an article, with the fingerprint of its input and its file's absolute path."""
    row = row_of_article(found, fingerprint, location, form)
    article = found.article
    # First what needs much memory for a moment: of a long text the rows of its findings take more, and stay.
    body, actors = body_of_article(found), body_of_local(found.actors)
    findings = rows_of_findings(found)
    return Packed(article.id, article.path, location, row, body, findings, actors, words_of_article(article))


def save_packed(connection: sqlite3.Connection, rows: Packed) -> None:
    """Write one article and everything found in it, in place of what was stored of it before."""
    number = number_of_article(rows.article)
    delete_articles(connection, [rows.article])
    save_article(connection, rows.row, rows.body)
    save_words(connection, number, rows.words, rows.findings.words)
    save_findings(connection, number, rows.findings)
    save_local(connection, number, rows.actors)


def delete_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove articles with everything found in them."""
    numbers = [number_of_article(identifier) for identifier in ids]
    readable = forget_words(connection, numbers)
    connection.executemany("DELETE FROM article WHERE number = ?", ((number,) for number in numbers))
    if not readable:
        index_words_anew(connection)


def load_extraction(connection: sqlite3.Connection, article: str) -> Extraction | None:
    """Return everything found in an article, as `extract` gave it, or None."""
    number = number_of_article(article)
    body = next((body for _, body in load_bodies(connection, [number])), None)
    if body is None:
        return None
    text, what = body.article.text, f"the article {article!r}"
    actors = load_local_of(connection, article, text)
    names = {actor.id: actor.name for actor in actors}

    def found(table: str, kind: type[Quote | NumericClaim], prefix: str) -> list[dict[str, Any]]:
        rows = connection.execute(
            f"SELECT number, body FROM {table} WHERE article = ? ORDER BY position, number", (number,)
        )
        return [_named(unpack(kind, row, text, what), names) | {"id": numbered_id(prefix, n)} for n, row in rows]

    return Extraction(
        pipeline=body.pipeline,
        article=body.article,
        quotes=tuple(build(Quote, fields, what) for fields in found("quote", Quote, "q")),
        claims=tuple(build(NumericClaim, fields, what) for fields in found("claim", NumericClaim, "n")),
        actors=actors,
        problems=body.problems,
    )


def _named(fields: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Fill in the names of the actors that mentions were resolved to."""
    for mention in mentions_in(fields):
        if mention.get("actor"):
            mention["name"] = names.get(mention["actor"])
    return fields
