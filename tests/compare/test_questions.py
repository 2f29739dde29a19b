"""Which claims answer one question, by construction."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest

from facts import context, told
from newsclaim.compare import compare
from newsclaim.config import Topic

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "questions.toml").read_text("utf-8"))["case"]
TOPIC = {"classes": ("people-killed", "troops")}


def groups(case, order=lambda facts: facts):
    facts = order([told(claim) for claim in case["claims"]])
    articles = {f.article for f in facts}
    stories, events = case.get("stories", {}), case.get("events", {})
    datelines = case.get("datelines", {})
    contexts = {
        a: context(a, stories.get(a, "s"), **events.get(a, {})).model_copy(update={"dateline": datelines.get(a)})
        for a in articles
    }
    found = compare(facts, Topic(**case.get("topic", TOPIC)), contexts)
    return sorted(sorted(f.id for f in answer.facts) for answer in found.answers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_questions(case):
    assert groups(case) == sorted(sorted(group) for group in case["groups"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_order_of_the_claims_does_not_matter(case):
    for order in itertools.islice(itertools.permutations(range(len(case["claims"]))), 6):
        assert groups(case, lambda facts, order=order: [facts[i] for i in order]) == groups(case)
