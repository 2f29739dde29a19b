"""What a query reads: a fixed number of statements, and no bodies of rows that are not shown."""

from __future__ import annotations

import pytest

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.store import Filter, Page, Processed, Store
from newsclaim.text import stable_id
from samples import extraction

BROOK = stable_id("a", "ada brook")
MANY = 40


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("many") / "many.db"
    found = [extraction(f"a{n:02}", published=f"2024-01-{n % 28 + 1:02}") for n in range(MANY)]
    with Store(path, create=True) as store:
        store.save(Processed(one, "f", f"/{one.article.id}") for one in found)
        actors = [actor.model_copy(update={"mentions": ()}) for actor in found[0].actors]
        store.save_actors(actors, {(one.article.id, a.id): a.id for one in found for a in one.actors})
    return path


@pytest.fixture
def base(path):
    with Database(Settings(db=path)) as opened:
        yield opened


@pytest.fixture
def statements(base):
    """What is asked of the database from here on."""
    seen = []
    base._store._connection.set_trace_callback(seen.append)
    return seen


def bodies_read(monkeypatch):
    """The numbers of the articles whose text is read from here on."""
    from newsclaim.store import articles, listing, sentencesearch

    seen = []

    def counted(function):
        def counting(connection, numbers):
            numbers = list(numbers)
            seen.extend(numbers)
            return function(connection, numbers)

        return counting

    monkeypatch.setattr(listing, "load_bodies", counted(articles.load_bodies))
    monkeypatch.setattr(sentencesearch, "load_bodies", counted(articles.load_bodies))
    monkeypatch.setattr(sentencesearch, "load_texts", counted(articles.load_texts))
    return seen


def test_topics_are_counted_without_a_look_at_claims(base, statements):
    rows = {row.id: row.claims for row in base.topics()}
    assert rows["troop-counts"] == 0
    # One for the kinds; those of topics that ask for events fall apart by one statement a kind, and there are none.
    assert [statement.split()[0] for statement in statements] == ["BEGIN", "SELECT", "COMMIT"]


def test_an_actor_is_shown_by_a_fixed_number_of_statements(base, statements):
    few = len(base.show(BROOK, 5).passages)
    first = len(statements)
    assert few == 5
    assert len(base.show(BROOK).passages) == 2 * MANY
    assert len(statements) == 2 * first


def test_no_quote_of_an_actor_is_read_whole(base, monkeypatch):
    monkeypatch.setattr("newsclaim.store.listing.build", None)
    assert len(base.show(BROOK, 3).passages) == 3


@pytest.mark.parametrize("wanted", [Filter(), Filter(kinds=("direct",)), Filter(actors=frozenset({BROOK}))])
def test_only_the_articles_of_rows_that_are_shown_are_read(path, monkeypatch, wanted):
    seen = bodies_read(monkeypatch)
    with Store(path) as store:
        assert len(store.quotes(wanted, Page(limit=4))) == 4
    assert len(seen) <= 4


def test_a_search_in_sentences_stops_when_it_has_enough(path, monkeypatch):
    monkeypatch.setattr("newsclaim.store.sentencesearch._AT_ONCE", 2)
    seen = bodies_read(monkeypatch)
    with Store(path) as store:
        found = store.quotes(Filter(search="dockers left", within="text"), Page(limit=3))
        assert [row.article.id for row in found] == ["a00", "a28", "a01"]
    assert len(seen) < MANY / 2


def test_a_search_for_a_phrase_in_articles_stops_when_it_has_enough(path, monkeypatch):
    monkeypatch.setattr("newsclaim.store.sentencesearch._AT_ONCE", 2)
    seen = bodies_read(monkeypatch)
    with Store(path) as store:
        assert len(store.articles(Filter(search='"had left"'), Page(limit=3))) == 3
    assert len(seen) == 4


def test_of_a_topic_no_more_claims_are_looked_at_than_are_shown(base, monkeypatch):
    monkeypatch.setattr("newsclaim.comparing._AT_ONCE", 4)
    monkeypatch.setattr("newsclaim.store.facts._AT_ONCE", 4)
    seen = []
    monkeypatch.setattr("newsclaim.compare.belongs", lambda fact, *_: seen.append(fact) or True)
    whole = base.claims(topic="docker")
    seen.clear()
    assert base.claims(topic="docker", limit=3, offset=2) == whole[2:5]
    # Four to see that there are any, eight of which five are taken.
    assert len(seen) <= 12 < len(whole)
