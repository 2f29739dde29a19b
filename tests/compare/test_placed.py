"""A place that is asked for chooses questions: the whole question of an event, by whatever name its claims place it."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare
from newsclaim.compare.placed import there
from newsclaim.compare.topics import belongs
from newsclaim.config import Topic
from newsclaim.models.topic import Condition

CONTEXTS = {
    "a": context("a", "fire", what="fire", place="Norland"),
    "c": context("c", "fire", what="fire", place="Norland"),
    "b": context("b", "flood", what="flood", place="Isel", country="XS"),
}
FACTS = [
    fact(12, article="a"), fact(12, article="c", place="Oldport"), fact(7, article="b"),
]  # fmt: skip


def asked(topic):
    found = there(FACTS, topic, CONTEXTS)
    answers = compare(found.facts, found.topic, CONTEXTS).answers
    return [sorted(f.value for f in answer.facts) for answer in answers if found.asks(answer)]


def test_numbers_of_the_question_that_name_no_place_are_shown_too():
    topic = Topic(classes=("people-killed",), places=("Oldport",))
    assert asked(topic) == [[12, 12]]


def test_a_place_that_narrows_a_topic_does_so_too():
    within = Topic(classes=("people-killed",), all=(Condition(places=("Oldport",)),))
    assert asked(within) == [[12, 12]]


def test_questions_of_other_places_are_left_out():
    assert asked(Topic(classes=("people-killed",), places=("Isel",))) == [[7]]
    assert asked(Topic(classes=("people-killed",), places=("Rivalton",))) == []


@pytest.mark.parametrize("typed", ["XS", "xs"])
def test_a_country_may_be_named_by_its_code(typed):
    assert asked(Topic(classes=("people-killed",), places=(typed,))) == [[7]]
    assert asked(Topic(classes=("people-killed",), places=("XX",))) == []


@pytest.mark.parametrize("typed", ["Britain", "UK", "gb", "United Kingdom"])
def test_a_country_may_be_named_by_any_of_its_names(typed):
    placed = fact(9, place="Oldport", country="GB")
    assert belongs(placed, Topic(places=(typed,)))
    assert not belongs(fact(9, place="Oldport", country="NO"), Topic(places=(typed,)))


def test_another_question_of_the_same_story_is_left_out():
    elsewhere = fact(7, article="a", place="Rivalton", country="XR", position=900)
    found = there([*FACTS, elsewhere], Topic(classes=("people-killed",), places=("Rivalton",)), CONTEXTS)
    answers = compare(found.facts, found.topic, CONTEXTS).answers
    assert [[f.value for f in answer.facts] for answer in answers if found.asks(answer)] == [[7]]
    assert len(answers) > 1


def test_a_topic_without_a_place_takes_everything():
    assert sorted(asked(Topic(classes=("people-killed",)))) == [[7], [12, 12]]


def test_other_conditions_of_the_topic_stay():
    topic = Topic(classes=("people-injured",), places=("Oldport",))
    assert asked(topic) == []
