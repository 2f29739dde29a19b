"""The store: what is saved comes back, in whatever order, and what is broken says so."""

from __future__ import annotations

import sqlite3

import pytest

from newsclaim.models.sorts import CLAIM_SORTS, QUOTE_SORTS
from newsclaim.names.search import asked_for
from newsclaim.store import Filter, Page, Processed, Store
from newsclaim.text import stable_id
from samples import extraction, saved


def rows(path):
    with sqlite3.connect(path) as connection:
        tables = "article quote claim local_actors credit actor member stage".split()
        return {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}


def test_save_and_load_is_identity(path):
    given = extraction()
    saved(path, given)
    with Store(path) as store:
        assert store.extraction("port") == given


def test_saving_twice_changes_nothing(path):
    saved(path, extraction())
    before = rows(path)
    saved(path, extraction())
    assert rows(path) == before


def test_the_order_of_articles_does_not_matter(path, tmp_path):
    a, b = extraction("a"), extraction("b", published=None)
    saved(path, a, b)
    saved(tmp_path / "other.db", b, a)
    assert rows(path) == rows(tmp_path / "other.db")


def test_deleting_an_article_deletes_what_was_found_in_it(path):
    saved(path, extraction("a"), extraction("b"))
    with Store(path) as store:
        store.delete(["a"])
        assert {row.article.id for row in store.quotes(Filter())} == {"b"}
        assert store.quotes(Filter(search="mess"))[0].article.id == "b"


def test_articles_that_came_after_the_actors_were_made_are_told(path):
    saved(path, extraction("a"))
    with Store(path) as store:
        assert store.stages() == {"actors": "x"}
        store.save([Processed(extraction("b"), "f", "/b")])
        assert store.stages() == {}


def test_a_failing_batch_leaves_nothing(path):
    saved(path, extraction("a"))
    before = rows(path)
    with Store(path) as store:

        def batch():
            yield Processed(extraction("b"), "f", "/b")
            raise RuntimeError

        with pytest.raises(RuntimeError):
            store.save(batch())
    assert rows(path) == before


BROOK = frozenset({stable_id("a", "ada brook")})
FILTERS = [
    (Filter(), 4),
    (Filter(actors=BROOK), 4),
    (Filter(actors=frozenset({stable_id("a", "nobody")})), 0),
    (Filter(kinds=("direct",)), 2),
    (Filter(stances=("says",)), 4),
    (Filter(stances=("denies",)), 0),
    (Filter(search="mess"), 2),
    (Filter(search="dockers left"), 2),
    (Filter(search='"left dockers"'), 0),  # a phrase keeps its order
    (Filter(search='"; DROP'), 0),  # nothing that a user types reaches the index as syntax
    (Filter(search="!!"), 0),
    (Filter(outlets=("harbour wire",)), 4),
    (Filter(articles=("a",)), 2),
    (Filter(since="2024-10-23"), 2),  # the undated article is left out
    (Filter(since="2024-10-24"), 0),
    (Filter(until="2024-10-23"), 2),
    (Filter(until="2024-10-22"), 0),
]


@pytest.mark.parametrize(("wanted", "count"), FILTERS)
def test_filters(path, wanted, count):
    saved(path, extraction("a"), extraction("b", published=None))
    with Store(path) as store:
        assert len(store.quotes(wanted)) == count


def test_claims_are_found_by_class_or_by_head(path):
    saved(path, extraction())
    with Store(path) as store:
        assert len(store.claims(Filter(heads=("docker",)))) == 2
        assert len(store.claims(Filter(classes=("troops",)))) == 0
        assert len(store.claims(Filter(classes=("troops", "other")))) == 2


def new_id(identifier):
    return stable_id("a", identifier)


