"""What rows a query asks for, and the SQL conditions that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsclaim.text import number_of

#: A condition with its parameters.
Condition = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on quotes and claims; None or empty means any.

    `actors` are ids of the corpus; `since` and `until` are ISO dates, both inclusive, and leave undated articles out.
    """

    actors: frozenset[str] | None = None
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    search: str | None = None
    articles: tuple[str, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    classes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    heads: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions on rows of a table.

    `plain` are tested row by row. Each of `lists` is a query for the numbers of all rows that it lets through, from an
    index: a short one is where to begin. `matches` is a full-text query on quotes.
    """

    plain: list[Condition]
    lists: list[Condition]
    matches: str | None = None


def article_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on the article, whose table is `article`."""
    found: list[Condition] = []
    if wanted.articles:
        found.append(_among("article.id", wanted.articles))
    if wanted.outlet is not None:
        found.append(("lower(article.outlet) = lower(?)", [wanted.outlet]))
    return found + _dates(wanted)


def _dates(wanted: Filter) -> list[Condition]:
    """Return the conditions on the date of publication; a time on the last day still counts as that day."""
    found: list[Condition] = []
    if wanted.since:
        found.append(("article.published >= ?", [wanted.since]))
    if wanted.until:
        found.append(("substr(article.published, 1, 10) <= ?", [wanted.until]))
    return found


def quote_conditions(wanted: Filter) -> Conditions:
    """Return the conditions on a quote, whose table is `quote`."""
    plain, lists = article_conditions(wanted), []
    if wanted.kinds:
        plain.append(_among("quote.kind", wanted.kinds))
    if wanted.stances:
        condition, values = _among("stance", wanted.stances)
        lists.append((f"SELECT number FROM quote WHERE {condition}", values))
    if wanted.actors is not None:
        lists.append(_credited("speaker", wanted.actors))
    return Conditions(plain, lists, match_query(wanted.search) if wanted.search else None)


def claim_conditions(wanted: Filter) -> Conditions:
    """Return the conditions on a claim, whose table is `claim`; class and head are alternatives."""
    plain, lists = article_conditions(wanted), []
    either = [
        (f"SELECT number FROM claim WHERE {condition}", values)
        for condition, values in (_among("class", wanted.classes), _among("head", wanted.heads))
        if values
    ]
    if either:
        lists.append((" UNION ".join(sql for sql, _ in either), [x for _, values in either for x in values]))
    if wanted.statuses:
        plain.append(_among("claim.status", wanted.statuses))
    if wanted.actors is not None:
        lists.append(_credited("source", wanted.actors))
    return Conditions(plain, lists)


def match_query(text: str) -> str:
    """Return a full-text query for what a user typed: every word must occur, a part in double quotes as a phrase."""
    parts = re.findall(r'"[^"]+"|[^\s"]+', text)
    phrases = [part.strip('"').replace('"', "") for part in parts]
    return " ".join(f'"{phrase}"' for phrase in phrases if re.search(r"\w", phrase)) or '""'


def where(conditions: list[Condition]) -> Condition:
    """Return all conditions joined by AND, with " WHERE " in front, or nothing."""
    if not conditions:
        return "", []
    return " WHERE " + " AND ".join(sql for sql, _ in conditions), [x for _, values in conditions for x in values]


def _among(column: str, values: tuple[str, ...]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _credited(role: str, actors: frozenset[str]) -> Condition:
    sql = (
        "SELECT credit.owner FROM member JOIN credit "
        "ON credit.article = member.article AND credit.local = member.local "
        f"WHERE credit.role = '{role}' AND member.actor IN ({', '.join('?' * len(actors))})"
    )
    return sql, [number_of(actor) for actor in sorted(actors)]
