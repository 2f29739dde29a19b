"""Answers as the contract has them."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare, comparison
from newsclaim.config import Topic
from newsclaim.models.rows import ClaimRow

TOPIC = Topic(classes=("people-killed",))


def group(*claims, **event):
    found = compare(claims, TOPIC, {claim.article: context(claim.article, **event) for claim in claims})
    (one,) = comparison(TOPIC, found, {}).groups
    return one


@pytest.mark.parametrize(("place", "shown"), [("Rivalton", "Rivalton"), (None, "Oldport")])
def test_the_place_of_the_claims_goes_before_that_of_their_article(place, shown):
    told = group(fact(9, place=place), what="fire", place="Oldport")
    assert told.event.place == shown
    assert shown in told.label


def test_the_place_that_most_claims_name():
    places = ("Oldport", "Oldport docks", "Oldport docks")
    told = group(*(fact(9, place=place, article=str(n)) for n, place in enumerate(places)), what="fire")
    assert told.label.startswith("people killed")
    assert "Oldport docks" in told.label


def test_a_kind_that_few_claims_tell_is_not_what_is_counted():
    women = {"low": 3, "high": 9, "form": "vague", "counted": "woman"}
    told = group(fact(25, article="a"), fact(25, article="b"), fact(article="c", **women), what="fire")
    assert told.label.startswith("people killed")
    assert group(fact(25, counted="woman"), fact(25, article="b"), what="fire").label.startswith("women killed")


def test_whose_they_are_as_most_claims_have_it():
    told = group(
        fact(25, whose="Norland", article="a"), fact(25, whose="army of Norland", article="b"),
        fact(25, whose="army of Norland", article="c"),
    )  # fmt: skip
    assert told.whose == "army of Norland"


def test_the_reason_names_the_conflict_that_is_told_now():
    told = group(
        fact(3, by="army", article="a"), fact(30, by="rebels", article="a"),
        fact(12, by="police", article="b", published="2024-10-25"), fact(60, by="rebels", article="b", published="2024-10-25"),
    )  # fmt: skip
    assert told.verdict == "conflict"
    assert "12 (police" in told.reason


def test_bounds_of_vague_words_are_neither_lowest_nor_highest():
    told = group(fact(40), fact(low=12, high=120, form="vague", article="b"))
    assert (told.low, told.high) == (40, 40)


def test_what_cannot_be_compared_is_told_with_its_claim():
    share = fact(0.5, form="fraction")
    found = compare([share], TOPIC, {"a": context()})
    row = ClaimRow.model_construct(id=share.id)
    assert [(left.reason, left.claim.id) for left in comparison(TOPIC, found, {share.id: row}).left_out] == [
        ("a fraction, no count", share.id)
    ]
    assert comparison(TOPIC, found, {}).left_out == ()
