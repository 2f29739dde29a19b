"""A claim in hand: which words tell what it is about, which answers it is held against, who says so."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare
from newsclaim.compare.inhand import nearest, words_beside
from newsclaim.config import Topic
from newsclaim.models import Counted, NumericClaim, Span


def claim(text, phrase, value, **fields):
    start = text.index(phrase)
    span = {"start": start, "end": start + len(phrase), "text": phrase}
    counted = Counted(start=start, end=start + 1, text=phrase, head="person")
    number = Span(**span)
    return NumericClaim(
        id="n1", number=number, value=value, low=value, high=value, counted=counted, rule="count", **span, **fields
    )


@pytest.mark.parametrize(
    ("text", "phrase", "words"),
    [
        ("300,000 deaths from the fever", "300,000 deaths", ["fever"]),
        ("1,000 troops leave Ostmark in 2021", "1,000 troops", ["leave", "ostmark"]),
        ("At least 12 killed", "12", ["least"]),
        ("“12 dead” at Oldport’s pier", "12 dead", ["oldport's", "pier"]),
    ],
)
def test_words_that_tell_what_it_is_about(text, phrase, words):
    assert words_beside(text, claim(text, phrase, 1)) == words


def answers(*facts):
    contexts = {one.article: context(one.article, one.article) for one in facts}
    return compare(facts, Topic(classes=("people-killed",)), contexts).answers


def articles(found):
    return [sorted(answer.articles) for answer in found]


def test_only_articles_that_tell_of_the_same_are_held_against_it():
    found = answers(fact(300, article="fever"), fact(300, article="fire"), fact(7, article="both"))
    asked = claim("300 deaths from fever in Oldport", "300 deaths", 300)
    assert articles(nearest(found, {"fever": {"fever", "both"}, "oldport": {"both"}}, asked)) == [["both"]]
    assert articles(nearest(found, {"fever": {"fever", "both"}}, asked)) == [["fever"], ["both"]]
    assert len(nearest(found, {"fever": set()}, asked)) == 3


def test_who_says_so_comes_first():
    found = answers(
        fact(7, article="a", published="2024-10-25"), fact(9, article="b"), fact(9, article="c", status="denied")
    )
    assert articles(nearest(found, {}, claim("9 dead", "9 dead", 9)))[0] == ["b"]
    assert articles(nearest(found, {}, claim("7 dead", "7 dead", 7)))[0] == ["a"]


def test_an_open_bound_says_nothing_of_numbers_far_beyond_it():
    found = answers(fact(100, article="a", qualifier="more_than"), fact(8, article="b", published="2024-10-25"))
    assert articles(nearest(found, {}, claim("300,000 dead", "300,000 dead", 300_000)))[0] == ["b"]
    assert articles(nearest(found, {}, claim("120 dead", "120 dead", 120)))[0] == ["a"]
