"""How two claims stand on each axis: amount, place, owner, standing."""

from __future__ import annotations

import math

import pytest

from facts import fact
from newsclaim.compare.axes import amount, owner, place, standing

INF = math.inf


@pytest.mark.parametrize(
    ("claim", "interval"),
    [
        ({"value": 12}, (12, 12)),
        ({"value": 12, "qualifier": "at_least"}, (12, INF)),
        ({"value": 12, "qualifier": "more_than"}, (12, INF)),
        ({"value": 12, "qualifier": "at_most"}, (0, 12)),
        ({"value": 12, "qualifier": "less_than"}, (0, 12)),
        ({"value": 100, "qualifier": "approx"}, (90, 110)),
        ({"low": 10, "high": 12, "form": "range"}, (10, 12)),
        ({"low": 12, "form": "vague"}, (12, INF)),
        ({"high": 12, "form": "vague"}, (0, 12)),
        ({}, None),
    ],
)
def test_what_words_allow(claim, interval):
    assert amount.interval_of(fact(**claim)) == interval


@pytest.mark.parametrize(
    ("one", "other", "meeting", "closed"),
    [
        ((3000, INF), (5000, 5000), True, True),
        ((3000, INF), (1_000_000, 1_000_000), False, True),  # "at least 3,000" is not a million
        ((0, 250), (12, 12), False, True),
        ((0, 250), (130, 130), True, True),
        ((0, INF), (7, 7), True, True),
        ((10, 12), (13, 14), False, False),
    ],
)
def test_intervals_that_meet(one, other, meeting, closed):
    assert amount.meet(one, other) == amount.meet(other, one) == meeting
    assert amount.meet(one, other, open_is_near=False) == closed


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ({"value": 140, "qualifier": "less_than"}, {"value": 134}, True),
        ({"value": 30, "qualifier": "approx"}, {"value": 31}, True),
        ({"value": 30, "qualifier": "approx"}, {"value": 36}, False),
        ({"value": 20, "qualifier": "at_least"}, {"value": 30, "qualifier": "more_than"}, False),  # two lower bounds
        ({"value": 20, "qualifier": "at_least"}, {"value": 20, "qualifier": "more_than"}, True),
        ({"value": 20, "qualifier": "at_least"}, {"value": 30, "qualifier": "at_most"}, True),
        ({"value": 1000, "qualifier": "more_than"}, {"value": 1024, "qualifier": "more_than"}, True),  # one rounded
        ({"value": 1000}, {"value": 1024}, True),
        ({"value": 12}, {"value": 13}, False),
        ({"low": 10, "high": 20, "form": "range"}, {"value": 15}, True),
        ({}, {"value": 15}, True),  # no number, nothing against it
    ],
)
def test_numbers_that_one_account_can_mean(one, other, agree):
    assert amount.can_agree(fact(**one), fact(**other)) == amount.can_agree(fact(**other), fact(**one)) == agree


@pytest.mark.parametrize(
    ("rounded", "exact", "is_rounded"),
    [
        (1_400_000, 1_398_204, True),
        (10_000, 9_876, True),
        (10_000, 12_000, False),  # too far
        (1_398_204, 1_400_000, False),  # the other way round
        (40, 39, True),
        (39, 40, False),
        (39, 38, False),  # as many digits
        (1000, 1024, True),
        (1230, 1234, True),
        (1234, 1230, False),
        (12_340, 12_341, False),  # too many digits for a rounded number
        (1100, 1049, False),  # rounds to 1,000
        (1000, 1051, True),  # "a thousand"
        (12, 12, False),
        (38e6, 37.74e6, True),
        (38e9, 37.74e9, True),  # from ten thousand million on
        (1.2e12, 1.234e12, True),
        (38.1e9, 38.2e9, False),
        (0, 3, False),
        (3, 0, False),
    ],
)
def test_what_is_rounded(rounded, exact, is_rounded):
    assert amount.rounds_to(rounded, exact) == is_rounded


@pytest.mark.parametrize(
    ("number", "told"),
    [(7, 1), (40, 1), (38_000_000, 2), (38e9, 2), (1e10, 1), (37.74e9, 4), (1_020_000_001, 10), (0.05, 1), (2.5, 2)],
)
def test_digits_that_are_told(number, told):
    assert amount.digits(number) == told


def test_how_many_times_a_number_goes_into_another():
    assert amount.times(fact(4), fact(12)) == amount.times(fact(12), fact(4)) == 3
    assert amount.times(fact(0), fact(12)) == 12
    assert amount.times(fact(low=4, form="vague"), fact(high=12, form="vague")) == 3


