"""What rows a query asks for, and the SQL conditions that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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


def article_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on the article, whose table is `article`."""
    found: list[Condition] = []
    if wanted.articles:
        found.append(_among("article.id", wanted.articles))
    if wanted.outlet is not None:
        found.append(("lower(article.outlet) = lower(?)", [wanted.outlet]))
    return found + date_conditions(wanted)


def date_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on the date of publication; a time on the last day still counts as that day."""
    found: list[Condition] = []
    if wanted.since:
        found.append(("substr(article.published, 1, 10) >= ?", [wanted.since]))
    if wanted.until:
        found.append(("substr(article.published, 1, 10) <= ?", [wanted.until]))
    return found


def quote_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on a quote, whose table is `quote`."""
    found = article_conditions(wanted)
    if wanted.kinds:
        found.append(_among("quote.kind", wanted.kinds))
    if wanted.stances:
        found.append(_among("quote.stance", wanted.stances))
    if wanted.actors is not None:
        found.append(_credited("quote", "speaker", wanted.actors))
    if wanted.search:
        found.append(
            ("quote.number IN (SELECT rowid FROM quote_text WHERE quote_text MATCH ?)", [match_query(wanted.search)])
        )
    return found


def claim_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on a claim, whose table is `claim`; class and head are alternatives."""
    found = article_conditions(wanted)
    either = [
        _among(column, values)
        for column, values in (("claim.class", wanted.classes), ("claim.head", wanted.heads))
        if values
    ]
    if either:
        found.append(("(" + " OR ".join(sql for sql, _ in either) + ")", [x for _, values in either for x in values]))
    if wanted.statuses:
        found.append(_among("claim.status", wanted.statuses))
    if wanted.actors is not None:
        found.append(_credited("claim", "source", wanted.actors))
    return found


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


def _among(column: str, values: tuple[str, ...] | list[str]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _credited(table: str, role: str, actors: frozenset[str]) -> Condition:
    sql, values = _among("member.actor", sorted(actors))
    condition = (
        f"{table}.id IN (SELECT credit.owner FROM member JOIN credit ON credit.article = member.article "
        f"AND credit.actor = member.local WHERE credit.role = '{role}' AND {sql})"
    )
    return condition, values
