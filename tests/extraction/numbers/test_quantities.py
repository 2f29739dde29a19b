"""Quantities: units, currencies, hedges, ranges, and what is masked; a table of cases."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus import make_article
from newsclaim.extraction.numbers import changes, ranges, reading, rivals
from newsclaim.extraction.numbers.dropped.masks import Masks
from newsclaim.extraction.numbers.reading.money import outlet_country
from newsclaim.extraction.numbers.reading.numerals import read

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "numbers" / "quantities.toml").read_text(encoding="utf8"))[
    "cases"
]


def find(article):
    """Read the quantities of a text as the search does, but for what needs grammar."""
    text, masks = article.text, Masks(article.text)
    found = reading.quantities(article, text, [n for n in read(text) if not masks.covers(n.start, n.end)])
    changes.pair(text, found)
    rivals.pair(text, found)
    return ranges.joined(text, found)


def plain(text, quantity):
    value = [quantity.low, quantity.high] if quantity.value is None else quantity.value
    return [
        text[quantity.start : quantity.end],
        pytest.approx(value, rel=1e-5),
        quantity.unit or "",
        quantity.qualifier,
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_quantities(case):
    text = case["text"]
    assert [plain(text, quantity) for quantity in find(make_article(text, id="a"))] == case["want"]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({}, "USD"),
        ({"url": "https://www.selinherald.com.au/news/1"}, "AUD"),
        ({"outlet": "The Toronto Ledger"}, "CAD"),
        ({"url": "https://selin.example.sg"}, "SGD"),
        ({"url": "https://selin.example.com"}, "USD"),
    ],
)
def test_a_dollar_is_that_of_the_outlets_country(header, code):
    (quantity,) = find(make_article("It costs $5.", id="a", **header))
    assert quantity.unit == code


@pytest.mark.parametrize(
    ("header", "code"),
    [({}, None), ({"url": "https://www.selinherald.co.uk/news/1"}, "GBP"), ({"outlet": "The Berlin Ledger"}, "EUR")],
)
def test_a_lost_sign_is_that_of_the_outlets_country(header, code):
    (quantity,) = find(make_article("It costs ?5.", id="a", **header))
    assert (quantity.unit, quantity.measure) == (code, "money")


def test_an_outlet_without_country_is_of_none():
    assert outlet_country(make_article("x", id="a", outlet="Selin Herald")) is None


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Sales fell from 75 tonnes to 40 tonnes", "down"),
        ("Output rose from 3 tonnes to 9 tonnes", "up"),
        ("Prices changed from $5 to $7", "up"),
    ],
)
def test_the_later_value_of_a_change_knows_the_earlier(text, trend):
    first, second = find(make_article(text, id="a"))
    assert second.earlier is first
    assert second.trend == trend
