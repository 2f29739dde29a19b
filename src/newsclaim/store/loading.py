"""Rows → models, every mention resolved to the actors of the whole corpus."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from newsclaim.models import Actor, Article, Extraction, NumericClaim, Quote
from newsclaim.models.rows import ActorRow, ArticleRef, ArticleRow, ClaimRow, QuoteRow
from newsclaim.store.filters import Filter, article_conditions, claim_conditions, quote_conditions, where
from newsclaim.store.payload import read, read_json

_ARTICLE = "article.id, article.title, article.outlet, article.published, article.url, article.path"
#: By date, undated ones last, then by article and place in it: the same order in every run.
_ORDER = " ORDER BY article.published IS NULL, article.published, article.id, {0}.position, {0}.id"

#: (article, its actor) → (id, name) of the actor of the whole corpus; (article, "") where its actors have been joined.
Names = Mapping[tuple[str, str], tuple[str, str]]
Row = TypeVar("Row", QuoteRow, ClaimRow)


def load_quotes(connection: sqlite3.Connection, wanted: Filter, limit: int | None) -> list[QuoteRow]:
    """Return the quotes a filter asks for, by date, article and place."""
    return _load(connection, QuoteRow, "quote", where(quote_conditions(wanted)), limit)


def load_claims(connection: sqlite3.Connection, wanted: Filter, limit: int | None = None) -> list[ClaimRow]:
    """Return the numeric claims a filter asks for, by date, article and place."""
    return _load(connection, ClaimRow, "claim", where(claim_conditions(wanted)), limit)


def load_quote(connection: sqlite3.Connection, quote_id: str) -> QuoteRow | None:
    """Return one quote, or None."""
    return next(iter(_load(connection, QuoteRow, "quote", (" WHERE quote.id = ?", [quote_id]), 1)), None)


def load_claim(connection: sqlite3.Connection, claim_id: str) -> ClaimRow | None:
    """Return one claim, or None."""
    return next(iter(_load(connection, ClaimRow, "claim", (" WHERE claim.id = ?", [claim_id]), 1)), None)


def load_articles(
    connection: sqlite3.Connection, limit: int | None = None, article: str | None = None
) -> list[ArticleRow]:
    """Return the stored articles by date, or only the one of an id."""
    condition, values = ("", []) if article is None else ("WHERE article.id = ? ", [article])
    found = connection.execute(
        f"SELECT {_ARTICLE}, article.updated, article.words, "
        "(SELECT count(*) FROM quote WHERE quote.article = article.id), "
        "(SELECT count(*) FROM claim WHERE claim.article = article.id) "
        f"FROM article {condition}ORDER BY article.published IS NULL, article.published, article.id LIMIT ?",
        (*values, -1 if limit is None else limit),
    )
    keys = (*ArticleRef.model_fields, "updated", "words", "quotes", "claims")
    return [ArticleRow(**dict(zip(keys, row, strict=True))) for row in found]


def load_actor_rows(connection: sqlite3.Connection, ids: frozenset[str] | None = None) -> list[ActorRow]:
    """Return the actors of the corpus with their counts, those with most quotes first."""
    counts = _counts(connection, ids)
    condition, values = _among("id", ids)
    rows = [
        _actor_row(read(Actor, payload, f"the actor {actor_id!r}"), counts.get(actor_id, (0, 0, 0)))
        for actor_id, payload in connection.execute("SELECT id, payload FROM actor" + condition, values)
    ]
    return sorted(rows, key=lambda a: (-a.quotes, -a.claims, -a.articles, a.name, a.id))


def load_actors_named(connection: sqlite3.Connection, form: str) -> list[Actor]:
    """Return the actors that are known by a folded form of a name, by name."""
    rows = connection.execute(
        "SELECT actor.id, actor.payload FROM name JOIN actor ON actor.id = name.actor WHERE name.form = ? "
        "ORDER BY actor.name, actor.id",
        (form,),
    )
    return [read(Actor, payload, f"the actor {actor!r}") for actor, payload in rows]


def load_actors(connection: sqlite3.Connection) -> list[Actor]:
    """Return the actors of the corpus without counts, by id."""
    rows = connection.execute("SELECT id, payload FROM actor ORDER BY id")
    return [read(Actor, payload, f"the actor {actor!r}") for actor, payload in rows]


def load_shown(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the name under which each actor of each article is shown, by article and the article's actor."""
    rows = connection.execute("SELECT article, local, name FROM member JOIN actor ON actor.id = member.actor")
    return {(article, local): name for article, local, name in rows}


def load_names(connection: sqlite3.Connection) -> list[str]:
    """Return the canonical names of all actors."""
    return [name for (name,) in connection.execute("SELECT name FROM actor ORDER BY name, id")]


def load_local_actors(connection: sqlite3.Connection) -> Iterator[tuple[str, str | None, list[Actor]]]:
    """Yield each article's id, date and own actors, by id."""
    for article, published in connection.execute("SELECT id, published FROM article ORDER BY id"):
        found = connection.execute("SELECT payload FROM local_actor WHERE article = ? ORDER BY id", (article,))
        yield article, published, [read(Actor, payload, f"the article {article!r}") for (payload,) in found]


