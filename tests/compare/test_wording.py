"""Labels in words, and the order of questions."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare
from newsclaim.compare.positions import positions
from newsclaim.compare.present import label_of
from newsclaim.compare.wording import number_of, several, stretch, thing_of, who
from newsclaim.config import Topic


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2016-01-01", "2019-12-31", "2016 to 2019"),
        ("2016-01-01", "2016-12-31", "2016"),
        ("2019-05-01", "2019-05-31", "May 2019"),
        ("2019-05-01", "2019-07-31", "May to July 2019"),
        ("2018-11-01", "2019-02-28", "November 2018 to February 2019"),
        ("2019-05-02", "2019-07-30", "2 May to 30 July 2019"),
        ("2018-05-02", "2019-07-30", "2 May 2018 to 30 July 2019"),
        ("2019-05-02", "2019-05-02", "2 May 2019"),
        ("2022-02-24", None, "since 24 February 2022"),
        (None, "2022-02-24", "until 24 February 2022"),
        (None, None, None),
        ("2022", "2024", "2022 to 2024"),
    ],
)
def test_a_stretch_of_time_as_a_reader_writes_it(first, last, words):
    assert stretch(first, last) == words


def test_what_is_told_now_and_by_most_comes_first():
    told = {
        "by many": [fact(9, article="a", id="n1"), fact(9, article="b", id="n2")],
        "two numbers": [fact(4, article="c", id="n3", by="Brook"), fact(7, article="d", id="n4", by="Lind")],
        "one, later": [fact(3, article="e", published="2024-10-25", id="n5")],
        "one, earlier": [fact(3, article="f", published="2024-10-22", id="n6")],
        "one, undated": [fact(3, article="g", published=None, id="n7")],
        "long": [fact(800, article="h", published="2024-10-26", when=("period", "2016-01-01", "2019-12-31"), id="n8")],
        "before": [fact(2, article="i", published="2024-10-27", when=("as_of", "2021-05-05", "2021-05-05"), id="n9")],
    }
    stories = {"a": "s1", "b": "s1", "c": "s2", "d": "s2"}
    facts = [one for several in told.values() for one in several]
    contexts = {one.article: context(one.article, stories.get(one.article, one.article)) for one in facts}
    found = compare(facts, Topic(classes=("people-killed",)), contexts)
    at = {one.id: n for n, answer in enumerate(found.answers) for one in answer.facts}
    assert at["n3"] == at["n4"] == 0
    assert sorted(at[name] for name in ("n1", "n5", "n6", "n7", "n8", "n9")) == [
        at[n] for n in ("n1", "n5", "n6", "n7", "n8", "n9")
    ]


def label(facts, topic=None, **events):
    contexts = {one.article: context(one.article, **events.get(one.article, {})) for one in facts}
    (answer,) = compare(facts, topic or Topic(classes=("people-killed",)), contexts).answers
    return label_of(answer)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("fire", "people killed in the fire, Oldport"),
        ("outbreak", "people killed by the outbreak, Oldport"),
        ("trial", "people killed, Oldport"),
        ("kill", "people killed, Oldport"),
    ],
)
def test_only_a_noun_that_names_an_event_is_what_people_were_killed_in(what, words):
    assert label([fact(9)], a={"what": what, "place": "Oldport"}) == words


def test_the_event_is_what_most_articles_of_the_story_tell():
    told = [fact(9, article=article) for article in "abc"]
    events = {"a": {"what": "death"}, "b": {"what": "sinking"}, "c": {"what": "sinking", "place": "Oldport"}}
    assert label(told, **events) == "people killed in the sinking, Oldport"


@pytest.mark.parametrize(("whose", "words"), [(None, "jobs, Oldport"), ("Corvo", "jobs, Corvo")])
def test_what_nobody_named_has_is_that_of_the_event_s_place(whose, words):
    job = fact(400, **{"class": "other", "counted": "job", "whose": whose})
    assert label([job], Topic(counted=("job",)), a={"what": "resignation", "place": "Oldport"}) == words


def test_people_are_ill_in_an_outbreak():
    ill = fact(400, **{"class": "people-ill", "counted": "case"})
    assert label([ill], Topic(classes=("people-ill",)), a={"what": "outbreak"}) == "people ill in the outbreak"


def test_protesters_are_in_no_protest():
    crowd = fact(400, **{"class": "protesters", "counted": "protester"})
    assert label([crowd], Topic(classes=("protesters",)), a={"what": "protest"}) == "protesters"


def test_an_earlier_year_is_named_as_a_year():
    one = fact(87, when=("period", "2009-01-01", "2009-12-31"))
    assert (
        label([one], a={"what": "sinking", "place": "Oldport", "from": "2024-10-21"}) == "people killed, 2009, earlier"
    )


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({"value": 3000}, "3,000"),
        ({"value": 3000, "qualifier": "at_least"}, "at least 3,000"),
        ({"value": 3000, "qualifier": "less_than"}, "fewer than 3,000"),
        ({"value": 2.5}, "2.5"),
        ({"value": 12345678901}, "12,345,678,901"),
        ({"low": 10, "high": 12, "form": "range"}, "10 to 12"),
        ({"low": 1000, "form": "vague"}, "1,000 or more"),
        ({"high": 1000, "form": "vague"}, "up to 1,000"),
    ],
)
def test_a_number_with_its_hedge(claim, words):
    assert number_of(fact(**claim)) == words


@pytest.mark.parametrize(
    ("holders", "words"), [("A", "A"), ("A B", "A, B"), ("A B C", "A, B and 1 more"), ("A B C D", "A, B and 2 more")]
)
def test_who_holds_a_number(holders, words):
    (held,) = positions([fact(9, by=name, id=f"n{name}", article=name.lower()) for name in holders.split()])
    assert who(held) == words


@pytest.mark.parametrize(
    ("claim", "kinds", "words"),
    [
        ({}, set(), "people killed"),
        ({}, {"child"}, "children killed"),
        ({}, {"child", "soldier", "student"}, "children and soldiers killed"),
        ({"class": "vehicles"}, set(), "vehicles"),
        ({"class": "vehicles"}, {"tank"}, "tanks"),
        ({"class": "other", "counted": "tree"}, {"tree"}, "trees"),
        ({"class": "other", "counted": "tree"}, set(), "trees"),
        ({"class": "money", "counted": None, "unit": "EUR"}, {"revenue"}, "revenue"),
        ({"class": "money", "counted": None, "unit": "EUR", "event": "say"}, {"heir"}, "money"),
        ({"class": "money", "counted": None, "unit": "EUR", "event": "pledge"}, {"heir"}, "money promised"),
        ({"class": "other", "counted": None, "about": "bill"}, set(), "bill"),
        ({"class": "other", "counted": None}, set(), "other"),
    ],
)
def test_what_a_question_counts(claim, kinds, words):
    assert thing_of([fact(9, **claim)], kinds) == words


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("soldier", "soldiers"), ("child", "children"), ("policeman", "policemen"), ("human", "humans"), ("body", "bodies"),
        ("boy", "boys"), ("church", "churches"), ("troops", "troops"), ("boss", "bosses"), ("cargo ship", "cargo ships"),
        ("crew", "crew"), ("box", "boxes"),
    ],
)  # fmt: skip
def test_several(noun, plural):
    assert several(noun) == plural
