"""The rare names that an article tells its story by, and where a dateline stands."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus import make_article
from newsclaim.stories.account import Account
from newsclaim.stories.naming import names_of

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "stories" / "naming.toml").read_text("utf-8"))["case"]


def account(text):
    return Account(make_article(text, id="a", published="2025-03-04"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_names(case):
    found = names_of(account(f"A headline\n\n{case['text']}"))
    assert set(case["names"]) <= set(found)
    assert not set(case.get("not", ())) & set(found)


def test_the_names_told_most_come_first_and_few_are_kept():
    many = " ".join(f"It was in Town{chr(97 + n)}bell." for n in range(20))
    found = names_of(account(f"A headline\n\n{many} It was in Harrow. It was in Harrow. They went to Harrow."))
    assert found[0] == "harrow"
    assert len(found) == 16


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("HARROW, March 4 (Meridian) - A dam burst on Tuesday.", "HARROW"),
        ("A dam burst on Tuesday in HARROW - nobody knew why.", None),
    ],
)
def test_the_dateline(paragraph, place):
    told = account(f"A dam bursts\n\n{paragraph}\n\nMore is known on Wednesday, they say.")
    span = told.dateline()
    assert (span and told.article.text[slice(*span)].startswith(place)) == (True if place else None)
