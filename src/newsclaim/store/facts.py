"""Claims as comparison reads them: many at once, without the texts of their articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsclaim.models import NumericClaim
from newsclaim.models.fact import Fact, Party, When
from newsclaim.store.codec import unpack
from newsclaim.store.conditions import claim_conditions
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import selected
from newsclaim.text import number_of, numbered_id

_UNNAMED = (
    "SELECT claim.number FROM context JOIN claim ON claim.article = context.article "
    "WHERE context.story IN (SELECT value FROM json_each(?)) AND claim.class = 'other' AND claim.unit IS NULL"
)
_Names = dict[tuple[int, int], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """A class, counted noun (lemma) and unit of claims, and how many claims have them."""

    class_: str
    head: str | None
    unit: str | None
    count: int


def load_kinds(connection: sqlite3.Connection) -> list[ClaimKind]:
    """Return which kinds of claims there are, from an index alone."""
    rows = connection.execute("SELECT class, head, unit, count(*) FROM claim GROUP BY class, head, unit")
    return [ClaimKind(*row) for row in rows]


def load_facts(connection: sqlite3.Connection, wanted: Filter) -> Iterator[Fact]:
    """Yield the claims a filter asks for, by date, article and place."""
    names = _names(connection)
    for number, article, body, *ref in selected(connection, "claim", claim_conditions(wanted), ALL):
        fields = unpack(NumericClaim, body, "", f"a claim of the article {ref[0]!r}")
        yield _fact(numbered_id("n", number), article, ref, fields, names)


def load_unnamed(connection: sqlite3.Connection, stories: Iterable[str], wanted: Filter) -> Iterator[Fact]:
    """Yield the claims of some stories that have neither class nor unit, among those that a filter asks for."""
    names = _names(connection)
    conditions = claim_conditions(wanted)
    conditions.lists.append((_UNNAMED, [json.dumps([number_of(story) for story in stories])]))
    for number, article, body, *ref in selected(connection, "claim", conditions, ALL):
        fields = unpack(NumericClaim, body, "", f"a claim of the article {ref[0]!r}")
        yield _fact(numbered_id("n", number), article, ref, fields, names)


def counts_some(connection: sqlite3.Connection, nouns: Iterable[str]) -> bool:
    """Return whether some claim counts one of these lemmas."""
    wanted = sorted(nouns)
    marks = ", ".join("?" * len(wanted))
    return connection.execute(f"SELECT 1 FROM claim WHERE head IN ({marks}) LIMIT 1", wanted).fetchone() is not None


def counted_nouns(connection: sqlite3.Connection) -> list[tuple[str, int, int]]:
    """Return the lemmas of what is counted, how many claims and articles have them, those of most articles first."""
    return connection.execute(
        "SELECT head, count(*), count(DISTINCT article) AS articles FROM claim WHERE head IS NOT NULL "
        "GROUP BY head ORDER BY articles DESC, count(*) DESC, head"
    ).fetchall()


def _names(connection: sqlite3.Connection) -> _Names:
    """Return who claims and whose, by article and the article's own actor."""
    rows = connection.execute(
        "SELECT DISTINCT credit.article, credit.local, actor.number, actor.name FROM credit "
        "JOIN member ON member.article = credit.article AND member.local = credit.local "
        "JOIN actor ON actor.number = member.actor WHERE credit.role IN ('source', 'whose')"
    )
    return {(article, local): (numbered_id("a", actor), name) for article, local, actor, name in rows}


def _fact(identifier: str, article: int, ref: list[Any], fields: dict[str, Any], names: _Names) -> Fact:
    place, time, counted, about, event = (fields.get(key) for key in ("place", "time", "counted", "about", "event"))
    return Fact(
        id=identifier, article=ref[0], outlet=ref[2], published=ref[3][:10] if ref[3] else None,
        position=fields["start"], value=fields.get("value"), low=fields.get("low"), high=fields.get("high"),
        form=fields.get("form", "point"), qualifier=fields.get("qualifier", "exact"), unit=fields.get("unit"),
        class_=fields.get("class_", "other"), counted=counted["head"].lower() if counted else None,
        about=about["head"].lower() if about else None, whose=_party(fields.get("whose"), article, names),
        event=event["lemma"].lower() if event else None, role=fields.get("role", "total"),
        status=fields.get("status", "asserted"), trend=fields.get("trend"),
        place=place.get("name") if place else None, country=place.get("country") if place else None,
        time=When(time["kind"], time.get("from_"), time.get("to")) if time else None,
        sources=tuple(filter(None, (_party(source, article, names) for source in fields.get("sources") or ()))),
        from_=fields.get("from_"), part_of=fields.get("part_of"), adds_to=fields.get("adds_to"),
        quote=fields.get("quote"), place_at=place.get("start") if place else None,
    )  # fmt: skip


def _party(mention: dict[str, Any] | None, article: int, names: _Names) -> Party | None:
    if mention is None:
        return None
    known = names.get((article, number_of(mention["actor"]))) if mention.get("actor") else None
    if known:
        return Party(*known)
    name = mention.get("name") or mention.get("text")
    return Party(None, name) if name else None
