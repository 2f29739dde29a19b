"""Numerals: a table of texts and what they say, and that no text breaks the reader."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.extraction.numbers.reading.numerals import read

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "numbers" / "numerals.toml").read_text(encoding="utf8"))[
    "cases"
]
PIECES = [
    "one",
    "hundred",
    "and",
    "a",
    "half",
    "million",
    "dozen",
    "of",
    "tens",
    "3",
    "1,000",
    "/",
    "-",
    " ",
    "point",
    "fifths",
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_value(case):
    found = [[n.low, n.high] if n.value is None else n.value for n in read(case["text"])]
    assert found == [pytest.approx(want, rel=1e-5) for want in case["want"]]


@given(st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_numerals_stand_in_order_inside_the_text(text):
    end = 0
    for numeral in read(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end


def test_a_number_of_any_length_is_read_or_left_out():
    assert all(numeral.value is None or numeral.value < float("inf") for numeral in read("9" * 2000 + " 9e99 9^999"))
