"""A filter → the SQL conditions that say so."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsclaim.store.filters import EVERYTHING, Filter
from newsclaim.store.wordindex import QUOTE_MATCHES, QUOTES_MATCHING
from newsclaim.text import number_of

if TYPE_CHECKING:
    from newsclaim.store.search import Query

#: What a mark says: of fields that are wrong and that nobody put right, the finding is flawed.
_VERDICT = (
    "CASE WHEN verdict = 'corrected' AND json_extract(mark.body, '$.fields') = '{}' THEN 'flawed' ELSE verdict END"
)
#: A condition with its parameters.
Condition = tuple[str, list[object]]


class Narrowing(NamedTuple):
    """One condition on rows, said twice.

    `test` is true of a row; `numbers` is a query for the numbers of all rows that it is true of, from an index: a short
    list is where to begin. None where no index has them. `sized` has as many rows and is quicker to count.
    """

    test: Condition
    numbers: Condition | None = None
    sized: Condition | None = None


class Conditions(NamedTuple):
    """Conditions on rows of a table: on their articles, on themselves, and a full-text query on their sentences."""

    articles: list[Condition]
    rows: list[Narrowing]
    saying: Query | None = None


def article_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on the article, whose table is `article`."""
    found: list[Condition] = []
    if wanted.articles:
        # A place or words may lead to more than SQLite takes parameters.
        found.append(("article.id IN (SELECT value FROM json_each(?))", [json.dumps(wanted.articles)]))
    if wanted.outlets:
        # With "+" no index of outlets is used: that of the order is, and gives the first ones at once.
        found.append(_among("+lower(article.outlet)", tuple(outlet.lower() for outlet in wanted.outlets)))
    return found + _dates(wanted)


def _dates(wanted: Filter) -> list[Condition]:
    """Return the conditions on the date of publication; a time on the last day still counts as that day."""
    found: list[Condition] = []
    if wanted.since:
        # The first part is how the index of the order begins.
        found.append(("(article.published IS NULL) = 0 AND article.published >= ?", [wanted.since]))
    if wanted.until:
        found.append(("substr(article.published, 1, 10) <= ?", [wanted.until]))
    return found


def quote_conditions(wanted: Filter) -> Conditions:
    """Return the conditions on a quote, whose table is `quote`."""
    rows = [*_stances(wanted.stances), *_marked("quote", wanted.marked)]
    if wanted.kinds:
        rows.append(Narrowing(_among("quote.kind", wanted.kinds)))
    rows += _credits("quote", speaker=wanted.actors, via=wanted.via)
    query = _query(wanted)
    if query and wanted.within == "content":
        words: list[object] = [query.exact]
        found = "SELECT rowid FROM quote_text WHERE quote_text MATCH ?"
        rows.append(Narrowing((QUOTE_MATCHES, words), (QUOTES_MATCHING, words), (found, words)))
        query = None
    return Conditions(article_conditions(wanted), rows, query)


def claim_conditions(wanted: Filter) -> Conditions:
    """Return the conditions on a claim, whose table is `claim`; class and head are alternatives."""
    rows = [
        *_either({"class": wanted.classes, "head": wanted.heads}),
        *_either({"head": wanted.counted, "about": wanted.counted}),
        *_statuses(wanted.statuses), *_marked("claim", wanted.marked), *_placed(wanted.places),
        *_happened(wanted.happened), *_valued(wanted.value),
    ]  # fmt: skip
    if wanted.units:
        rows.append(Narrowing(_among("claim.unit", wanted.units)))
    rows += _credits("claim", source=wanted.actors, whose=wanted.whose)
    return Conditions(article_conditions(wanted), rows, _query(wanted))


def of_kinds(wanted: Filter) -> Condition | None:
    """Return a query for number and article of the claims of some classes or heads, from indexes alone.

    None where a filter asks for something else, too.
    """
    parts = _parts({"class": wanted.classes, "head": wanted.heads})
    return _listed("number, article", parts) if parts and replace(wanted, classes=(), heads=()) == EVERYTHING else None


def _parts(columns: dict[str, tuple[str, ...]]) -> list[Condition]:
    return [_among(f"claim.{column}", values) for column, values in columns.items() if values]


def _listed(what: str, parts: list[Condition]) -> Condition:
    """Return a query for some columns of the claims of which one of some conditions is true."""
    sql = " UNION ".join(f"SELECT {what} FROM claim WHERE {sql}" for sql, _ in parts)
    return sql, [value for _, some in parts for value in some]


def _query(wanted: Filter) -> Query | None:
    if not wanted.search:
        return None
    from newsclaim.store.search import match_query

    return match_query(wanted.search)


def numbered(table: str, numbers: Iterable[int]) -> Narrowing:
    """Return the condition that a row is one of those with some numbers."""
    sql, values = listed(numbers)
    return Narrowing((f"{table}.number IN ({sql})", values), (sql, values))


def listed(numbers: Iterable[int]) -> Condition:
    """Return a query that gives some numbers."""
    return "SELECT value FROM json_each(?)", [json.dumps(list(numbers))]


