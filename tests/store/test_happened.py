"""Places that are asked for lead to stories: only the claims of those are read."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings, Topic
from newsclaim.models import Context
from newsclaim.models.claim import Place
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Condition
from newsclaim.models.wanted import Wanted
from newsclaim.store import Filter, Processed, Store, bytopic
from newsclaim.store.migrate import migrations
from newsclaim.text import stable_id
from samples import at, extraction, without_comparisons

#: Each article's story and the place and country of its event; one has no context.
TOLD = {
    "isel": ("flood", "Isel", None), "coast": ("flood", "the coast", None), "oldport": ("fire", "Old Pórt", None),
    "norway": ("strike", "Rivalton", "NO"), "lone": (None, None, None), "far": ("walkout", "Rivalton", None),
}  # fmt: skip
DOCKERS = Topic(counted=("docker",))


def found_in(name):
    found = extraction(name, published="2024-10-23")
    if name not in {"far", "lone"}:
        return found
    own = at(found.article.text, "Port", Place, name="Isel", country=None)
    first = found.claims[0].model_copy(update={"place": own})
    return found.model_copy(update={"claims": (first, *found.claims[1:])})


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.db"
    with Store(path, create=True) as store:
        store.save(Processed(found_in(name), "f", f"/{name}") for name in TOLD)
        store.save_contexts(
            Context(article=name, story=stable_id("s", story), event=StoryEvent(place=place, country=country))
            for name, (story, place, country) in TOLD.items() if story
        )  # fmt: skip
    return path


@pytest.fixture
def base(path):
    with Database(Settings(db=path)) as opened:
        yield opened


def named(store, *places):
    """The articles of claims that name a place, and how many of their claims do."""
    rows = store.facts(Filter(happened=places))
    return {article: sum(fact.article == article for fact in rows) for article in sorted({f.article for f in rows})}


def test_a_claim_without_a_place_happened_where_its_article_tells(path):
    with Store(path) as store:
        assert named(store, "isel") == {"far": 1, "isel": 2, "lone": 1}
        assert named(store, "rivalton") == {"far": 1, "norway": 2}
        assert named(store, "old port") == {"oldport": 2}
        assert named(store, "port") == {"oldport": 2}
        assert named(store, "no") == {"norway": 2}
        assert named(store, "ise") == {}


def test_where_articles_are_few_each_claim_is_tested_alike(path):
    with Store(path) as store:
        # Fewer claims than the place has: a query begins with the articles.
        for article, claims in (("far", 1), ("norway", 2), ("lone", 0)):
            assert len(store.facts(Filter(happened=("rivalton",), articles=(article,)))) == claims
        assert [fact.article for fact in store.facts_in_order(Filter(happened=("isel",)))] == [
            "far",
            "isel",
            "isel",
            "lone",
        ]


@pytest.mark.parametrize(
    ("place", "articles"),
    [
        ("Isel", ("coast", "far", "isel", "lone")),
        ("Old Port", ("oldport",)),
        ("Norway", ("norway",)),
        ("Rivalton", ("far", "norway")),
    ],
)
def test_a_place_leads_to_all_articles_of_its_stories(base, place, articles):
    assert bytopic.there(base._store, DOCKERS.within(Condition(places=(place,))), Filter()).articles == articles


def test_a_place_that_nothing_names_leads_nowhere(base):
    nowhere = DOCKERS.within(Condition(places=("Nowhere",)))
    assert bytopic.there(base._store, nowhere, Filter()) is None
    assert bytopic.there(base._store, DOCKERS, Filter()) == Filter()
    elsewhere = Topic(counted=("tram",)).within(Condition(places=("Isel",)))
    assert bytopic.there(base._store, elsewhere, Filter()) is None


def test_a_place_stays_within_the_articles_that_are_asked_for(base):
    isel = DOCKERS.within(Condition(places=("Isel",)))
    asked = Filter(articles=("coast", "isel", "norway"))
    assert bytopic.there(base._store, isel, asked).articles == ("coast", "isel")
    # The claim that names the place is in no article that is asked for.
    assert bytopic.there(base._store, isel, Filter(articles=("coast", "norway"))) is None


def test_no_claim_of_another_story_is_read(base, monkeypatch):
    seen = []
    plain = Store.facts
    monkeypatch.setattr(Store, "facts", lambda store, wanted: seen.extend(f := plain(store, wanted)) or f)
    assert base.compare("docker", wanted=Wanted(within=Condition(places=("Isel",)))).size
    assert {fact.article for fact in seen} == {"coast", "far", "isel", "lone"}


def test_what_is_rare_is_seen_from_all_stories_of_the_topic(base, monkeypatch):
    seen = {}
    plain = base._store.names_around
    monkeypatch.setattr(base._store, "names_around", lambda *given: seen.update(found := plain(*given)) or found)
    base.compare("docker", wanted=Wanted(within=Condition(places=("Old Port",))))
    assert seen.keys() == set(TOLD) - {"lone"}  # it has no story yet, and no names


def test_names_around_claims_of_a_kind_are_those_of_their_stories_too(path):
    with Store(path) as store:
        kinds = Filter(heads=("docker",), articles=("isel",))
        found = store.names_around(kinds, Filter(), 100)
        assert found.keys() == {"isel", "coast"}
        assert {one.story for one in found.values()} == {stable_id("s", "flood")}
        # Of many claims those without class are not looked for.
        assert store.names_around(kinds, Filter(), 1).keys() == {"isel"}
        assert store.names_around(Filter(heads=("docker",)), Filter(), 0).keys() == set(TOLD) - {"lone"}


def test_names_are_those_of_the_article_too_whose_text_another_one_is(path):
    with Store(path) as store:
        copy = Context(article="isel", story=stable_id("s", "flood"), copy_of="far", names=("isel", "weir"))
        store.save_contexts([copy, Context(article="far", story=stable_id("s", "far"), names=("mill",))])
        found = store.names_around(Filter(heads=("docker",), articles=("isel",)), Filter(), 1)
    assert {article: list(one.names) for article, one in found.items()} == {"isel": ["isel", "weir"], "far": ["mill"]}


def test_an_older_database_learns_where_the_events_of_its_articles_happened(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP INDEX context_place")
        connection.execute("DROP TABLE rendering")
        without_comparisons(connection)
        connection.execute("ALTER TABLE quote DROP COLUMN nameless")
        for column in ("place", "country"):
            connection.execute(f"ALTER TABLE context DROP COLUMN {column}")
        connection.execute("PRAGMA user_version = 14")
    with Store(path) as store:
        assert named(store, "old port") == {"oldport": 2}
        assert named(store, "no") == {"norway": 2}
        plan = store._connection.execute(
            "EXPLAIN QUERY PLAN SELECT article, count(*) FROM claim WHERE class IN ('other') GROUP BY article"
        ).fetchall()
    assert any("COVERING INDEX claim_kind" in step[3] for step in plan)
    assert len(migrations()) >= 15
