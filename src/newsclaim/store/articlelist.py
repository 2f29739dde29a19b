"""Queries for articles: their rows, and the outlets they are from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from newsclaim.models.rows import ArticleRef, ArticleRow
from newsclaim.store.articles import REF, listed
from newsclaim.store.conditions import Condition, article_conditions, numbered, where
from newsclaim.store.filters import ALL, Filter, Page
from newsclaim.store.order import ARTICLES, ORDER, ordered
from newsclaim.text import number_of


def load_articles(connection: sqlite3.Connection, wanted: Filter, page: Page) -> list[ArticleRow]:
    """Return the stored articles that a filter lets through; by date where the page says nothing else."""
    condition, values = where(_conditions(connection, wanted, page))
    found = connection.execute(
        f"SELECT {REF}, updated, words, quotes, claims FROM article{condition} "
        f"ORDER BY {ordered(ARTICLES, page.sort, ORDER)} LIMIT ? OFFSET ?",
        (*values, -1 if page.limit is None else page.limit, page.offset),
    )
    keys = (*ArticleRef.model_fields, "updated", "words", "quotes", "claims")
    return [ArticleRow(**dict(zip(keys, row, strict=True))) for row in found]


def load_ids(connection: sqlite3.Connection, wanted: Filter) -> list[str]:
    """Return the ids of the stored articles that a filter lets through, by date."""
    condition, values = where(_conditions(connection, wanted, ALL))
    return [article for (article,) in connection.execute(f"SELECT id FROM article{condition} ORDER BY {ORDER}", values)]


def count(connection: sqlite3.Connection, wanted: Filter) -> int:
    """Return how many of the stored articles a filter lets through."""
    condition, values = where(_conditions(connection, wanted, ALL))
    return int(connection.execute(f"SELECT count(*) FROM article{condition}", values).fetchone()[0])


def _conditions(connection: sqlite3.Connection, wanted: Filter, page: Page) -> list[Condition]:
    conditions = article_conditions(wanted)
    if wanted.actors is not None:
        conditions.append(_speaking(wanted.actors))
    if wanted.search:
        from newsclaim.store.search import match_query
        from newsclaim.store.sentencesearch import articles_saying

        # In another order than by date any article may be among the first.
        enough = None if page.limit is None or page.sort not in {None, "date"} else page.limit + page.offset
        saying = articles_saying(connection, match_query(wanted.search), conditions, enough)
        conditions = [numbered("article", saying).test]
    return conditions


def _speaking(actors: frozenset[str]) -> Condition:
    sql = (
        "article.number IN (SELECT credit.article FROM member JOIN credit ON credit.article = member.article "
        "AND credit.local = member.local WHERE credit.role IN ('speaker', 'source') "
        "AND member.actor IN (SELECT value FROM json_each(?)))"
    )
    return sql, [json.dumps([number_of(actor) for actor in sorted(actors)])]


def outlets_of(connection: sqlite3.Connection, articles: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield some articles, by id, and the outlet of each."""
    query = "SELECT id, outlet FROM article WHERE number IN (SELECT value FROM json_each(?))"
    yield from connection.execute(query, (listed(articles),))


def load_outlets(connection: sqlite3.Connection) -> list[str]:
    """Return the names of all outlets, by name."""
    sql = "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL ORDER BY lower(outlet), outlet"
    return [outlet for (outlet,) in connection.execute(sql)]


def load_places(connection: sqlite3.Connection) -> list[str]:
    """Return the places of all claims, folded, the frequent ones first."""
    rows = connection.execute(
        "SELECT place FROM claim WHERE place IS NOT NULL AND place <> '' GROUP BY place ORDER BY count(*) DESC, place"
    )
    return [place for (place,) in rows]


def load_days(connection: sqlite3.Connection) -> tuple[str, str] | None:
    """Return the first and the last day of publication."""
    first, last = connection.execute("SELECT min(published), max(published) FROM article").fetchone()
    return (first[:10], last[:10]) if first else None
