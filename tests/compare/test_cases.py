"""Cases that are people who are ill, and cases that are none."""

from __future__ import annotations

import pytest

from facts import context, told
from newsclaim.compare import compare
from newsclaim.compare.cases import of_illness, stories_of_illness
from newsclaim.models.topic import Topic

CASE = {"value": 310, "class": "other", "counted": "case", "event": "rise"}


@pytest.mark.parametrize(
    ("claim", "event", "class_"),
    [
        (CASE, "outbreak", "people-ill"),
        (CASE | {"counted": "infection"}, "outbreak", "people-ill"),
        (CASE, "trial", "other"),
        (CASE | {"counted": "bed"}, "outbreak", "other"),
        (CASE | {"unit": "percent"}, "outbreak", "other"),
        (CASE | {"class": "people-killed"}, "outbreak", "people-killed"),
    ],
)
def test_cases_in_a_story_of_illness(claim, event, class_):
    contexts = {"a": context("a", what=event)}
    (found,) = of_illness([told(claim)], stories_of_illness([], contexts), contexts)
    assert found.class_ == class_


def test_a_story_in_which_people_are_ill_by_somebodys_count():
    contexts = {article: context(article, story) for article, story in (("a", "s"), ("b", "t"))}
    assert stories_of_illness([told({"value": 3, "class": "people-ill"})], contexts) == {"s"}


def test_cases_among_the_others_of_the_story_answer_the_question():
    claims = [told({"value": 310, "class": "people-ill", "event": "infect", "counted": "case"})]
    others = [told(CASE | {"value": 545, "article": "b"}), told(CASE | {"counted": "bed", "article": "b"})]
    contexts = {article: context(article) for article in "ab"}
    (answer,) = compare(claims, Topic(classes=("people-ill",)), contexts, others=others).answers
    assert {fact.value for fact in answer.facts} == {310, 545}
