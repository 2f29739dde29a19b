"""From claims to answers: positions, verdicts, the number chosen, parts under their wholes, sections."""

from __future__ import annotations

import pytest

from facts import context, fact
from newsclaim.compare import compare, comparison
from newsclaim.compare.best import best_of
from newsclaim.compare.positions import as_of, positions
from newsclaim.compare.stands import days_between
from newsclaim.models.rows import ClaimRow
from newsclaim.models.topic import Topic

TOPIC = Topic(title="Deaths", classes=("people-killed",))


def compared(*claims, topic=TOPIC, stories=None, **options):
    told = {c.article: context(c.article, (stories or {}).get(c.article, "s")) for c in claims}
    return compare(claims, topic, told, **options)


def test_claims_of_one_number_with_one_hedge_are_one_position():
    found = positions([
        fact(12, id="n1", published="2024-10-23"),
        fact(12, id="n2", article="b"),
        fact(12, id="n3", article="c", qualifier="at_least"),
        fact(12, id="n4", article="d", status="denied"),
        fact(0.1 + 0.2, id="n5", article="e"),
        fact(0.3, id="n6", article="f"),
        fact(low=10, high=12, form="range", qualifier="approx", id="n7", article="g"),
        fact(low=10, high=12, form="range", id="n8", article="h"),
    ])  # fmt: skip
    told = [sorted(claim.id for claim in held.facts) for held in found]
    assert told == [["n5", "n6"], ["n7", "n8"], ["n3"], ["n1", "n2"], ["n4"]]
    (twelve,) = [held for held in found if len(held.facts) == 2 and held.fact.value == 12]
    assert (twelve.first, twelve.last, twelve.fact.id) == ("2024-10-21", "2024-10-23", "n2")


def test_undated_claims_have_no_first_day():
    (held,) = positions([fact(12, published=None)])
    assert (held.first, held.last) == (None, None)
    (held,) = positions([fact(12, published=None), fact(12, article="b")])
    assert (held.first, held.last) == ("2024-10-21", "2024-10-21")


@pytest.mark.parametrize(
    ("claim", "size"),
    [
        ({"value": 12}, 12),
        ({"value": 12, "qualifier": "at_most"}, 12),
        ({"low": 10, "form": "vague"}, 10),
        ({"high": 9, "form": "vague"}, 9),
    ],
)
def test_positions_are_sorted_by_value_else_by_a_bound(claim, size):
    (held,) = positions([fact(**claim)])
    assert held.size == size


@pytest.mark.parametrize(
    ("claim", "day"),
    [
        ({}, "2024-10-21"),
        ({"when": ("as_of", "2024-10-19", "2024-10-20"), "event": "rise"}, "2024-10-20"),
        ({"when": ("as_of", "2024-10-20", "2024-10-20")}, "2024-10-21"),  # killed on that day, counted later
        ({"when": ("as_of", "2024-10-25", "2024-10-25"), "event": "rise"}, "2024-10-21"),  # a day to come
        ({"when": ("period", "2024-10-01", "2024-10-20"), "event": "rise"}, "2024-10-21"),
        ({"when": ("as_of", "2024-10-20", "2024-10-20"), "event": "rise", "published": None}, "2024-10-20"),
    ],
)
def test_the_day_that_a_claim_holds_for(claim, day):
    assert as_of(fact(12, **claim)) == day


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [("2024-10-01", "2024-10-03", 2), ("", "2024-10-03", 0), ("2024-10-01", "", 0), ("2024-10", "2024-10-03", 0)],
)
def test_days_between(first, last, days):
    assert days_between(first, last) == days


HELD = [
    fact(12, article="a", published="2024-10-20"),
    fact(14, article="b", published="2024-10-22"),
    fact(12, article="c", published="2024-10-21"),
    fact(9, article="d", published="2024-10-23", status="denied"),
    fact(low=2, form="vague", article="e", published="2024-10-23"),
]


@pytest.mark.parametrize(("rule", "value"), [("latest", 14), ("majority", 12), ("conservative", 12)])
def test_the_number_that_a_rule_chooses(rule, value):
    found = best_of(positions(HELD), rule)
    assert found.value == value
    assert found.rule.startswith(f"{rule}: ")


def test_no_number_is_chosen_without_a_rule_or_a_value():
    assert best_of(positions(HELD), None) is None
    assert best_of(positions(HELD[3:]), "latest") is None


@pytest.mark.parametrize(
    ("claims", "verdict", "reason"),
    [
        ([{"value": 12}], "single", "claimed once"),
        ([{"value": 12}, {"value": 12, "article": "b"}], "single", "claimed 2 times"),
        ([{"value": 12, "by": "A"}, {"value": 30, "article": "b", "by": "B"}], "conflict", "12"),
        (
            [
                {"value": 12, "by": "A"},
                {"value": 30, "article": "b", "by": "B"},
                {"value": 40, "article": "c", "published": "2024-10-29", "by": "A & B"},
            ],
            "mixed",
            "Earlier accounts conflicted, the latest do not.",
        ),
    ],
)
def test_verdicts(claims, verdict, reason):
    (answer,) = compared(*(fact(**claim) for claim in claims)).answers
    assert answer.verdict == verdict
    assert reason in answer.reason