def load_extraction(connection: sqlite3.Connection, article: str) -> Extraction | None:
    """Return everything found in an article, as `extract` gave it, or None."""
    row = connection.execute("SELECT payload FROM article WHERE id = ?", (article,)).fetchone()
    if row is None:
        return None

    def payloads(table: str, order: str) -> list[str]:
        sql = f"SELECT payload FROM {table} WHERE article = ? ORDER BY {order}"
        return [payload for (payload,) in connection.execute(sql, (article,))]

    what = f"the article {article!r}"
    return read(Extraction, row[0], what).model_copy(
        update={
            "quotes": tuple(read(Quote, p, what) for p in payloads("quote", "position, id")),
            "claims": tuple(read(NumericClaim, p, what) for p in payloads("claim", "position, id")),
            "actors": tuple(read(Actor, p, what) for p in payloads("local_actor", "id")),
        }
    )


def load_texts(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, Article]:
    """Return articles as they were read, by id, in one query."""
    condition, values = _among("id", articles)
    rows = connection.execute("SELECT id, payload FROM article" + condition, values)
    return {
        article: read(Article, read_json(payload, f"the article {article!r}")["article"], f"the article {article!r}")
        for article, payload in rows
    }


def undated(connection: sqlite3.Connection, wanted: Filter) -> int:
    """Return how many of the articles that a filter asks for, its dates aside, have no date."""
    dateless = replace(wanted, since=None, until=None)
    sql, values = where([*article_conditions(dateless), ("article.published IS NULL", [])])
    return int(connection.execute("SELECT count(*) FROM article" + sql, values).fetchone()[0])


def _load(
    connection: sqlite3.Connection, model: type[Row], table: str, condition: tuple[str, list[object]], limit: int | None
) -> list[Row]:
    found = connection.execute(
        f"SELECT {table}.payload, {_ARTICLE} FROM {table} JOIN article ON article.id = {table}.article"
        f"{condition[0]}{_ORDER.format(table)} LIMIT ?",
        [*condition[1], -1 if limit is None else limit],
    ).fetchall()
    names = _names(connection, {row[1] for row in found})
    rows = []
    for row in found:
        what = f"the {table} of the article {row[1]!r}"
        rows.append(read(model, _resolved(read_json(row[0], what), _ref(row[1:]), names), what))
    return rows


def _ref(values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(ArticleRef.model_fields, values, strict=True))


def _names(connection: sqlite3.Connection, articles: set[str]) -> Names:
    condition, values = _among("member.article", articles)
    rows = connection.execute(
        "SELECT member.article, member.local, actor.id, actor.name FROM member JOIN actor ON actor.id = member.actor"
        + condition,
        values,
    )
    found = {(article, local): (actor, name) for article, local, actor, name in rows}
    return found | {(article, ""): ("", "") for article, _ in found}


def _resolved(payload: dict[str, Any], article: dict[str, Any], names: Names) -> dict[str, Any]:
    for key in ("speakers", "via", "sources"):
        for mention in payload.get(key, ()):
            _rename(mention, article["id"], names)
    if payload.get("whose"):
        _rename(payload["whose"], article["id"], names)
    payload["article"] = article
    return payload


def _rename(mention: dict[str, Any], article: str, names: Names) -> None:
    known = names.get((article, mention["actor"]))
    if known:
        mention["actor"], mention["name"] = known
    elif mention["actor"] and (article, "") in names:
        mention["actor"] = mention["name"] = None  # ignored by a correction


def _among(column: str, ids: Iterable[str] | None) -> tuple[str, list[str]]:
    """Return the condition that a column has one of these values, however many they are; None: any."""
    if ids is None:
        return "", []
    return f" WHERE {column} IN (SELECT value FROM json_each(?))", [json.dumps(sorted(ids))]


def _counts(connection: sqlite3.Connection, ids: Iterable[str] | None) -> dict[str, tuple[int, int, int]]:
    condition, values = _among("member.actor", ids)
    articles = dict(
        connection.execute(f"SELECT actor, count(DISTINCT article) FROM member{condition} GROUP BY actor", values)
    )
    credited = {
        (actor, role): count
        for actor, role, count in connection.execute(
            "SELECT member.actor, credit.role, count(DISTINCT credit.owner) FROM member JOIN credit "
            f"ON credit.article = member.article AND credit.actor = member.local{condition} "
            "GROUP BY member.actor, credit.role",
            values,
        )
    }
    return {a: (n, credited.get((a, "speaker"), 0), credited.get((a, "source"), 0)) for a, n in articles.items()}


def _actor_row(actor: Actor, counts: tuple[int, int, int]) -> ActorRow:
    articles, quotes, claims = counts
    return ActorRow(
        id=actor.id, name=actor.name, kind=actor.kind, country=actor.country, roles=actor.roles, aliases=actor.aliases,
        articles=articles, quotes=quotes, claims=claims,
    )  # fmt: skip
