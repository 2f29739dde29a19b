"""Which claims a topic takes in, and what words make a topic."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facts import fact
from newsclaim.compare.asking import (
    close_to,
    may_be_claim,
    narrowed_topic,
    topic_of_claim,
    topic_of_event,
    topic_on_the_spot,
)
from newsclaim.compare.topics import belongs, unfit
from newsclaim.compare.words import stems
from newsclaim.models import NumericClaim
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Topic

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "topics.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_topic(case):
    topic = Topic(**case["topic"])
    event = StoryEvent(**case["event"]) if "event" in case else None
    for claim in case["takes"]:
        assert belongs(fact(**claim), topic, event), claim
    for claim in case["leaves"]:
        assert not belongs(fact(**claim), topic, event), claim


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("boats", "boat"), ("lost", "lose"), ("bodies", "body"), ("boxes", "box"), ("buses", "bus"), ("dying", "die"),
        ("stopped", "stop"), ("making", "make"), ("children", "child"), ("hostages", "hostage"), ("ships", "ship"),
        ("classes", "class"), ("Évacués", "evacues"),
    ],
)  # fmt: skip
def test_forms_of_words(word, lemma):
    assert lemma in stems(word)


@pytest.mark.parametrize("word", ["bus", "gas", "ring", "bed", "as"])
def test_short_words_are_no_forms_of_shorter_ones(word):
    assert not {word[:-1], word[:-2], word[:-3]} & stems(word) - {"ga", "bu"}


@pytest.mark.parametrize(
    ("words", "counted", "expected"),
    [
        ("boats lost", {"boat"}, {"counted": "boat", "words": "lost"}),
        ("deaths in Gaza", set(), {"classes": "people-killed", "places": "Gaza"}),
        ("how many people died in New Harbour", set(), {"classes": "people-killed", "places": "New Harbour"}),
        ("norland soldiers", {"soldier"}, {"classes": "troops", "counted": "soldier", "words": "norland"}),
        ("patients", {"patient"}, {"classes": "people-ill", "counted": "patient"}),
        ("patients", set(), {"classes": "people-ill"}),
        ("ships", {"ship"}, {"counted": "vessel"}),
        ("tents", {"tent"}, {"counted": "tent"}),
        ("storm damage", set(), {"words": "storm damage"}),
    ],
)
def test_topics_on_the_spot(words, counted, expected):
    found = topic_on_the_spot(words, lambda lemmas: bool(lemmas & counted))
    assert found.title == words
    for field in ("classes", "words", "places"):
        assert " ".join(getattr(found, field)) == expected.get(field, ""), field
    assert expected.get("counted") in found.counted if "counted" in expected else not found.counted


@pytest.mark.parametrize(
    ("words", "classes", "told", "place"),
    [
        ("Oldport attack deaths", ("people-killed",), ("oldport", "attack"), ()),
        ("attack arrests", ("people-detained",), ("attack",), ()),
        ("deaths in the Oldport attack", ("people-killed",), ("attack",), ("Oldport",)),
        ("injuries in an attack on Oldport", ("people-injured",), ("attack",), ("Oldport",)),
        ("child deaths", (), ("deaths",), ()),  # … of whom claims of deaths count some
        ("attack boats", (), ("boats",), ()),  # no noun says what is asked for
    ],
)
def test_a_noun_that_says_what_is_asked_for_chooses_and_the_others_narrow(words, classes, told, place):
    def counts(lemmas, among=()):
        return bool(lemmas & ({"child"} if among else {"child", "attack"}))

    found = topic_on_the_spot(words, counts)
    assert (found.classes, found.words, found.places) == (classes, told, place)


def test_what_happened_to_people_happened_in_the_event_of_their_article():
    topic, event = topic_of_event("Oldport attack"), StoryEvent(what="attack", place="Oldport")
    assert belongs(fact(3), topic, event)
    assert not belongs(fact(3, **{"class": "money"}), topic, event)
    assert not belongs(fact(3), topic, StoryEvent(what="fire", place="Oldport"))
    assert not belongs(fact(3), topic)


@pytest.mark.parametrize(
    ("words", "name", "told", "place"),
    [
        ("Oldport house prices", "prices", ("oldport", "house"), ()),
        ("troop counts in Norland", "troop-counts", (), ("Norland",)),
        ("prices of boats", None, (), ()),  # the name stands elsewhere
        ("aid workers killed", None, (), ()),
    ],
)
def test_words_that_end_with_the_name_of_a_topic_mean_it(words, name, told, place):
    known = {one: Topic(title=one, about=(one,)) for one in ("prices", "troop-counts", "aid")}
    found = narrowed_topic(words, known)
    assert (found and found.about) == (name and (name,))
    assert found is None or (found.words, found.places) == (told, place)


def test_people_of_whom_no_class_is_known_are_not_those_of_a_class():
    span = {"start": 0, "end": 2, "text": "12"}
    claim = NumericClaim.model_validate({
        "id": "n1", **span, "number": span, "value": 12, "low": 12, "high": 12, "form": "point", "qualifier": "exact",
        "role": "total", "status": "asserted", "rule": "r", "class": "other", "counted": span | {"head": "person"},
    })  # fmt: skip
    topic = topic_of_claim("12 people face hunger", claim)
    assert belongs(fact(3, **{"class": "other", "counted": "person"}), topic)
    assert not belongs(fact(3, counted="person"), topic)


@pytest.mark.parametrize(
    ("words", "takes", "leaves"),
    [
        (
            "soldiers killed",
            [{"value": 3, "counted": "soldier"}, {"value": 3, "counted": "conscript"}],
            [{"value": 3}, {"value": 3, "class": "troops", "counted": "soldier"}],
        ),
        ("protesters arrested", [{"value": 3, "class": "people-detained", "counted": "protester"}], [{"value": 3}]),
        ("people killed", [{"value": 3}, {"value": 3, "counted": "soldier"}], []),
        (
            "rescued",  # … from the water, or saved
            [{"value": 3, "class": "other", "event": verb} for verb in ("rescue", "save", "pull")],
            [{"value": 3, "class": "other", "event": "carry"}],
        ),
    ],
)
def test_who_and_what_happened_to_them(words, takes, leaves):
    topic = topic_on_the_spot(words, lambda lemmas: bool(lemmas & {"soldier", "protester"}))
    assert all(belongs(fact(**claim), topic) for claim in takes)
    assert not any(belongs(fact(**claim), topic) for claim in leaves)


def test_nouns_of_two_letters_come_close_to_nothing():
    assert close_to("jobs lost", ["b", "jo", "job", "lo"]) == ["job"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"class": "people-killed"}, {"classes": ("people-killed",)}),
        # A headline's words without a verb: what is counted or measured is a name of the class.
        ({"class": "other", "about": "death"}, {"classes": ("people-killed",)}),
        ({"class": "other", "counted": "boat"}, {"counted": ("boat",)}),
        ({"class": "share", "unit": "percent", "about": "unemployment"},
         {"classes": ("share",), "units": ("percent",), "about": ("unemployment",)}),
        ({"class": "money", "unit": "USD", "about": "bond"}, {"classes": ("money",), "units": ("USD",)}),
    ],
)  # fmt: skip
def test_the_topic_of_a_claim_in_hand_asks_for_class_thing_and_unit(fields, expected):
    span = {"start": 0, "end": 2, "text": "12"}
    phrases = {name: span | {"head": fields[name]} for name in ("counted", "about") if name in fields}
    claim = NumericClaim.model_validate({
        **span, "id": "n1", "number": span, "value": 12, "low": 12, "high": 12, "form": "point", "qualifier": "exact",
        "role": "total", "status": "asserted", "rule": "r", **fields, **phrases,
        "place": {"start": 8, "end": 15, "text": "Oldport", "name": "Oldport"},
    })  # fmt: skip
    topic = topic_of_claim("12 of it in Oldport", claim)
    asked = {
        name: value for name in ("classes", "counted", "units", "about", "places") if (value := getattr(topic, name))
    }
    assert (asked, topic.all_) == (expected, ())


@pytest.mark.parametrize(
    ("words", "may_be"),
    [
        ("12 dead in Oldport", True), ("thirty-nine dead", True), ("six boats", True), ("thousands of jobs", True),
        ("boats lost", False), ("12", False), ("tense talks", False), ("", False),
    ],
)  # fmt: skip
def test_words_that_may_be_a_claim_in_hand(words, may_be):
    assert may_be_claim(words) is may_be


def test_nouns_that_come_close():
    assert close_to("bots", ["boat", "soldier", "bot"])[:1] == ["bot"]
    assert close_to("zzz", ["boat"]) == []


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"value": 3}, None),
        ({"value": 3, "unit": "percent"}, "a percentage, no count"),
        ({"value": 3, "form": "ratio"}, "a ratio, no count"),
        ({"value": None}, "no number that could be compared"),
    ],
)
def test_what_cannot_be_compared(claim, reason):
    assert unfit(fact(**claim), Topic(classes=("people-killed",))) == reason


def test_percentages_are_compared_where_a_unit_is_asked_for():
    assert unfit(fact(3, unit="percent"), Topic(units=("percent",))) is None


@pytest.mark.parametrize(
    ("topic", "fit"),
    [({"words": ("turnout",)}, True), ({"about": ("turnout",)}, True), ({"counted": ("voter",)}, False), ({}, False)],
)
def test_percentages_are_compared_where_something_is_measured(topic, fit):
    assert (unfit(fact(3, unit="percent"), Topic(**topic)) is None) is fit


@pytest.mark.parametrize(
    ("fields", "takes", "leaves"),
    [
        ({"class": "other", "counted": "boat"}, {"class_": "other", "counted": "boat"}, {"counted": "tent"}),
        ({"class": "other", "counted": "Boat"}, {"class_": "troops", "counted": "boat"}, {"class_": "other"}),
        ({"class": "money", "unit": "USD"}, {"class_": "money", "unit": "USD"}, {"class_": "money", "unit": "EUR"}),
        (
            {"class": "share", "about": "turnout"},
            {"class_": "share", "about": "turnout"},
            {"class_": "share", "about": "growth"},
        ),
        ({"class": "money", "about": "aid"}, {"class_": "money", "about": "loan"}, {"class_": "troops"}),
        ({"class": "measure", "counted": "road"}, {"class_": "other", "counted": "road"}, {"class_": "measure"}),
    ],
)
def test_a_claim_in_hand_makes_a_topic_of_what_it_tells(fields, takes, leaves):
    span = {"start": 0, "end": 2, "text": "12"}
    told = {name: value for name, value in fields.items() if name in {"class", "unit"}}
    told |= {name: {**span, "head": fields[name]} for name in ("counted", "about") if name in fields}
    claim = NumericClaim.model_validate({
        "id": "n1", **span, "number": span, "value": 12, "low": 12, "high": 12, "form": "point", "qualifier": "exact",
        "role": "total", "status": "asserted", "rule": "r", **told,
    })  # fmt: skip
    topic = topic_of_claim("12", claim)
    assert topic.title == "12"
    assert belongs(fact(9, **takes), topic)
    assert not belongs(fact(9, **leaves), topic)
