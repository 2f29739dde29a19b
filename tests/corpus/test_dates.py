"""Dates of headers, and of pages that say no year."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus.dates import iso_date, near, of_seconds

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/dates.toml").read_text("utf-8"))


def pairs(kind):
    return [
        pytest.param(case, *pair, id=f"{case['why'][:24]}: {pair[0]}") for case in CASES[kind] for pair in case["pairs"]
    ]


@pytest.mark.parametrize(("_case", "written", "iso"), pairs("iso"))
def test_a_date_that_is_whole_is_iso(_case, written, iso):
    assert iso_date(written) == (iso or None)


@pytest.mark.parametrize(("case", "written", "iso"), pairs("near"))
def test_a_date_without_a_year_is_counted_from_the_day_of_reading(case, written, iso):
    assert near(written, case["read_on"]) == (iso or None)


@pytest.mark.parametrize(("_case", "count", "iso"), pairs("seconds"))
def test_seconds_since_1970(_case, count, iso):
    assert of_seconds(count) == (iso or None)


@pytest.mark.parametrize("text", ["9" * 5000, "2024 " * 5000, "November 5, 2002 " + "Final Edition " * 20])
def test_what_is_too_long_is_no_date(text):
    assert iso_date(text) is None
    assert near(text.replace(", 2002", ""), "2026-11-26") is None


def test_eighty_characters_are_not_too_long():
    assert near("x" * 67 + " September 25", "2026-11-26") == "2026-09-25"
    assert near("x" * 68 + " September 25", "2026-11-26") is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_in_every_spelling(day):
    iso = day.isoformat()
    for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "the %B %d, %Y edition"):
        assert iso_date(day.strftime(form)) == iso


@given(st.datetimes(dt.datetime(2001, 9, 10), dt.datetime(2096, 10, 1)))  # noqa: DTZ001
def test_a_time_in_seconds_is_that_time(moment):
    seconds = int(moment.replace(tzinfo=dt.UTC).timestamp())
    assert of_seconds(seconds) == of_seconds(seconds * 1000 + 999) == f"{moment:%Y-%m-%dT%H:%M:%S}Z"


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 364))
def test_a_day_of_the_last_year_comes_back_without_its_year(read_on, back):
    day = read_on - dt.timedelta(days=back)
    if (day.month, day.day) != (2, 29):
        assert near(f"{day:%B} {day.day}", read_on.isoformat()) in (
            day.isoformat(),
            (read_on + dt.timedelta(days=1)).isoformat(),
        )
