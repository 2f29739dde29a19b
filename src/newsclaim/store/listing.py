"""Queries for quotes and claims: rows → models, every mention resolved to the actors of the whole corpus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from newsclaim.models.rows import ArticleRef, ClaimRow, QuoteRow
from newsclaim.sentences import sentence_around
from newsclaim.store import order
from newsclaim.store.actors import JOINED, Names, local_names, names_in
from newsclaim.store.articles import REF, load_bodies
from newsclaim.store.codec import Offsets, build, mentions_in, spans_in, unpack
from newsclaim.store.conditions import (
    Conditions,
    article_conditions,
    claim_conditions,
    numbered,
    quote_conditions,
    where,
)
from newsclaim.store.filters import ALL, Filter, Page
from newsclaim.store.selecting import selected
from newsclaim.text import number_of, numbered_id

if TYPE_CHECKING:
    from newsclaim.models import Article
    from newsclaim.models.mark import FindingKind

Row = TypeVar("Row", QuoteRow, ClaimRow)
#: So many rows are made at a time: each needs the text of its article.
_AT_ONCE = 500


def quotes(connection: sqlite3.Connection, wanted: Filter, page: Page) -> Iterator[QuoteRow]:
    """Yield the quotes a filter asks for; by date, article and place where the page says nothing else."""
    return _rows(connection, QuoteRow, "quote", "q", selected(connection, "quote", quote_conditions(wanted), page))


def claims(connection: sqlite3.Connection, wanted: Filter, page: Page) -> Iterator[ClaimRow]:
    """Yield the numeric claims a filter asks for; by date, article and place where the page says nothing else."""
    return _rows(connection, ClaimRow, "claim", "n", selected(connection, "claim", claim_conditions(wanted), page))


def claims_numbered(connection: sqlite3.Connection, ids: Iterable[str], page: Page) -> Iterator[ClaimRow]:
    """Yield the claims with these ids; by date, article and place where the page says nothing else."""
    wanted = Conditions([], [numbered("claim", map(number_of, ids))])
    return _rows(connection, ClaimRow, "claim", "n", selected(connection, "claim", wanted, page))


def places(connection: sqlite3.Connection, wanted: Filter, page: Page) -> Iterator[tuple[str, Offsets]]:
    """Yield of each quote a filter asks for its article's id and the offsets of its content, ordered as `quotes`."""
    for _, _, body, article, *_ in selected(connection, "quote", quote_conditions(wanted), page):
        yield article, spans_in(body)[0]


def wrong(connection: sqlite3.Connection, kind: type[Row], wanted: Filter, page: Page) -> Iterator[Row]:
    """Yield the quotes or claims that are marked wrong, as they were found, by date and article."""
    table, prefix = ("quote", "q") if kind is QuoteRow else ("claim", "n")
    return _rows(connection, kind, table, prefix, _marked_wrong(connection, table, wanted, page))


def _marked_wrong(connection: sqlite3.Connection, table: str, wanted: Filter, page: Page) -> Iterator[tuple[Any, ...]]:
    tied = f"mark.article = article.number AND mark.verdict = 'wrong' AND mark.kind = '{table}'"
    condition, values = where([(tied, []), *article_conditions(wanted)])
    yield from connection.execute(
        f"SELECT mark.finding, mark.article, mark.original, {REF} FROM mark, article{condition} "
        f"ORDER BY {order.ORDER}, mark.finding LIMIT ? OFFSET ?",
        [*values, -1 if page.limit is None else page.limit, page.offset],
    )


def ids(connection: sqlite3.Connection, table: FindingKind, wanted: Filter) -> list[str]:
    """Return the ids of the rows that a filter lets through, and of those that are marked wrong, in order."""
    conditions, prefix = (quote_conditions, "q") if table == "quote" else (claim_conditions, "n")
    numbers = [row[0] for row in selected(connection, table, conditions(wanted), ALL)]
    condition, values = where([("mark.article = article.number", []), *article_conditions(wanted)])
    sql = f"SELECT finding FROM mark, article{condition} AND kind = '{table}' AND verdict = 'wrong'"
    numbers += [number for (number,) in connection.execute(sql, values)]
    return [numbered_id(prefix, number) for number in numbers]


