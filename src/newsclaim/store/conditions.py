"""A filter → the SQL conditions that say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsclaim.models import About, NumericClaim, Place
from newsclaim.store.codec import path_of
from newsclaim.store.filters import Filter
from newsclaim.store.search import Query, match_query
from newsclaim.text import number_of

#: A condition with its parameters.
Condition = tuple[str, list[object]]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions on rows of a table.

    `plain` are tested row by row. Each of `lists` is a query for the numbers of all rows that it lets through, from an
    index: a short one is where to begin. `matches` is a full-text query on quotes, `saying` one on sentences.
    """

    plain: list[Condition]
    lists: list[Condition]
    matches: str | None = None
    saying: Query | None = None


def article_conditions(wanted: Filter) -> list[Condition]:
    """Return the conditions on the article, whose table is `article`."""
    found: list[Condition] = []
    if wanted.articles:
        found.append(_among("article.id", wanted.articles))
    if wanted.outlets:
        found.append(_among("lower(article.outlet)", tuple(outlet.lower() for outlet in wanted.outlets)))
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
    plain += _marked("quote", wanted.marked)
    lists += _credits(speaker=wanted.actors, via=wanted.via)
    query = match_query(wanted.search) if wanted.search else None
    if query and wanted.within == "content":
        return Conditions(plain, lists, matches=query.exact)
    return Conditions(plain, lists, saying=query)


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
    plain += _marked("claim", wanted.marked)
    plain += _counted(wanted.counted) + _placed(wanted.places) + _valued(wanted.value)
    lists += _credits(source=wanted.actors, whose=wanted.whose)
    return Conditions(plain, lists, saying=match_query(wanted.search) if wanted.search else None)


def where(conditions: list[Condition]) -> Condition:
    """Return all conditions joined by AND, with " WHERE " in front, or nothing."""
    if not conditions:
        return "", []
    return " WHERE " + " AND ".join(sql for sql, _ in conditions), [x for _, values in conditions for x in values]


def _marked(kind: str, marked: tuple[str, ...]) -> list[Condition]:
    if not marked:
        return []
    sql = f"coalesce((SELECT verdict FROM mark WHERE kind = '{kind}' AND finding = {kind}.number), 'none')"
    return [_among(sql, marked)]


def _counted(words: tuple[str, ...]) -> list[Condition]:
    if not words:
        return []
    counted, values = _among("claim.head", words)
    measured, _ = _among(f"lower({_inside('about', About, 'head')})", words)
    return [(f"({counted} OR {measured})", values + values)]


def _placed(places: tuple[str, ...]) -> list[Condition]:
    if not places:
        return []
    name, country = _inside("place", Place, "name"), _inside("place", Place, "country")
    parts = [(f"instr(' ' || fold({name}) || ' ', ?)", f" {place} ") for place in places]
    parts += [(f"{country} = ?", place.upper()) for place in places if len(place) == len("GB")]
    return [(f"({' OR '.join(sql for sql, _ in parts)})", [value for _, value in parts])]


def _valued(value: tuple[float | None, float | None] | None) -> list[Condition]:
    if value is None:
        return []
    low, high = value
    found: list[Condition] = [("coalesce(claim.low, claim.high) IS NOT NULL", [])]
    if low is not None:
        found.append(("(claim.high IS NULL OR claim.high >= ?)", [low]))
    if high is not None:
        found.append(("(claim.low IS NULL OR claim.low <= ?)", [high]))
    return found


@cache
def _inside(field: str, kind: type[About | Place], inner: str) -> str:
    """Return the SQL for a field of a model inside a claim's compact row."""
    return f"json_extract(claim.body, '$[{path_of(NumericClaim, field)}][{path_of(kind, inner)}]')"


def _among(column: str, values: tuple[str, ...]) -> Condition:
    return f"{column} IN ({', '.join('?' * len(values))})", list(values)


def _credits(**roles: frozenset[str] | None) -> list[Condition]:
    return [_credited(role, actors) for role, actors in roles.items() if actors is not None]


def _credited(role: str, actors: frozenset[str]) -> Condition:
    sql = (
        "SELECT credit.owner FROM member JOIN credit "
        "ON credit.article = member.article AND credit.local = member.local "
        f"WHERE credit.role = '{role}' AND member.actor IN ({', '.join('?' * len(actors))})"
    )
    return sql, [number_of(actor) for actor in sorted(actors)]
