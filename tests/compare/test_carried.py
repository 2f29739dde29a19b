"""Numbers told without what they count, rule by rule."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facts import context, told
from newsclaim.compare import compare
from newsclaim.compare.carried import RULES, carried
from newsclaim.compare.near import Near
from newsclaim.models.fact import Unnamed
from newsclaim.models.topic import Topic

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "carried.toml").read_text("utf-8"))["case"]


def of_no_class(claim):
    return told({"class": "other", "event": None} | claim)


def by_rule(case):
    """What each rule finds by itself, by name."""
    claim, facts = of_no_class(case["claim"]), [told(one) for one in case["facts"]]
    event = {"what": case["event"]} if "event" in case else {}
    contexts = {f.article: context(f.article, **event) for f in (claim, *facts)}
    return next(iter(carried(facts, [claim], contexts)), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"] + ": " + case["text"])
def test_carried(case):
    found = by_rule(case)
    assert (found.class_ if found else None) == case.get("class")
    assert (found.counted if found else None) == case.get("counted")


@pytest.mark.parametrize("case", [case for case in CASES if "class" in case], ids=lambda case: case["text"])
def test_the_rule_that_is_named_finds_it(case, monkeypatch):
    monkeypatch.delitem(RULES, case["rule"])
    assert by_rule(case) is None


def test_every_rule_has_a_case_for_and_against():
    assert {(case["rule"], "class" in case) for case in CASES} == {
        (name, told) for name in RULES for told in (True, False)
    }


def test_claims_of_other_stories_are_left_alone():
    claim, facts = of_no_class({"value": 61, "counted": "", "article": "b"}), [told({"value": 61})]
    assert not list(carried(facts, [claim], {"a": context("a"), "b": context("b", story="t")}))


def test_a_carried_number_stands_in_the_question():
    facts = [told({"value": 200000, "class": "protesters", "by": "unions", "article": "b"})]
    others = [
        of_no_class({"value": 200000, "counted": "", "by": "unions", "position": 40, "id": "n1"}),
        of_no_class({"value": 65000, "counted": "person", "by": "police", "position": 5, "id": "n2"}),
    ]
    contexts = {article: context(article, what="march") for article in "ab"}
    (answer,) = compare(facts, Topic(classes=("protesters",)), contexts, others=others).answers
    assert {fact.value for fact in answer.facts} == {200000, 65000}
    assert answer.verdict == "conflict"


def test_a_title_counts_what_its_article_does():
    facts = [told({"value": 200000, "class": "protesters", "by": "unions", "article": "b"})]
    title = of_no_class({"value": 93000, "counted": "", "event": "count", "id": "n1"})
    body = {"value": 93000, "counted": "person", "event": "count", "position": 60, "id": "n2"}
    contexts = {article: context(article, what="march") for article in "ab"}
    assert [one.id for one in carried(facts, [title, of_no_class(body)], contexts)] == ["n2", "n1"]
    assert [one.id for one in carried(facts, [title, of_no_class(body | {"value": 90000})], contexts)] == ["n2"]


def read(told_of, *claims):
    """Those of some claims without class that would be read at all beside claims of a topic, by their places."""
    facts, others = [told(one) for one in told_of], [of_no_class(one) for one in claims]
    contexts = {f.article: context(f.article) for f in (*others, *facts)}
    asked = [Unnamed(n, "s", one.article, one.counted, one.position, *one.number) for n, one in enumerate(others)]
    return sorted(Near(facts, contexts).chosen(asked))


@pytest.mark.parametrize("case", [case for case in CASES if "class" in case], ids=lambda case: case["text"])
def test_what_a_rule_takes_is_read(case):
    assert read(case["facts"], case["claim"]) == [0]


def test_what_no_rule_can_take_is_not_read():
    far = {"value": 62, "counted": "", "position": 5000}
    assert read([{"value": 61}], far) == []
    assert read([{"value": 61}], far | {"value": 61}) == [0]
    assert read([{"value": 61}], far | {"position": 90}) == [0]
    assert read([{"value": 61}], far | {"value": 61, "counted": "tree"}) == []


def test_what_stands_near_a_claim_that_is_taken_by_its_number_is_read():
    toll, union = {"value": 61, "counted": "", "position": 5000}, {"value": 75, "counted": "", "position": 5040}
    later, far = union | {"value": 80, "position": 5240}, union | {"position": 5600}
    assert read([{"value": 61}], union, far, toll, later) == [0, 2, 3]
    assert read([{"value": 61}], toll | {"article": "b"}, union) == [0]
