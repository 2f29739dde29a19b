"""How two positions stand to one another, by construction."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facts import fact
from newsclaim.compare.positions import positions
from newsclaim.compare.relations import RULES, relation

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "relations.toml").read_text("utf-8"))["case"]


def held(told):
    claims = [fact(**claim) for claim in (told if isinstance(told, list) else [told])]
    (one,) = positions(claims)
    return one


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_relation(case):
    a, b = held(case["a"]), held(case["b"])
    found = relation(a, b)
    assert (found.verdict, found.axis, found.rule) == (case["verdict"], case["axis"], case["rule"])
    assert (relation(b, a).verdict, relation(b, a).axis) == (found.verdict, found.axis)  # whichever comes first


def test_every_rule_has_a_case():
    assert {case["rule"] for case in CASES} == set(RULES)


@pytest.mark.parametrize(
    ("qualifier", "words"), [("at_least", "lie far apart"), ("exact", "cannot both hold")]
)  # fmt: skip
def test_a_bound_far_from_a_number_could_hold_beside_it(qualifier, words):
    a, b = held({"value": 3000, "qualifier": qualifier, "by": "A"}), held({"value": 12000, "article": "b", "by": "B"})
    assert words in relation(a, b).reason


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_reason_names_both_numbers(case):
    a, b = held(case["a"]), held(case["b"])
    reason = relation(a, b).reason
    for one in (a, b):
        number = one.fact.value if one.fact.value is not None else one.fact.low
        assert f"{number:,.0f}" in reason
        assert all(party.name in reason for party in one.holders())
    assert reason.endswith(".")
