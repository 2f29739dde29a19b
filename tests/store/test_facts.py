"""Claims as comparison reads them: from compact rows, without models."""

from __future__ import annotations

import pytest

from newsclaim.models import Context
from newsclaim.models.fact import fact_of
from newsclaim.store import Filter, Processed, Store, facts
from newsclaim.text import stable_id
from samples import extraction

STORY = stable_id("s", "port")


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "a.db", create=True) as opened:
        found = extraction("port")
        opened.save([Processed(found, "f", "/port")])
        actors = [actor.model_copy(update={"mentions": ()}) for actor in found.actors]
        opened.save_actors(actors, {("port", actor.id): actor.id for actor in actors})
        opened.save_contexts([Context(article="port", story=STORY)])
        yield opened


def test_a_row_is_read_as_the_claim_it_was_made_of(store):
    found = extraction("port")
    article = found.article
    expected = [fact_of(claim, "port", article.outlet, article.published) for claim in found.claims]
    assert store.facts(Filter()) == sorted(expected, key=lambda fact: fact.position)


def test_phrases_are_those_of_the_articles(store):
    claims = extraction("port").claims
    assert store.phrases(claim.id for claim in claims) == {claim.id: claim.text for claim in claims}
    assert store.phrases([]) == {}


def test_of_claims_without_class_only_those_that_may_be_wanted_are_read(store):
    def dockers(claims):
        return [claim.number for claim in claims if claim.counted == "docker"]

    def nobody(claims):
        asked.extend(claims)
        return []

    asked = []
    assert store.unnamed_facts([STORY], nobody, Filter()) == ([], {"port"})
    found, _ = store.unnamed_facts([STORY], dockers, Filter())
    assert len(found) == 2
    assert [(one.article, one.position, one.low) for one in asked] == [
        (fact.article, fact.position, fact.number[0]) for fact in found
    ]
    assert {one.story for one in asked} == {STORY}
    assert store.unnamed_facts([stable_id("s", "fair")], dockers, Filter()) == ([], set())
    assert store.unnamed_facts([STORY], dockers, Filter(outlets=("The Post",))) == ([], set())


def test_claims_without_class_are_found_in_an_index_alone(store):
    plan = store._connection.execute(
        f"EXPLAIN QUERY PLAN SELECT claim.head, claim.low, claim.high {facts._UNNAMED} WHERE context.story IN (1)"
    ).fetchall()
    assert any("COVERING INDEX claim_unnamed" in step[3] for step in plan)
