"""Whom an article names as the source of its text, by the form of the credit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus import make_article
from newsclaim.names.outlets import same_outlet
from newsclaim.stories.account import Account
from newsclaim.stories.credits import agency_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "stories" / "credits.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_agency(case):
    article = make_article(case["text"], id="a", outlet=case.get("outlet", "The Ledger"))
    assert (agency_of(Account(article)) or "") == case["agency"]


@pytest.mark.parametrize(
    ("agency", "outlet", "same"),
    [
        ("AFP", "Agence France-Presse", True),
        ("the Associated Press", "AP", True),
        ("Coast News Agency", "Coast News", True),
        ("Coast Press Agency", "Coast Press", True),
        ("Coast Herald", "Coast Tribune", False),
        ("Reuters", "Harbour Wire", False),
    ],
)
def test_names_of_one_outlet(agency, outlet, same):
    assert same_outlet(agency, outlet) is same
