"""Claims as comparison reads them: many at once, without the texts of their articles."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from operator import itemgetter
from sys import intern
from typing import Any

from newsclaim.models import Context, Mention, NumericClaim
from newsclaim.models.claim import About, Counted, Event, Place, TimeRef
from newsclaim.models.fact import ClaimKind, Fact, Party, Unnamed, When
from newsclaim.models.story import StoryEvent
from newsclaim.store.codec import path_of, unreadable
from newsclaim.store.conditions import Condition, Conditions, claim_conditions, numbered, of_kinds, where
from newsclaim.store.filters import ALL, Filter
from newsclaim.store.selecting import said, selected, unordered
from newsclaim.text import ID_DIGITS, number_of, numbered_id

#: An index has the rows: the condition stands there in the same words.
_UNNAMED = (
    "FROM context "
    "CROSS JOIN claim ON claim.article = context.article AND claim.class = 'other' AND claim.unit IS NULL "
    "CROSS JOIN article ON article.number = claim.article"
)
_MEMBERS = (
    "SELECT member.article, member.local, actor.number, actor.name FROM json_each(?) AS wanted "
    "CROSS JOIN member ON member.article = json_extract(wanted.value, '$[0]') "
    "AND member.local = json_extract(wanted.value, '$[1]') CROSS JOIN actor ON actor.number = member.actor"
)
#: What is read of the compact row of a claim, by place: models would take most of the time.
_READ = itemgetter(*(path_of(NumericClaim, name) for name in (
    "start", "value", "low", "high", "form", "qualifier", "unit", "class_", "role", "status", "trend", "from_",
    "part_of", "adds_to", "quote", "counted", "about", "event", "place", "time", "whose", "sources",
)))  # fmt: skip
_COUNTED_HEAD, _ABOUT_HEAD, _LEMMA = path_of(Counted, "head"), path_of(About, "head"), path_of(Event, "lemma")
_WHERE = itemgetter(*(path_of(Place, name) for name in ("name", "country", "start")))
_WHEN = itemgetter(*(path_of(TimeRef, name) for name in ("kind", "from_", "to")))
_NOWHERE = (None, None, None)
#: Defaults at the end of a compact row are left out.
_PADDING = [None] * max(len(kind.model_fields) for kind in (Place, TimeRef))
_ACTOR, _NAME = path_of(Mention, "actor"), path_of(Mention, "name")
#: (article, its own actor) → who that is in the whole corpus.
_Parties = dict[tuple[int, int], Party]
#: Id, outlet and date of an article.
_Ref = tuple[str, str | None, str | None]
#: Number, article and compact body of a claim, and its article.
_Row = tuple[int, int, str, _Ref]
_STORY = re.compile(rf"[a-z][0-9a-v]{{{ID_DIGITS}}}")
#: So many claims are read at a time.
_AT_ONCE = 2_000


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
    asked = claim_conditions(wanted)
    if lazily:
        rows = selected(connection, "claim", asked, ALL, lazily=True)
        found = ((number, article, body, (ref[0], ref[2], ref[3])) for number, article, body, *ref in rows)
        yield from _made(connection, found)
    else:
        yield from _facts(connection, asked)


def load_articles(connection: sqlite3.Connection, wanted: Filter) -> dict[int, int]:
    """Return the articles that have claims a filter asks for, by number, and how many they have."""
    kinds = of_kinds(wanted)
    if kinds:
        sql, values = kinds
        return dict(connection.execute(f"SELECT article, count(*) FROM ({sql}) GROUP BY article", values))
    return Counter(
        article for (article,) in unordered(connection, "claim", claim_conditions(wanted), "claim.article", 0)
    )


def load_around(connection: sqlite3.Connection, kinds: Filter, wanted: Filter, most: int) -> set[int]:
    """Return the articles that have claims of some kinds, by number.

    Where those are no more than `most` claims, these are also the articles of the same stories with claims that are
    `wanted` and have neither class nor unit.
    """
    counts = load_articles(connection, kinds)
    if sum(counts.values()) > most:
        return set(counts)
    told = "context.story IN (SELECT story FROM context WHERE article IN (SELECT value FROM json_each(?)))"
    rows = _unnamed(connection, "DISTINCT article.number", (told, [json.dumps(list(counts))]), wanted)
    return {*counts, *(article for (article,) in rows)}


def _unnamed(
    connection: sqlite3.Connection, columns: str, stories: Condition, wanted: Filter
) -> Iterator[tuple[Any, ...]]:
    """Yield some columns of the wanted claims of some stories that have neither class nor unit."""
    asked = said(connection, "claim", claim_conditions(wanted), ALL)
    condition, values = where([stories, *asked.articles, *(row.test for row in asked.rows)])
    yield from connection.execute(f"SELECT {columns} {_UNNAMED}{condition}", values)


def load_unnamed(
    connection: sqlite3.Connection, stories: Iterable[str], choose: Callable[[list[Unnamed]], list[int]], wanted: Filter
) -> tuple[list[Fact], set[str]]:
    """Return claims of some stories without class and unit, and the articles that have such claims.

    Of the claims only those are read whole whose numbers are chosen; the articles are those of the others too.
    """
    # Before stories are made each article is one of its own, under the article's id: there is nothing to look for.
    numbers = {number_of(story): story for story in stories if _STORY.fullmatch(story)}
    of_stories: Condition = ("context.story IN (SELECT value FROM json_each(?))", [json.dumps(list(numbers))])
    columns = "claim.number, context.story, article.id, claim.head, claim.position, claim.low, claim.high"
    rows = _unnamed(connection, columns, of_stories, wanted)
    found = [Unnamed(number, numbers[story], *told) for number, story, *told in rows]
    chosen = choose(found)
    facts = list(_facts(connection, Conditions([], [numbered("claim", chosen)]))) if chosen else []
    return facts, {one.article for one in found}


def _facts(connection: sqlite3.Connection, wanted: Conditions) -> Iterator[Fact]:
    """Yield claims in order: they are put into it here, since the database would move whole rows to do so."""
    rows = list(unordered(connection, "claim", wanted, "claim.number, claim.article, claim.body", 0))
    refs = _refs(connection, {article for _, article, _ in rows})
    rank = {article: place for place, article in enumerate(sorted(refs, key=lambda one: _when(refs[one])))}
    # Claims of one article name the same actors; and numbers are put into order far quicker than dates and ids.
    rows.sort(key=lambda row: rank[row[1]])
    made = _made(connection, ((number, article, body, refs[article]) for number, article, body in rows))
    yield from (
        fact for *_, fact in sorted((rank[r[1]], fact.position, r[0], fact) for r, fact in zip(rows, made, strict=True))
    )


def _when(ref: _Ref) -> tuple[bool, str, str]:
    """Return by what articles are put into order: the date, undated ones last, then the id."""
    article, _, published = ref
    return published is None, published or "", article


def _refs(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[int, _Ref]:
    """Return id, outlet and date of some articles, by number: of many claims of one only once."""
    rows = connection.execute(
        "SELECT number, id, outlet, published FROM article WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(articles)),),
    )
    return {number: (article, outlet, published) for number, article, outlet, published in rows}


def _made(connection: sqlite3.Connection, rows: Iterable[_Row]) -> Iterator[Fact]:
    rows = iter(rows)
    known: dict[int, Party] = {}
    while batch := list(islice(rows, _AT_ONCE)):
        claims = list(zip(batch, _values(batch), strict=True))
        parties = _parties(connection, claims, known)
        for (number, article, _, ref), values in claims:
            yield _fact(numbered_id("n", number), article, ref, values, parties)


def _values(batch: Sequence[_Row]) -> list[tuple[Any, ...]]:
    """Return what is read of some compact rows, all of them in one go."""
    try:
        return list(map(_READ, json.loads(f"[{','.join(body for _, _, body, _ in batch)}]")))
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable(f"a claim of the article {_first_unreadable(batch)!r}") from error


def _first_unreadable(batch: Sequence[_Row]) -> str:
    for _, _, body, (article, *_) in batch:
        try:
            _READ(json.loads(body))
        except (ValueError, TypeError, LookupError):
            return article
    return batch[0][3][0]


def _parties(
    connection: sqlite3.Connection, claims: Iterable[tuple[_Row, tuple[Any, ...]]], known: dict[int, Party]
) -> _Parties:
    """Return who the actors that some claims name are in the whole corpus, in one query; each is made once."""
    wanted = {
        (article, number_of(mention[_ACTOR]))
        for (_, article, *_), (*_, whose, sources) in claims
        for mention in ((*sources, whose) if whose else sources)
        if len(mention) > _ACTOR and mention[_ACTOR]
    }
    if not wanted:
        return {}
    rows = connection.execute(_MEMBERS, (json.dumps(sorted(wanted)),))
    found: _Parties = {}
    for article, local, actor, name in rows:
        party = known.get(actor)
        if party is None:
            party = known[actor] = Party(numbered_id("a", actor), name)
        found[article, local] = party
    return found


def load_facts_numbered(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Fact]:
    """Yield the claims with these ids, by date, article and place."""
    yield from _facts(connection, Conditions([], [numbered("claim", map(number_of, ids))]))


def load_claim_ids(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of all claims."""
    yield from (numbered_id("n", number) for (number,) in connection.execute("SELECT number FROM claim"))


