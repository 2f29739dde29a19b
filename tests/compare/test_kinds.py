"""How many claims a topic takes in, by their kinds: as many as one by one."""

from __future__ import annotations

from itertools import product

import pytest

from facts import fact
from newsclaim.compare.kinds import Kinds, count
from newsclaim.compare.topics import belongs
from newsclaim.models.fact import ClaimKind
from newsclaim.models.story import StoryEvent
from newsclaim.models.topic import Topic

#: Claims of every class, noun, unit, thing and verb with every other, each told in stories of a fire and of no event.
CLAIMS = [
    (fact(3, class_=class_, counted=head, unit=unit, about=about, event=verb), happened)
    for class_, head, unit, about, verb, happened in product(
        ("people-killed", "troops", "money"), ("person", "soldier", None), ("USD", None), ("aid", None),
        ("kill", None), ("fire", None),
    )
]  # fmt: skip


def kind(claim, event=None, happened=None):
    return ClaimKind(claim.class_, claim.counted, claim.unit, claim.about, 1, event, happened)


def told(one):
    """The claims of a kind, parted by what happened."""
    return [
        kind(claim, claim.event, happened)
        for claim, happened in CLAIMS
        if (claim.class_, claim.counted, claim.unit, claim.about) == (one.class_, one.head, one.unit, one.about)
    ][: one.count]


def kinds():
    """The kinds without events, each as often as there are claims of it."""
    found = {}
    for claim, _ in CLAIMS:
        what = claim.class_, claim.counted, claim.unit, claim.about
        found[what] = found.get(what, 0) + 1
    return Kinds(ClaimKind(*what, many) for what, many in found.items())


@pytest.mark.parametrize(
    "topic",
    [
        {},
        {"classes": ["troops"]},
        {"counted": ["soldier"]},
        {"classes": ["people-killed"], "counted": ["soldier"]},
        {"classes": ["money"], "units": ["USD"]},
        {"units": ["USD"]},
        {"about": ["aid"]},
        {"any": [{"classes": ["troops"]}, {"counted": ["person"]}]},
        {"any": [{"classes": ["troops"]}, {"about": ["aid"]}]},
        {"classes": ["troops"], "all": [{"about": ["aid"]}]},
        {"about": ["aid"], "all": [{"classes": ["troops"]}]},
        {"any": [{"about": ["aid"]}, {"units": ["USD"]}], "all": [{"counted": ["soldier"]}]},
        {"classes": ["troops"], "exclude": [{"about": ["aid"]}]},
        {"events": ["fire"]},
        {"events": ["kill"]},
        {"classes": ["people-killed"], "events": ["fire"]},
        {"classes": ["people-killed"], "exclude": [{"events": ["fire"]}]},
        {"classes": ["people-killed"], "all": [{"events": ["kill"]}]},
        {"any": [{"classes": ["troops"], "events": ["fire"]}, {"classes": ["money"]}]},
    ],
    ids=str,
)
def test_a_topic_takes_in_as_many_as_one_by_one(topic):
    wanted = Topic.model_validate({"title": "t", **topic})
    single = sum(belongs(claim, wanted, StoryEvent(what=happened)) for claim, happened in CLAIMS)
    assert count(wanted, kinds(), told) == single
    assert 0 < single <= len(CLAIMS)


@pytest.mark.parametrize("field", ["whose", "places", "words"])
def test_what_kinds_do_not_tell_is_not_counted_by_them(field):
    assert count(Topic.model_validate({"title": "t", field: ["x"]}), kinds(), told) is None
    assert count(Topic.model_validate({"title": "t", "exclude": [{field: ["x"]}]}), kinds(), told) is None


def test_only_kinds_that_a_topic_may_take_are_looked_at():
    near = kinds().near(Topic(title="t", classes=("troops",), counted=("person",)))
    assert {(one.class_ == "troops" or one.head == "person") for one, _ in near} == {True}
    assert len(near) < len(kinds().near(Topic(title="t")))