@pytest.mark.parametrize(
    ("one", "other", "stand"),
    [
        ("Norland", "Norland", "same"),
        ("Norland", "Verra", "differs"),
        (None, "Verra", "unknown"),
        ("Norland", None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_whose(one, other, stand):
    assert owner.read(fact(3, whose=one), fact(4, whose=other)).stand == stand
    assert (owner.key_of(fact(3, whose=one)) is None) == (one is None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tolva", "Tolvan army", False),
        ("Tolva", "Tolvans", True),
        ("Norland", "Norlander", True),
        ("Norlandish", "Norland", True),
        ("Halden Steel", "Halden", True),
        ("Halden Steel", "Halden Bank", False),
        ("Verra", "Verrazano", False),
        ("Oman", "Omanis", False),  # too short to be told by its ending
    ],
)
def test_names_of_one_owner(one, other, same):
    a, b = ({name: fact(3, whose=name).whose} for name in (one, other))
    assert owner.any_same(a, b) == owner.any_same(b, a) == same
    assert not owner.any_same(a, {})
    assert not owner.any_same({}, b)


@pytest.mark.parametrize(
    ("one", "other", "stand"),
    [
        (("Oldport", "NO"), ("oldport", None), "same"),
        (("Oldport", "NO"), ("Oldport, Norway", "NO"), "compatible"),
        (("Oldport", None), ("eastern Oldport", None), "compatible"),
        (("Oldport", None), ("Oldport Bay Road", None), "compatible"),
        (("Bay", None), ("Oldport Bay Road", None), "differs"),
        (("Oldport", "NO"), ("Rivalton", "NO"), "differs"),
        (("Oldport", "NO"), ("Norway", "NO"), "compatible"),
        (("Norway", "NO"), ("Oldport", "SE"), "differs"),
        (("Norway", "NO"), ("Oldport", None), "compatible"),  # nobody knows the village
        (("Britain", "GB"), ("United Kingdom", "GB"), "same"),
        (("Oldport", "NO"), ("Oldport Bay", "SE"), "differs"),
        (("Oldport", "NO"), ("Rivalton", None), "differs"),
    ],
)
def test_two_places(one, other, stand):
    assert place.stand_of(one, other) == place.stand_of(other, one) == stand
    assert place.read(one, other).stand == stand


def test_places_in_words():
    assert place.read(("Britain", "GB"), ("Oldport", None)).words == "United Kingdom against Oldport"
    assert place.read((None, None), ("Oldport", None)).stand == "unknown"
    assert place.read(("Oldport", None), (None, None)).stand == "unknown"


@pytest.mark.parametrize(
    ("one", "other", "part"),
    [
        (("Oldport", "NO"), ("Norway", "NO"), True),
        (("Norway", "NO"), ("Britain", "NO"), False),
        (("Oldport", "NO"), ("Rivalton", "NO"), False),
        (("Oldport", "NO"), ("Norway", "SE"), False),
        (("Oldport", None), ("Norway", None), False),
        (("eastern Norway", "NO"), ("Norway", "NO"), False),
    ],
)
def test_a_town_is_a_part_of_its_country(one, other, part):
    assert place.is_part(one, other) == place.is_part(other, one) == part


@pytest.mark.parametrize(
    ("claim", "what", "told"),
    [
        ({"place": "Oldport", "country": "NO"}, None, ("Oldport", "NO")),
        ({"place": "Oldport", "dateline": True}, None, None),
        ({"place": "Oldport", "position": 500, "place_at": 20}, None, None),  # sentences away
        ({"place": "Oldport", "position": 500, "place_at": 450}, None, ("Oldport", None)),
        ({"by": "Norway"}, "storm", ("Norway", "NO")),  # what a country reports of a storm happened there
        ({"by": "Norway"}, "attack", None),
        ({"by": "Ada Brook"}, "storm", None),
        ({}, "storm", None),
    ],
)
def test_where_a_claim_says_it_happened(claim, what, told):
    assert place.told_place(fact(3, **claim), what) == told


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({}, "now"),
        ({"role": "increment"}, "added"),
        ({"role": "increment", "class": "people-injured"}, "now"),  # five were killed and 50 more hurt
        ({"role": "remainder", "class": "people-injured"}, "now"),  # … and the others hurt
        ({"role": "remainder", "class": "people-injured", "part_of": "n1"}, "part"),
        ({"role": "increment", "class": "people-injured", "adds_to": "n1"}, "added"),
        ({"role": "change", "class": "people-injured"}, "added"),
        ({"role": "change", "status": "planned"}, "added"),
        ({"role": "rate"}, "rate"),
        ({"role": "remainder"}, "part"),
        ({"role": "part"}, "part"),
        ({"role": "part", "place": "Oldport", "position": 10, "place_at": 40}, "now"),  # all of Oldport
        ({"role": "part", "place": "Oldport", "position": 10, "place_at": 40, "class": "troops"}, "part"),
        ({"role": "part", "counted": "child"}, "now"),  # all of the children
        ({"role": "part", "counted": "child", "class": "other"}, "part"),
        ({"status": "planned"}, "expected"),
        ({"status": "projected", "role": "rate"}, "expected"),
        ({"status": "possible"}, "now"),
        ({"status": "possible", "when": ("deadline", None, "2024-12-31")}, "expected"),
        ({"status": "possible", "when": ("deadline", None, "2024-01-31")}, "now"),
        ({"status": "denied"}, "now"),
    ],
)
def test_how_a_number_stands_to_what_it_counts(claim, expected):
    assert standing.standing_of(fact(3, **claim)) == expected


@pytest.mark.parametrize("status", ["denied", "disputed"])
def test_denials(status):
    assert standing.is_denial(fact(3, status=status))
    assert not standing.is_denial(fact(3, status="planned"))