def test_parts_hang_under_the_number_that_they_are_parts_of():
    whole = fact(20, id="n1")
    other = fact(25, id="n2", article="b", published="2024-10-25")
    parts = [
        fact(5, id="n3", role="part", counted="child", part_of="n1"),
        fact(5, id="n4", role="part", counted="child", part_of="n1", position=40),
        fact(3, id="n5", role="part", counted="officer", part_of="n9"),
    ]
    found = compared(whole, other, *parts)
    by_thing = {tuple(sorted(f.id for f in answer.facts)): answer for answer in found.answers}
    children = by_thing["n3", "n4"]
    assert by_thing["n1", "n2"].parts == {0: [children.id]}
    assert all(not answer.parts for ids, answer in by_thing.items() if ids != ("n1", "n2"))


def test_the_ids_of_what_was_compared():
    found = compared(fact(12, id="n1"), fact(12, id="n2", article="b"), fact(0.5, id="n3", article="c", form="ratio"))
    assert found.claims(whole=False) == ["n1"]
    assert found.claims(whole=True) == ["n1", "n2", "n3"]


@pytest.mark.parametrize(
    ("by", "claim", "section"),
    [
        ("place", {"place": "Oldport"}, "Oldport"),
        ("place", {}, "place not given"),
        ("source", {"by": "A & B"}, "B"),
        ("source", {"outlet": "Harbour Post"}, "Harbour Post"),
        ("source", {}, "own voice"),
        ("date", {}, "2024-10-21"),
        ("date", {"published": None}, "undated"),
        ("event", {"event": "drown"}, "drown"),
        ("event", {"event": None}, "event not given"),
        ("outlet", {"outlet": "Harbour Post"}, "Harbour Post"),
        ("outlet", {}, "outlet not given"),
    ],
)
def test_sections(by, claim, section):
    (answer,) = compared(fact(12, **claim), by=by).answers
    assert answer.question.section == section


@pytest.mark.parametrize(("by", "section"), [("place", "Oldport"), ("event", "fire")])
def test_sections_by_what_the_article_tells(by, section):
    claim = fact(12, event=None)
    told = {claim.article: context(claim.article, what="fire", place="Oldport")}
    (answer,) = compare([claim], TOPIC, told, by=by).answers
    assert answer.question.section == section


def test_rows_give_the_articles_own_words():
    claims = fact(12, id="n1"), fact(12, id="n2", article="b")
    row = ClaimRow.model_construct(id="n2", text="a  dozen\ndead")
    (group,) = comparison(TOPIC, compared(*claims), {"n2": row}).groups
    assert [position.text for position in group.positions] == ["a dozen dead"]
    assert [claim.id for claim in group.claims] == ["n2"]
    (group,) = comparison(TOPIC, compared(*claims), {}).groups
    assert [position.text for position in group.positions] == ["12"]
    assert group.claims == ()


def test_nobody_is_named_for_a_number_beside_others():
    (group,) = comparison(TOPIC, compared(fact(12), fact(30, article="b", by="B")), {}).groups
    assert group.notes == ("Nobody is named for 12.",)
    (group,) = comparison(TOPIC, compared(fact(12), fact(12, article="b", by="B")), {}).groups
    assert group.notes == ()


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        # two stories: an event by place and day or by a number that is rare
        ({"value": 1234, "place": "Oldport"}, {"value": 1234, "place": "Oldport"}, True),
        ({"value": 1234, "place": "Oldport"}, {"value": 1234, "place": "Rivalton"}, False),
        ({"value": 12, "place": "Oldport"}, {"value": 12, "place": "Oldport"}, True),
        ({"value": 12, "place": "Oldport"}, {"value": 13, "place": "Rivalton"}, False),
        ({"value": 1234, "place": "Oldport"}, {"value": 1234, "place": "Oldport", "published": "2024-12-01"}, False),
        ({"value": 1234, "place": "Oldport"}, {"value": 1235, "place": "Oldport"}, False),
        # soldiers: of one owner, or a large number of one source or place
        (
            {"value": 3000, "class": "troops", "counted": "soldier", "whose": "Norland"},
            {"value": 4000, "class": "troops", "counted": "soldier", "whose": "Norland"},
            True,
        ),
        (
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "A"},
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "A"},
            True,
        ),
        (
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "A"},
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "B"},
            False,
        ),
        (
            {"value": 30, "class": "troops", "counted": "soldier", "by": "A"},
            {"value": 30, "class": "troops", "counted": "soldier", "by": "A"},
            False,
        ),
        (
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "A"},
            {"value": 3000, "class": "troops", "counted": "soldier", "by": "A", "published": "2024-12-01"},
            False,
        ),
    ],
)
def test_claims_of_two_stories(a, b, one):
    topic = Topic(title="t", classes=("people-killed", "troops"))
    found = compared(fact(**a), fact(article="b", **b), topic=topic, stories={"b": "t"}).answers
    assert (len(found) == 1) == one
