"""A claim in hand: what it names, which answers it is held against, who says so, who leaves it open."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare
from newsclaim.compare.answers import Answer
from newsclaim.compare.inhand import Term, is_narrower, nearest, stance_of, telling, terms
from newsclaim.compare.positions import positions
from newsclaim.config import Topic
from newsclaim.models import Counted, NumericClaim, Place, Span


def claim(text, phrase, value, place=None, **fields):
    start = text.index(phrase)
    span = {"start": start, "end": start + len(phrase), "text": phrase}
    fields.setdefault("class", "people-killed")
    counted = Counted(start=start, end=start + 1, text=phrase, head=fields.pop("head", "person"))
    if place:
        told, name = place
        at = text.index(told)
        fields["place"] = Place(start=at, end=at + len(told), text=told, name=name)
    hedge = fields.get("qualifier", "exact")
    bounds = {
        "low": value if hedge in {"exact", "at_least"} else None,
        "high": value if hedge in {"exact", "at_most"} else None,
    }
    return NumericClaim(
        id="n1", number=Span(**span), value=value, **bounds, counted=counted, rule="count", **span, **fields
    )


@pytest.mark.parametrize(
    ("text", "phrase", "place", "named"),
    [
        ("300,000 deaths from the fever", "300,000 deaths", None, {"fever": ("fever",)}),
        ("1,000 troops leave Ostmark in 2021", "1,000 troops", None, {"leave": ("leave",), "ostmark": ("ostmark",)}),
        ("At least 12 killed, nearly half", "12", None, {"half": ("half",)}),
        ("“12 dead” at Oldport’s pier", "12 dead", None, {"oldport": ("oldport",), "pier": ("pier",)}),
        ("12 dead off the Oldport coast", "12 dead", ("the Oldport coast", "Oldport"),
         {"the Oldport coast": ("oldport coast", "oldport"), "off": ("off",)}),
        # A country is asked for by the name under which it is shown: texts have "us" for us.
        ("12 dead in the US", "12 dead", ("US", "US"), {"US": ("united states",)}),
    ],
)  # fmt: skip
def test_what_it_names_besides_its_number(text, phrase, place, named):
    assert {term.words: term.forms for term in terms(text, claim(text, phrase, 1, place))} == named


def answers(*facts, **events):
    contexts = {one.article: context(one.article, one.article, **events.get(one.article, {})) for one in facts}
    return compare(facts, Topic(classes=("people-killed",)), contexts).answers


def test_people_of_no_known_class_are_those_of_whom_a_claim_tells_the_same():
    fields = {"class": "other", "counted": "person"}
    facts = [fact(300, article="told", event="strand", **fields), fact(7, article="written", **fields)]
    found = compare(
        facts, Topic(counted=("person",)), {one.article: context(one.article, one.article) for one in facts}
    )
    verb, pier = Term("stranded", ("stranded",)), Term("pier", ("pier",))
    having = {"stranded": {"told", "written"}, "pier": {"written"}}
    asked = claim("12 people stranded at the pier", "12 people", 12, **{"class": "other"})
    assert articles(nearest(found.answers, having, [verb], asked).answers) == [["told"]]
    assert articles(nearest(found.answers, having, [verb, pier], asked).answers) == [["told"]]
    same = claim("7 people stranded at the pier", "7 people", 7, **{"class": "other"})
    assert ["written"] in articles(nearest(found.answers, having, [verb, pier], same).answers)


def articles(found):
    return [sorted(answer.articles) for answer in found]


FEVER, OLDPORT = Term("fever", ("fever",)), Term("Oldport", ("oldport", "port of old"))


def test_only_articles_that_tell_most_of_what_it_names_are_held_against_it():
    found = answers(fact(300, article="fever"), fact(300, article="fire"), fact(7, article="both"))
    asked = claim("300 deaths from fever in Oldport", "300 deaths", 300)
    having = {"fever": {"fever", "both"}, "oldport": {"both"}}
    assert articles(nearest(found, having, [FEVER, OLDPORT], asked).answers) == [["both"]]
    assert articles(nearest(found, {"fever": {"fever", "both"}}, [FEVER], asked).answers) == [["fever"], ["both"]]


def test_another_form_of_a_name_is_the_name():
    found = answers(fact(300, article="a"), fact(300, article="b"))
    asked = claim("300 deaths in Oldport", "300 deaths", 300)
    assert articles(nearest(found, {"port of old": {"b"}}, [OLDPORT], asked).answers) == [["b"]]


def test_what_no_article_tells_is_said_and_where_nothing_is_told_nothing_is_held_against_it():
    found = answers(fact(300, article="a"))
    asked = claim("300 deaths from fever in Oldport", "300 deaths", 300)
    assert nearest(found, {"fever": {"a"}}, [FEVER, OLDPORT], asked).missing == ("Oldport",)
    none = nearest(found, {}, [FEVER, OLDPORT], asked)
    assert (none.answers, none.missing, none.named) == ([], ("fever", "Oldport"), ("fever", "Oldport"))


def test_claims_that_tell_it_themselves_go_before_articles_that_have_the_word():
    found = answers(fact(9, article="a"), fact(9, article="b"), a={"place": "Oldport"}, b={"place": "Isel"})
    asked = claim("7 dead in Oldport", "7 dead", 7)
    assert articles(nearest(found, {"oldport": {"a", "b"}}, [OLDPORT], asked).answers) == [["a"]]
    assert articles(telling(found, [OLDPORT])) == [["a"]]
    # Who says so is shown all the same.
    said = claim("9 dead in Oldport", "9 dead", 9)
    assert sorted(articles(nearest(found, {"oldport": {"a", "b"}}, [OLDPORT], said).answers)) == [["a"], ["b"]]


def test_a_number_that_names_nothing_is_held_against_those_that_give_it():
    found = answers(fact(116, article="a"), fact(9, article="b"), fact(None, form="vague", low=24, article="c"))
    assert articles(nearest(found, {}, [], claim("116 dead", "116 dead", 116)).answers) == [["a"]]


def test_who_says_so_comes_first():
    found = answers(
        fact(7, article="a", published="2024-10-25"), fact(9, article="b"), fact(9, article="c", status="denied")
    )
    having = {"fever": {"a", "b", "c"}}
    assert articles(nearest(found, having, [FEVER], claim("9 dead", "9 dead", 9)).answers)[0] == ["b"]
    assert articles(nearest(found, having, [FEVER], claim("7 dead", "7 dead", 7)).answers)[0] == ["a"]


@pytest.mark.parametrize(
    ("told", "asked", "stance"),
    [
        (fact(39), {"value": 39}, "so"),
        (fact(39, qualifier="at_least"), {"value": 39}, "so"),
        (fact(39), {"value": 39, "qualifier": "at_least"}, "so"),
        (fact(40, qualifier="approx"), {"value": 39}, "so"),
        (fact(1_400_000), {"value": 1_398_204}, "so"),
        (fact(39, status="denied"), {"value": 39}, "otherwise"),
        (fact(40), {"value": 39}, "otherwise"),
        # A bound and a vague word only leave it open; a bound far below says nothing of it.
        (fact(30, qualifier="at_least"), {"value": 39}, "open"),
        (fact(30, qualifier="at_least"), {"value": 300}, "otherwise"),
        (fact(45), {"value": 39, "qualifier": "at_least"}, "open"),
        (fact(None, low=24, high=99, form="vague"), {"value": 39}, "open"),
        (fact(None, low=30, high=45, form="range"), {"value": 39}, "open"),
    ],
)
def test_stances(told, asked, stance):
    in_hand = claim("39 dead", "39 dead", **asked)
    (held,) = positions([told])
    assert stance_of(held, in_hand) == stance


def test_a_part_excludes_no_total_unless_it_is_larger():
    asked = claim("39 dead", "39 dead", 39)
    stances = [stance_of(positions([fact(number)])[0], asked, narrower=True) for number in (12, 39, 54)]
    assert stances == ["open", "so", "otherwise"]
    bound = positions([fact(12, qualifier="at_least")])[0]
    assert stance_of(bound, asked, narrower=True) == "open"
    assert stance_of(bound, asked) == "otherwise"


@pytest.mark.parametrize(
    ("told", "head", "narrower"),
    [
        ({}, "person", False),
        ({"counted": "child"}, "person", True),
        ({"counted": "child"}, "child", False),
        ({"status": "projected"}, "person", True),
        ({"role": "increment"}, "person", True),
    ],
)
def test_which_questions_ask_for_less(told, head, narrower):
    (answer,) = answers(fact(12, **told))
    assert isinstance(answer, Answer)
    assert is_narrower(answer, claim("39 dead", "39 dead", 39, head=head, **{"class": "people-killed"})) is narrower