def test_rows_carry_the_actors_of_the_corpus(path):
    given = extraction()
    saved(path, given)
    with Store(path) as store:
        renamed = [a.model_copy(update={"id": new_id(a.id), "name": a.name.upper()}) for a in store.actors()]
        store.save_actors(renamed, {("port", a.id): new_id(a.id) for a in given.actors})
        speaker = store.quotes(Filter())[0].speakers[0]
        assert (speaker.actor, speaker.name) == (new_id(given.quotes[0].speakers[0].actor), "ADA BROOK")
        assert store.actor_rows()[0].quotes == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Ada Brook", ["Ada Brook"]),
        ("brook", ["Ada Brook"]),  # family name, whatever the case
        ("Minister Ada Brook", ["Ada Brook"]),  # the title is no part of the name
        ("the union", ["the union"]),
        ("Ada", []),  # a given name is nobody's
        ("Brooks", []),
        (stable_id("a", "ada brook"), ["Ada Brook"]),  # the id that other commands print
    ],
)
def test_actors_are_found_by_every_form_of_their_name(path, query, found):
    saved(path, extraction())
    with Store(path) as store:
        assert [actor.name for actor in store.actors_named(asked_for(query))] == found


def test_a_search_finds_nothing_of_what_was_replaced(path):
    given = extraction()
    saved(path, given)
    saved(path, given.model_copy(update={"quotes": given.quotes[:1]}))
    with Store(path) as store:
        assert store.quotes(Filter(search="mess")) == []
        assert len(store.quotes(Filter(search="dockers"))) == 1


def test_a_search_survives_rows_that_nobody_can_read(path):
    saved(path, extraction("a"), extraction("b"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE quote SET body = 'x' WHERE article IN (SELECT number FROM article WHERE id = 'a')")
    with Store(path) as store:
        store.delete(["a"])
        assert [row.article.id for row in store.quotes(Filter(search="mess"))] == ["b"]


@pytest.mark.parametrize("longest", [20_000, 0])
@pytest.mark.parametrize("wanted", [wanted for wanted, _ in FILTERS])
def test_where_a_query_begins_changes_nothing_but_its_time(path, monkeypatch, wanted, longest):
    saved(path, extraction("a"), extraction("b", published=None))
    with Store(path) as store:
        whole = store.quotes(wanted)
        monkeypatch.setattr("newsclaim.store.selecting._LONG", longest)
        assert store.quotes(wanted, Page(limit=50)) == whole
        assert store.quotes(wanted, Page(limit=1)) == whole[:1]


SORTED = [(kind, key) for kind, keys in (("quotes", QUOTE_SORTS), ("claims", CLAIM_SORTS)) for key in keys]


@pytest.mark.parametrize("down", ["", "-"])
@pytest.mark.parametrize(("kind", "key"), SORTED)
def test_rows_that_come_value_by_value_come_in_the_same_order(path, monkeypatch, kind, key, down):
    found = [extraction("a"), extraction("b", published=None, outlet="Ash"), extraction("c", published="2024-10-22")]
    others = [quote.model_copy(update={"speakers": (), "cue": None}) for quote in found[2].quotes]
    vague = [claim.model_copy(update={"value": None, "high": None, "counted": None}) for claim in found[0].claims]
    found[0] = found[0].model_copy(update={"claims": (vague[0], found[0].claims[1])})
    found[2] = found[2].model_copy(update={"quotes": (others[0], found[2].quotes[1])})
    saved(path, *found)
    with Store(path) as store:
        rows = getattr(store, kind)
        whole = rows(Filter(), Page(sort=down + key))
        monkeypatch.setattr("newsclaim.store.selecting._LONG", -1)
        assert len(whole) == 6
        assert rows(Filter(), Page(limit=50, sort=down + key)) == whole
        assert rows(Filter(), Page(limit=2, offset=3, sort=down + key)) == whole[3:5]


def test_a_query_for_a_speaker_takes_a_fixed_number_of_statements(path):
    counts = []
    for number in (1, 8):
        saved(path, *(extraction(f"a{i}", published="2024-01-01") for i in range(number)))
        with Store(path) as store:
            seen = []
            store._connection.set_trace_callback(seen.append)
            store.quotes(Filter(actors=BROOK))
            counts.append(len(seen))
    # One to see how many there are, one for the quotes, one for their articles, one for the names in them.
    assert counts == [4, 4]


def test_a_store_gives_its_pages_back_and_goes_on(tmp_path):
    told = []
    with Store(tmp_path / "a.db", create=True) as store:
        store.save([Processed(extraction("a"), "f", "/a")])
        store._connection.set_trace_callback(told.append)
        store.shrink()
        assert told == ["PRAGMA shrink_memory"]
        assert store.article_ids() == ["a"]
