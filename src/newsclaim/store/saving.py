"""Models → rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsclaim.models import Actor, Extraction, NumericClaim, Quote
from newsclaim.names.search import known_as
from newsclaim.store import payload


def save_extraction(connection: sqlite3.Connection, extraction: Extraction, fingerprint: str, location: str) -> None:
    """Write one article and everything found in it, in place of what was stored of it before."""
    article = extraction.article
    delete_articles(connection, [article.id])
    shell = extraction.model_copy(update={"quotes": (), "claims": (), "actors": ()})
    connection.execute(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id, article.title, article.outlet, article.published, article.updated, article.url, article.path,
            location, len(article.text.split()), fingerprint,
            f"{extraction.pipeline.version} {extraction.pipeline.model}", shell.model_dump_json(by_alias=True),
            payload.VERSION,
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (_quote_row(article.id, q) for q in extraction.quotes)
    )
    connection.executemany(
        "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (_claim_row(article.id, c) for c in extraction.claims)
    )
    connection.executemany(
        "INSERT INTO local_actor VALUES (?, ?, ?)",
        ((article.id, a.id, a.model_dump_json(by_alias=True)) for a in extraction.actors),
    )
    connection.executemany("INSERT OR IGNORE INTO credit VALUES (?, ?, ?, ?)", _credits(extraction))


def delete_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Remove articles with everything found in them."""
    connection.executemany("DELETE FROM article WHERE id = ?", ((i,) for i in ids))


def save_actors(
    connection: sqlite3.Connection, actors: Sequence[Actor], members: Mapping[tuple[str, str], str]
) -> None:
    """Write the actors of the whole corpus in place of those before; `members` maps (article, its actor) to them."""
    connection.execute("DELETE FROM member")
    connection.execute("DELETE FROM name")
    connection.execute("DELETE FROM actor")
    connection.executemany(
        "INSERT INTO actor VALUES (?, ?, ?, ?)",
        ((a.id, a.name, a.kind, a.model_dump_json(by_alias=True)) for a in actors),
    )
    connection.executemany("INSERT INTO name VALUES (?, ?)", ((form, a.id) for a in actors for form in known_as(a)))
    connection.executemany(
        "INSERT INTO member VALUES (?, ?, ?)", ((article, local, actor) for (article, local), actor in members.items())
    )


def forget_stages(connection: sqlite3.Connection) -> None:
    """Note that the articles have changed since the stages of the corpus were made."""
    connection.execute("DELETE FROM stage")


def save_stage(connection: sqlite3.Connection, name: str, basis: str) -> None:
    """Note that a stage of the corpus is made, and from what."""
    connection.execute("INSERT OR REPLACE INTO stage VALUES (?, ?)", (name, basis))


def _quote_row(article: str, quote: Quote) -> tuple[object, ...]:
    stance = quote.cue.stance if quote.cue else None
    content = "\n".join(span.text for span in quote.spans)
    whole = quote.model_dump_json(by_alias=True)
    return (int(quote.id[1:], 16), quote.id, article, quote.spans[0].start, quote.kind, stance, content, whole)


def _claim_row(article: str, claim: NumericClaim) -> tuple[object, ...]:
    head = claim.counted.head.lower() if claim.counted else None
    whole = claim.model_dump_json(by_alias=True)
    return (claim.id, article, claim.start, claim.class_, head, claim.unit, claim.status, whole)


def _credits(extraction: Extraction) -> Iterator[tuple[str, str, str, str]]:
    article = extraction.article.id
    for quote in extraction.quotes:
        for role, mentions in (("speaker", quote.speakers), ("via", quote.via)):
            yield from ((article, m.actor, role, quote.id) for m in mentions if m.actor)
    for claim in extraction.claims:
        yield from ((article, s.actor, "source", claim.id) for s in claim.sources if s.actor)
        if claim.whose and claim.whose.actor:
            yield (article, claim.whose.actor, "whose", claim.id)
