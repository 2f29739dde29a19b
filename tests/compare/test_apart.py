"""What keeps two claims apart, rule by rule."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from facts import context, told
from newsclaim.compare.apart import RULES, apart
from newsclaim.compare.question import question_of, said_by
from newsclaim.compare.scope import scope_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "apart.toml").read_text("utf-8"))["case"]


def question(claim):
    fact = told({name: value for name, value in claim.items() if name != "leads"})
    scope = scope_of(fact, context(fact.article))
    found = question_of(fact, said_by(fact), scope, ())
    found.add(fact, scope.event)
    if claim.get("leads"):
        found.leads = {fact.article}
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']} {case['a']} {case['b']}"[:80])
def test_apart(case):
    a, b = question(case["a"]), question(case["b"])
    expected = case["rule"] if case.get("apart", True) else None
    one_sum = not a.numbers.isdisjoint(b.numbers)
    assert apart(a, b, one_sum=one_sum) == apart(b, a, one_sum=one_sum) == expected


def test_every_rule_has_a_case_for_and_against():
    shown = {(case["rule"], case.get("apart", True)) for case in CASES}
    assert shown == {(name, told) for name in RULES for told in (True, False)}
