"""Time phrases and their dates, seen from Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from newsclaim.extraction.numbers.fields.times import anchor_of, phrases, resolved

ANCHOR = date(2024, 5, 15)
CASES = [
    ("by December", "deadline", None, "2024-12-31"),
    ("by Friday", "deadline", None, "2024-05-17"),
    ("by June 30", "deadline", None, "2024-06-30"),
    ("by the end of the year", "deadline", None, "2024-12-31"),
    ("as of Thursday", "as_of", "2024-05-09", "2024-05-09"),
    ("on Monday", "as_of", "2024-05-13", "2024-05-13"),
    ("yesterday", "as_of", "2024-05-14", "2024-05-14"),
    ("since January", "period", "2024-01-01", None),
    ("since 2015", "period", "2015-01-01", None),
    ("in 2017", "period", "2017-01-01", "2017-12-31"),
    ("in March 2023", "period", "2023-03-01", "2023-03-31"),
    ("in November", "period", "2023-11-01", "2023-11-30"),
    ("from 2009 to 2017", "period", "2009-01-01", "2017-12-31"),
    ("last year", "period", "2023-01-01", "2023-12-31"),
    ("this month", "period", "2024-05-01", "2024-05-31"),
    ("last week", "period", "2024-05-06", "2024-05-12"),
    ("over the past two weeks", "period", "2024-05-01", "2024-05-15"),
    ("three days ago", "as_of", "2024-05-12", "2024-05-12"),
    ("on April 3, 2021", "as_of", "2021-04-03", "2021-04-03"),
    ("on 31 February 2021", "as_of", None, None),
]


@pytest.mark.parametrize(("text", "kind", "begin", "end"), CASES, ids=str)
def test_phrase(text, kind, begin, end):
    (phrase,) = phrases(f"They came {text}.", 0, 100)
    found = resolved(phrase, ANCHOR)
    assert (found.text, found.kind, found.from_, found.to) == (text, kind, begin, end)


def test_without_a_day_of_publication_only_full_dates_are_known():
    (phrase,) = phrases("They came on Monday.", 0, 20)
    assert resolved(phrase, anchor_of(None)).to is None
    (phrase,) = phrases("They came in 2017.", 0, 20)
    assert resolved(phrase, None).to == "2017-12-31"


@pytest.mark.parametrize("text", ["They may come.", "The march of the army", "A second later"])
def test_words_that_look_like_a_time_are_none(text):
    assert phrases(text, 0, len(text)) == []
