"""Comparison: which claims stand together, in which order, and how far they spread."""

from __future__ import annotations

import pytest

from newsclaim.compare import belongs, compare, shortened
from newsclaim.config import Topic
from newsclaim.models import About, Counted, Mention, Span
from newsclaim.models.rows import ArticleRef, ClaimRow

TOPIC = Topic(title="Dockers", classes=("troops",), counted=("docker",), present="there now")


def claim(value=None, **fields) -> ClaimRow:
    defaults = {
        "id": f"n{value}{sorted(map(str, fields.items()))}", "start": 0, "end": 1, "text": "x",
        "number": Span(start=0, end=1, text="x"), "value": value, "rule": "count",
        "counted": Counted(head="docker"), "article": ArticleRef(id="a", published="2024-10-01"),
    }  # fmt: skip
    return ClaimRow(**(defaults | fields))


def owner(name):
    return Mention(start=0, end=1, text="x", name=name, actor=name)


BELONGS = [
    ({}, True),  # counted noun
    ({"counted": None, "class": "troops"}, True),  # class
    ({"counted": Counted(head="Docker")}, True),  # whatever the case
    ({"counted": Counted(head="dock")}, False),
    ({"counted": None}, False),
]


@pytest.mark.parametrize(("fields", "expected"), BELONGS)
def test_belongs(fields, expected):
    assert belongs(claim(5, **fields), TOPIC) is expected


def test_units_and_owners_narrow_a_topic_down():
    money = Topic(title="Aid", units=("USD",), about=("aid",))
    assert belongs(claim(5, counted=None, unit="USD", about=About(head="aid", text="military aid")), money)
    assert not belongs(claim(5, counted=None, unit="EUR", about=About(head="aid", text="military aid")), money)
    assert not belongs(claim(5, counted=None, unit="USD", about=About(head="rent", text="rent")), money)
    assert belongs(claim(5, whose=owner("Norland")), Topic(title="x", counted=("docker",), whose=("norland",)))
    assert not belongs(claim(5), Topic(title="x", counted=("docker",), whose=("norland",)))


GROUPS = [
    ({}, "whose is not said, there now"),
    ({"whose": owner("Norland")}, "Norland, there now"),
    ({"status": "projected"}, "whose is not said, expected"),
    ({"status": "possible", "role": "part"}, "whose is not said, expected"),
    ({"role": "increment"}, "whose is not said, added"),
    ({"role": "part"}, "whose is not said, part of a total"),
    ({"status": "denied"}, "whose is not said, denied"),
    ({"status": "background"}, "whose is not said, earlier events"),
    ({"role": "rate"}, "whose is not said, rate"),
    ({"status": "estimated"}, "whose is not said, there now"),
]


@pytest.mark.parametrize(("fields", "label"), GROUPS)
def test_groups(fields, label):
    assert [group.label for group in compare("t", [claim(5, **fields)], TOPIC).groups] == [label]


def test_spread_and_order_within_a_group():
    vague = claim(None, low=1000, high=10000, form="vague", qualifier="approx")
    found = compare("t", [claim(4000), vague, claim(3000)], TOPIC).groups
    assert [(g.low, g.high) for g in found] == [(1000, 10000)]
    assert [c.value for c in found[0].claims] == [None, 3000, 4000]


def test_owners_with_most_claims_come_first_and_nobody_last():
    claims = [
        claim(1),
        claim(2),
        claim(3),
        claim(4, whose=owner("B")),
        claim(5, whose=owner("A")),
        claim(6, whose=owner("B")),
    ]
    labels = [g.label for g in compare("t", claims, TOPIC).groups]
    assert labels == ["B, there now", "A, there now", "whose is not said, there now"]


def test_a_claim_takes_the_only_owner_that_its_article_speaks_of():
    elsewhere = ArticleRef(id="b")
    claims = [claim(1, whose=owner("A")), claim(2), claim(3, article=elsewhere)]
    labels = [(g.label, len(g.claims)) for g in compare("t", claims, TOPIC).groups]
    assert labels == [("A, there now", 2), ("whose is not said, there now", 1)]
    two_owners = [*claims, claim(4, whose=owner("B"))]
    assert [len(g.claims) for g in compare("t", two_owners, TOPIC).groups] == [1, 1, 2]


def test_brigades_are_not_compared_with_soldiers():
    topic = Topic(title="x", counted=("docker", "gang"), apart=("gang",))
    found = compare("t", [claim(4000), claim(4, counted=Counted(head="gang"))], topic)
    assert [(g.label, g.low) for g in found.groups] == [
        ("whose is not said, reported", 4000), ("whose is not said, reported, gang", 4),
    ]  # fmt: skip


def test_what_cannot_be_compared_is_left_out_with_a_reason():
    found = compare("t", [claim(0.5, form="fraction"), claim(5, unit="percent"), claim(None)], TOPIC)
    assert found.groups == ()
    assert [out.reason for out in found.left_out] == [
        "a fraction, no count", "a percentage, no count", "no number that could be compared",
    ]  # fmt: skip


def test_shortened_keeps_the_spread_of_all():
    found = shortened(compare("t", [claim(1), claim(2), claim(3, role="part")], TOPIC), 1)
    assert [(len(g.claims), g.low, g.high) for g in found.groups] == [(1, 1, 2)]
