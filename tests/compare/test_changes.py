"""What becomes of a number on its way from article to article."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import get_args

import pytest

from facts import told
from newsclaim.compare.changes import changes
from newsclaim.models.comparison import Drift

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "compare" / "changes.toml").read_text("utf-8"))["case"]


def claims(case):
    later = {"id": "later", "article": "b", "published": "2024-10-22"} | case["later"]
    return [told(later), told({"id": "before"} | case["before"])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('what')} {case['before']} {case['later']}"[:90])
def test_changes(case):
    found = changes(claims(case))
    assert [(change.before, change.claim, change.what) for change in found] == [
        ("before", "later", case["what"]) for _ in range("what" in case)
    ]
    assert all(change.what in change.reason for change in found)


def test_every_change_has_a_case():
    assert {case["what"] for case in CASES if "what" in case} == set(get_args(Drift))


def test_a_claim_is_held_against_the_last_one_before_it():
    first, second, third = (
        told({"id": f"n{n}", "article": f"{n}", "published": f"2024-10-2{n}", "value": 3000, "by": "army"} | more)
        for n, more in enumerate(({"qualifier": "approx"}, {"qualifier": "at_least"}, {}))
    )
    (change,) = changes([first, second, third])
    assert (change.before, change.claim) == ("n1", "n2")