def where(conditions: list[Condition]) -> Condition:
    """Return all conditions joined by AND, with " WHERE " in front, or nothing."""
    if not conditions:
        return "", []
    return " WHERE " + " AND ".join(sql for sql, _ in conditions), [x for _, values in conditions for x in values]


def _stances(stances: tuple[str, ...]) -> list[Narrowing]:
    if not stances:
        return []
    test, values = _among("quote.stance", stances)
    # Most quotes say: the index leaves them out.
    listed = f"SELECT number FROM quote WHERE stance <> 'says' AND {test}"
    return [Narrowing((test, values), None if "says" in stances else (listed, values))]


def _statuses(statuses: tuple[str, ...]) -> list[Narrowing]:
    if not statuses:
        return []
    test, values = _among("claim.status", statuses)
    # Most claims are asserted: the index leaves them out.
    listed = f"SELECT number FROM claim WHERE status <> 'asserted' AND {test}"
    return [Narrowing((test, values), None if "asserted" in statuses else (listed, values))]


def _marked(kind: str, marked: tuple[str, ...]) -> list[Narrowing]:
    if not marked:
        return []
    verdict = f"coalesce((SELECT {_VERDICT} FROM mark WHERE kind = '{kind}' AND finding = {kind}.number), 'none')"
    condition, values = _among(_VERDICT, marked)
    listed = f"SELECT finding FROM mark WHERE kind = '{kind}' AND {condition}"
    return [Narrowing(_among(verdict, marked), None if "none" in marked else (listed, values))]


def _either(columns: dict[str, tuple[str, ...]]) -> list[Narrowing]:
    """Return the condition that one of some columns has one of its values."""
    parts = _parts(columns)
    if not parts:
        return []
    listed = _listed("number", parts)
    return [Narrowing((f"({' OR '.join(sql for sql, _ in parts)})", listed[1]), listed)]


def _placed(places: tuple[str, ...]) -> list[Narrowing]:
    if not places:
        return []
    named, values = _named("claim", places)
    return [_from_index((f"(claim.place IS NOT NULL AND {named})", values))]


def _happened(places: tuple[str, ...]) -> list[Narrowing]:
    """Return the condition that one of some places is named by a claim, or by its article's event if it names none."""
    if not places:
        return []
    (own, values), (event, _) = (_named(table, places) for table in ("claim", "context"))
    none = "coalesce(claim.place, '') = ''"
    test = f"({own} OR ({none} AND claim.article IN (SELECT article FROM context WHERE {event})))"
    listed = (
        f"SELECT number FROM claim WHERE claim.place IS NOT NULL AND {own} UNION ALL SELECT claim.number FROM context "
        f"CROSS JOIN claim ON claim.article = context.article AND {none} WHERE {event}"
    )
    return [Narrowing((test, [*values, *values]), (listed, [*values, *values]))]


def _named(table: str, places: tuple[str, ...]) -> Condition:
    """Return the condition that place or country of a table's rows are named by one of some words or codes."""
    parts: list[tuple[str, object]] = [(f"instr(' ' || {table}.place || ' ', ?)", f" {place} ") for place in places]
    parts += [(f"{table}.country = ?", place.upper()) for place in places if len(place) == len("GB")]
    return f"({' OR '.join(sql for sql, _ in parts)})", [value for _, value in parts]


def _valued(value: tuple[float | None, float | None] | None) -> list[Narrowing]:
    if value is None:
        return []
    low, high = value
    found: list[Condition] = [("coalesce(claim.low, claim.high) IS NOT NULL", [])]
    if low is not None:
        found.append(("(claim.high IS NULL OR claim.high >= ?)", [low]))
    if high is not None:
        found.append(("(claim.low IS NULL OR claim.low <= ?)", [high]))
    return [_from_index((" AND ".join(sql for sql, _ in found), [x for _, values in found for x in values]))]


def _from_index(test: Condition) -> Narrowing:
    """Return a condition on claims that is tested entry by entry in an index that has its columns."""
    return Narrowing(test, (f"SELECT number FROM claim WHERE {test[0]}", test[1]))


def _among(column: str, values: tuple[str, ...]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _credits(table: str, **roles: frozenset[str] | None) -> list[Narrowing]:
    return [_credited(table, role, actors) for role, actors in roles.items() if actors is not None]


def _credited(table: str, role: str, actors: Iterable[str]) -> Narrowing:
    values: list[object] = [number_of(actor) for actor in sorted(actors)]
    credit = "credit ON credit.article = member.article AND credit.local = member.local"
    who = f"credit.role = '{role}' AND member.actor IN ({', '.join('?' * len(values))})"
    test = (
        "EXISTS (SELECT 1 FROM credit CROSS JOIN member ON member.article = credit.article "
        f"AND member.local = credit.local WHERE credit.article = {table}.article AND credit.owner = {table}.number "
        f"AND {who})"
    )
    return Narrowing(
        (test, values),
        (f"SELECT credit.owner FROM member CROSS JOIN {credit} WHERE {who}", values),
    )
