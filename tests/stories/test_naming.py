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


@pytest.mark.parametrize(("times", "first"), [(2, "harrow"), (4, "lindenfell")])
def test_a_name_in_the_lead_counts_as_three_below(times, first):
    below = "They spoke of Lindenfell. " * times
    found = names_of(account(f"A headline\n\n{'They went on and on. ' * 30}It was in Harrow.\n\n{below}"))
    assert (found[0], set(found)) == (first, {"harrow", "lindenfell"})


@pytest.mark.parametrize("before", ["", "HARROW, March 4 (Meridian) - "])
def test_what_opens_a_paragraph_is_no_name_behind_a_dateline_either(before):
    told = account(f"A dam bursts\n\n{before}Meanwhile Lindenfell fell and they left.\n\nMore is known now, they say.")
    assert names_of(told) == ("lindenfell",)


@pytest.mark.parametrize(("before", "names"), [("", ()), ("HARROW, March 4 (Meridian) - ", ("lindenfell",))])
def test_only_a_paragraph_behind_a_dateline_is_opened_by_a_sure_name(before, names):
    told = account(f"A dam bursts\n\n{before}Lindenfell fell and they left.\n\nMore is known now, they say.")
    assert names_of(told) == names


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