def counts_some(connection: sqlite3.Connection, nouns: Iterable[str], classes: Iterable[str] = ()) -> bool:
    """Return whether some claim, of one of these classes if there are any, counts one of these lemmas."""
    wanted, among = sorted(nouns), sorted(classes)
    sql = f"SELECT 1 FROM claim WHERE head IN ({', '.join('?' * len(wanted))})"
    if among:
        sql += f" AND class IN ({', '.join('?' * len(among))})"
    return connection.execute(f"{sql} LIMIT 1", [*wanted, *among]).fetchone() is not None


def counted_nouns(connection: sqlite3.Connection) -> list[tuple[str, int, int]]:
    """Return the lemmas of what is counted, how many claims and articles have them, those of most articles first."""
    return connection.execute(
        "SELECT head, count(*), count(DISTINCT article) AS articles FROM claim WHERE head IS NOT NULL "
        "GROUP BY head ORDER BY articles DESC, count(*) DESC, head"
    ).fetchall()


def _fact(identifier: str, article: int, ref: _Ref, values: tuple[Any, ...], parties: _Parties) -> Fact:
    (
        start, value, low, high, form, qualifier, unit, class_, role, status, trend, from_, part_of, adds_to, quote,
        counted, about, event, place, time, whose, sources,
    ) = values  # fmt: skip
    name, country, place_at = _WHERE(place + _PADDING) if place else _NOWHERE
    # Words that thousands of claims share are one string: it is hashed once.
    return Fact(
        identifier, ref[0], ref[1], ref[2][:10] if ref[2] else None, start, value, low, high, intern(form),
        qualifier, unit, intern(class_), intern(counted[_COUNTED_HEAD].lower()) if counted else None,
        intern(about[_ABOUT_HEAD].lower()) if about else None, _party(whose, article, parties) if whose else None,
        intern(event[_LEMMA].lower()) if event else None, intern(role), intern(status), trend, name, country,
        When(*_WHEN(time + _PADDING)) if time else None,
        tuple([party for one in sources if (party := _party(one, article, parties))]) if sources else (),
        from_, part_of, adds_to, quote, place_at,
    )  # fmt: skip


def _at(values: list[Any], place: int) -> Any:
    """Return a value of a compact row, whose defaults at the end are left out."""
    return values[place] if place < len(values) else None


def _party(mention: list[Any], article: int, parties: _Parties) -> Party | None:
    actor = _at(mention, _ACTOR)
    if actor and (known := parties.get((article, number_of(actor)))):
        return known
    name = _at(mention, _NAME)
    return Party(None, name) if name else None
