"""Claims as comparison reads them: many at once, without the texts of their articles."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from newsclaim.models import Context, NumericClaim
from newsclaim.models.fact import ClaimKind, Fact, Party, When
from newsclaim.models.story import StoryEvent
from newsclaim.store.actors import Names, names_in
from newsclaim.store.codec import path_of, unpack
from newsclaim.store.conditions import Conditions, Narrowing, claim_conditions, numbered
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import selected
from newsclaim.text import ID_DIGITS, number_of, numbered_id

_UNNAMED = (
    "SELECT claim.number FROM context CROSS JOIN claim ON claim.article = context.article "
    "WHERE context.story IN (SELECT value FROM json_each(?)) AND claim.class = 'other' AND claim.unit IS NULL"
)
_STORY = re.compile(rf"[a-z][0-9a-v]{{{ID_DIGITS}}}")
#: So many claims are read at a time.
_AT_ONCE = 500


def load_kinds(connection: sqlite3.Connection) -> list[ClaimKind]:
    """Return which kinds of claims there are, from an index alone."""
    columns = "class, head, unit, about"
    return [ClaimKind(*row) for row in connection.execute(f"SELECT {columns}, count(*) FROM claim GROUP BY {columns}")]


def load_told(connection: sqlite3.Connection, kind: ClaimKind) -> list[ClaimKind]:
    """Return the kinds into which one falls by what happened."""
    happened = f"json_extract(context.body, '$[{path_of(Context, 'event')}][{path_of(StoryEvent, 'what')}]')"
    rows = connection.execute(
        f"SELECT count(*), event, {happened} AS happened FROM claim "
        "LEFT JOIN context ON context.article = claim.article "
        "WHERE class = ? AND head IS ? AND unit IS ? AND about IS ? GROUP BY event, happened",
        (kind.class_, kind.head, kind.unit, kind.about),
    )
    return [replace(kind, count=count, event=event, happened=happened) for count, event, happened in rows]


def load_facts(connection: sqlite3.Connection, wanted: Filter, *, lazily: bool = False) -> Iterator[Fact]:
    """Yield the claims a filter asks for, by date, article and place; `lazily` where not all of them will be read."""
    yield from _facts(connection, claim_conditions(wanted), lazily=lazily)


def load_unnamed(connection: sqlite3.Connection, stories: Iterable[str], wanted: Filter) -> Iterator[Fact]:
    """Yield the claims of some stories that have neither class nor unit, among those that a filter asks for."""
    conditions = claim_conditions(wanted)
    # Before stories are made each article is one of its own, under the article's id: there is nothing to look for.
    numbers = [number_of(story) for story in stories if _STORY.fullmatch(story)]
    values: list[object] = [json.dumps(numbers)]
    unnamed = Narrowing((f"claim.number IN ({_UNNAMED})", values), (_UNNAMED, values))
    yield from _facts(connection, conditions._replace(rows=[*conditions.rows, unnamed]))


def _facts(connection: sqlite3.Connection, wanted: Conditions, *, lazily: bool = False) -> Iterator[Fact]:
    rows = selected(connection, "claim", wanted, ALL, lazily=lazily)
    while batch := list(islice(rows, _AT_ONCE)):
        names = names_in(connection, {row[1] for row in batch})
        for number, article, body, *ref in batch:
            fields = unpack(NumericClaim, body, "", f"a claim of the article {ref[0]!r}")
            yield _fact(numbered_id("n", number), article, ref, fields, names)


def load_facts_numbered(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Fact]:
    """Yield the claims with these ids, by date, article and place."""
    yield from _facts(connection, Conditions([], [numbered("claim", map(number_of, ids))]))


def load_claim_ids(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of all claims."""
    yield from (numbered_id("n", number) for (number,) in connection.execute("SELECT number FROM claim"))


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


def _fact(identifier: str, article: int, ref: list[Any], fields: dict[str, Any], names: Names) -> Fact:
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


def _party(mention: dict[str, Any] | None, article: int, names: Names) -> Party | None:
    if mention is None:
        return None
    known = names.get((article, number_of(mention["actor"]))) if mention.get("actor") else None
    if known:
        return Party(*known)
    name = mention.get("name") or mention.get("text")
    return Party(None, name) if name else None
