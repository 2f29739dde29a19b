"""Dates, amounts and words as people type them."""

from __future__ import annotations

import pytest

from newsclaim.cli.naming import _code
from newsclaim.compare.words import stems
from newsclaim.names.countries import forms_of
from newsclaim.queries.amounts import stretch
from newsclaim.queries.dates import partial_date

DATES = [
    ("2024-10-23", "2024-10-23"), ("2024-10", "2024-10"), ("2024", "2024"), ("2024/10/3", "2024-10-03"),
    ("Oct 2024", "2024-10"), ("october 2024", "2024-10"), ("Sept. 2024", "2024-09"),
    ("23 Oct 2024", "2024-10-23"), ("October 3rd, 2024", "2024-10-03"), (" 1  May 2024 ", "2024-05-01"),
    ("31 Feb 2024", None), ("2024-13", None), ("yesterday", None), ("3/4/2024", None), ("Frob 2024", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "iso"), DATES)
def test_dates(typed, iso):
    assert partial_date(typed) == iso


AMOUNTS = [
    ("3000", (3000, 3000)), ("3,000", (3000, 3000)), ("10m..12m", (10e6, 12e6)), ("10..12m", (10e6, 12e6)),
    ("1.5bn", (1.5e9, 1.5e9)), ("2 million", (2e6, 2e6)), ("5000..", (5000, None)), ("..300", (None, 300)),
    ("12..10", (10, 12)), ("0", (0, 0)), ("-5..5", (-5, 5)), ("5k..6000", (5000, 6000)),
    ("..", None), ("", None), ("many", None), ("5 parsecs", None), ("1..2..3", None), ("a..5", None),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "numbers"), AMOUNTS)
def test_amounts(typed, numbers):
    assert stretch(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "lemma"),
    [
        ("soldiers", "soldier"), ("people", "person"), ("person", "people"), ("boxes", "box"), ("buses", "bus"),
        ("houses", "house"), ("companies", "company"), ("Women", "woman"), ("loss", "loss"), ("soldier", "soldier"), ("policemen", "policeman"),
        ("wives", "wife"),
    ],
)  # fmt: skip
def test_a_counted_noun_is_found_under_its_lemma(typed, lemma):
    assert lemma in stems(typed)


@pytest.mark.parametrize(
    ("typed", "forms"),
    [("Oldport", ("oldport",)), ("norway", ("norway", "no")), ("UK", ("uk", "gb")), ("Kyiv", ("kyiv",))],
)
def test_a_country_is_found_by_its_code_too(typed, forms):
    assert forms_of(typed) == forms


@pytest.mark.parametrize(
    ("typed", "code"),
    [("UK", "GB"), ("uk", "GB"), ("GB", "GB"), ("no", "NO"), ("US", "US"), ("Britain", "GB"), ("norway", "NO")],
)
def test_a_country_is_typed_by_name_or_code(typed, code):
    assert _code(typed) == code