def quotes_numbered(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[QuoteRow]:
    """Yield the quotes with these ids, by date, article and place."""
    wanted = Conditions([], [numbered("quote", map(number_of, ids))])
    return _rows(connection, QuoteRow, "quote", "q", selected(connection, "quote", wanted, ALL))


def quote(connection: sqlite3.Connection, identifier: str) -> QuoteRow | None:
    """Return one quote, or None."""
    return next(_rows(connection, QuoteRow, "quote", "q", _one(connection, "quote", "q", identifier)), None)


def claim(connection: sqlite3.Connection, identifier: str) -> ClaimRow | None:
    """Return one claim, or None."""
    return next(_rows(connection, ClaimRow, "claim", "n", _one(connection, "claim", "n", identifier)), None)


def undated(connection: sqlite3.Connection, wanted: Filter) -> int:
    """Return how many of the articles that a filter asks for, its dates aside, have no date."""
    dateless = replace(wanted, since=None, until=None)
    sql, values = where([*article_conditions(dateless), ("article.published IS NULL", [])])
    return int(connection.execute("SELECT count(*) FROM article" + sql, values).fetchone()[0])


def _one(connection: sqlite3.Connection, table: str, prefix: str, identifier: str) -> Iterator[tuple[Any, ...]]:
    try:
        number = number_of(identifier) if identifier.startswith(prefix) else -1
    except ValueError:
        return
    yield from connection.execute(
        f"SELECT {table}.number, {table}.article, {table}.body, {REF} FROM {table} "
        f"JOIN article ON article.number = {table}.article WHERE {table}.number = ?",
        (number,),
    )


def _rows(
    connection: sqlite3.Connection, kind: type[Row], table: str, prefix: str, selected: Iterator[tuple[Any, ...]]
) -> Iterator[Row]:
    while batch := list(islice(selected, _AT_ONCE)):
        articles = {row[1] for row in batch}
        texts = {number: body.article for number, body in load_bodies(connection, articles)}
        names = _all_names(connection, articles)
        for number, article, body, *ref in batch:
            what = f"a {table} of the article {ref[0]!r}"
            fields = unpack(kind, body, texts[article].text, what)
            _resolve(fields, article, names)
            fields["id"] = numbered_id(prefix, number)
            fields["article"] = dict(zip(ArticleRef.model_fields, ref, strict=True))
            fields["sentence"] = _sentence(fields, texts[article])
            yield build(kind, fields, what)


def _all_names(connection: sqlite3.Connection, articles: set[int]) -> Names:
    """Return the names of all actors in some articles; before the actors of the corpus are made, the articles' own."""
    names = dict(names_in(connection, articles))
    for article in articles - {article for article, _ in names}:
        own = local_names(connection, article)
        names.update({(article, local): (numbered_id("a", local), name) for local, name in own.items()})
    return names


def _resolve(fields: dict[str, Any], article: int, names: Names) -> None:
    for mention in mentions_in(fields):
        if not mention.get("actor"):
            continue
        known = names.get((article, number_of(mention["actor"])))
        if known:
            mention["actor"], mention["name"] = known
        elif (article, JOINED) in names:
            mention["actor"] = mention["name"] = None  # ignored by a correction


def _sentence(fields: dict[str, Any], article: Article) -> str:
    """Return the sentence of a quote or claim; a row that is none of these has none, and is refused as it is built."""
    place = (fields.get("spans") or [fields])[0]
    if not isinstance(place.get("start"), int) or not isinstance(place.get("end"), int):
        return ""
    start, end = sentence_around(article.text, article.blocks, place["start"], place["end"])
    return article.text[start:end]
