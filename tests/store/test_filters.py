"""A filter lets through what a plain reading of its fields lets through, whatever it is combined with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaim.models import About, Mention, Place
from newsclaim.store import ActorFilter, Filter, Page, Store
from newsclaim.text import fold, stable_id
from samples import extraction, saved

BROOK, UNION = stable_id("a", "ada brook"), stable_id("a", "the union")
#: Article → outlet, date, and what its two claims have beside what the sample gives.
ARTICLES = {
    "a": ("Harbour Wire", "2024-10-21", {"class_": "troops", "unit": None, "country": "NO", "place": "Oldport"}, {}),
    "b": ("The Post", "2024-10-23T09:00:00Z", {"class_": "money", "unit": "USD", "low": 2e6, "high": 3e6, "value": None}, {}),
    "c": ("the post", "2024-11-01", {"about": "revenue", "country": "GB", "place": "North Oldport"}, {"status": "denied"}),
    "d": (None, None, {"low": None, "high": None, "value": None, "counted": None}, {"low": 400.0, "high": None}),
}  # fmt: skip


def article(name):
    outlet, published, *changes = ARTICLES[name]
    found = extraction(name, outlet=outlet, published=published)
    claims = tuple(changed(claim, **fields) for claim, fields in zip(found.claims, changes, strict=True))
    denied = found.quotes[0].cue.model_copy(update={"stance": "denies"})
    quotes = (found.quotes[0].model_copy(update={"cue": denied if name == "c" else None}), found.quotes[1])
    return found.model_copy(update={"claims": claims, "quotes": quotes})


def changed(claim, *, country=None, place=None, about=None, **fields):
    if place:
        fields["place"] = Place(start=0, end=4, text="Port", name=place, country=country)
    if about:
        fields["about"] = About(head=about)
        fields["whose"] = Mention(**claim.sources[0].model_dump(exclude={"cue"}))
    return claim.model_copy(update=fields)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("filters") / "a.db"
    saved(path, *map(article, ARTICLES))
    with Store(path) as opened:
        yield opened


# -- the plain reading -------------------------------------------------------------------------------------------------


def in_article(ref, wanted):
    day = (ref.published or "")[:10]
    return (
        (not wanted.articles or ref.id in wanted.articles)
        and (not wanted.outlets or (ref.outlet or "").lower() in [one.lower() for one in wanted.outlets])
        and (not wanted.since or (bool(day) and (ref.published or "") >= wanted.since))
        and (not wanted.until or (bool(day) and day <= wanted.until))
    )


def of(mentions, ids):
    return ids is None or any(one.actor in ids for one in mentions)


def is_quote_wanted(row, wanted):
    return (
        in_article(row.article, wanted)
        and (not wanted.kinds or row.kind in wanted.kinds)
        and (not wanted.stances or (row.cue.stance if row.cue else None) in wanted.stances)
        and of(row.speakers, wanted.actors)
        and of(row.via, wanted.via)
    )


def is_claim_wanted(row, wanted):
    heads = {one.head for one in (row.counted, row.about) if one}
    counted = row.counted.head if row.counted else None
    kind = not (wanted.classes or wanted.heads) or row.class_ in wanted.classes or counted in wanted.heads
    return (
        in_article(row.article, wanted)
        and kind
        and (not wanted.counted or bool(heads & set(wanted.counted)))
        and (not wanted.statuses or row.status in wanted.statuses)
        and (not wanted.units or row.unit in wanted.units)
        and (not wanted.places or is_there(row.place, wanted.places))
        and (wanted.value is None or may_be(row, *wanted.value))
        and of(row.sources, wanted.actors)
        and of([row.whose] if row.whose else [], wanted.whose)
    )


def is_there(place, places):
    if place is None:
        return False
    words = f" {fold(place.name or '')} "
    return any(f" {one} " in words or (len(one) == 2 and place.country == one.upper()) for one in places)


def may_be(row, low, high):
    """Whether the number lies, or may lie, between two ends."""
    least, most = (row.low, row.high) if row.value is None else (row.value, row.value)
    if least is None and most is None:
        return False
    return (low is None or most is None or most >= low) and (high is None or least is None or least <= high)


# -- both readings agree -----------------------------------------------------------------------------------------------


def some(*values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


def maybe(*values):
    return st.one_of(st.none(), st.sampled_from(values))


IDS = maybe(frozenset([BROOK]), frozenset([UNION]), frozenset([BROOK, UNION]), frozenset())
OF_ARTICLES = {
    "articles": some(*"abcd", "x"),
    "outlets": some("harbour wire", "The Post", "Nobody"),
    "since": maybe("2024-10", "2024-10-22", "2024-10-23", "2025"),
    "until": maybe("2024-10-21", "2024-10-23", "2024-10-99", "2023"),
    "actors": IDS,
}
QUOTES = st.builds(
    Filter, kinds=some("direct", "indirect", "mixed"), stances=some("says", "denies"), via=IDS, **OF_ARTICLES
)
CLAIMS = st.builds(
    Filter,
    classes=some("troops", "money", "votes"),
    heads=some("docker", "boat"),
    counted=some("docker", "revenue", "boat"),
    statuses=some("asserted", "denied", "possible"),
    units=some("USD", "EUR"),
    places=some("oldport", "north oldport", "port", "no", "gb"),
    value=maybe((None, 500), (500, 500), (3000, None), (2_500_000, 2_600_000), (None, 1), (450, 460)),
    whose=IDS,
    **OF_ARTICLES,
)


@settings(max_examples=150, deadline=None)
@given(QUOTES)
def test_quotes(store, wanted):
    everything = store.quotes(Filter())
    assert store.quotes(wanted) == [row for row in everything if is_quote_wanted(row, wanted)]


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_claims(store, wanted):
    everything = store.claims(Filter())
    assert store.claims(wanted) == [row for row in everything if is_claim_wanted(row, wanted)]


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.integers(0, 9), st.integers(0, 9))
def test_a_page_is_a_stretch_of_the_whole(store, wanted, limit, offset):
    whole = store.claims(wanted)
    assert store.claims(wanted, Page(limit=limit, offset=offset)) == whole[offset : offset + limit]


ACTORS = [
    (ActorFilter(), {"Ada Brook", "the union"}),
    (ActorFilter(ids=frozenset([UNION])), {"the union"}),
    (ActorFilter(ids=frozenset()), set()),
    (ActorFilter(kinds=("person",)), {"Ada Brook"}),
    (ActorFilter(kinds=("person", "group")), {"Ada Brook", "the union"}),
    (ActorFilter(kinds=("media",)), set()),
    (ActorFilter(countries=("GB",)), {"Ada Brook"}),
    (ActorFilter(countries=("NO",)), set()),
    (ActorFilter(search="minister"), {"Ada Brook"}),
    (ActorFilter(search="brook ada"), {"Ada Brook"}),
    (ActorFilter(search="brook union"), set()),
    (ActorFilter(articles=("a",)), {"Ada Brook", "the union"}),
    (ActorFilter(articles=("x",)), set()),
    (ActorFilter(outlets=("the post",)), {"Ada Brook", "the union"}),
    (ActorFilter(outlets=("Nobody",)), set()),
    (ActorFilter(active=True), {"Ada Brook", "the union"}),
    (ActorFilter(kinds=("group",), countries=("GB",)), set()),
]


@pytest.mark.parametrize(("wanted", "names"), ACTORS)
def test_actors(store, wanted, names):
    assert {row.name for row in store.actor_rows(wanted)} == names
