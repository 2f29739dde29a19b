"""Time phrases and their dates, seen from Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from newsclaim.extraction.numbers.fields.times import anchor_of, named_before, phrases, resolved

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
    ("in October and November", "period", "2023-10-01", "2023-11-30"),
    ("from March to May 2015", "period", "2015-03-01", "2015-05-31"),
    ("in 2012 and 2014", "period", "2012-01-01", "2014-12-31"),
    ("late last year", "period", "2023-09-01", "2023-12-31"),
    ("late last month", "period", "2024-04-21", "2024-04-30"),
    ("in early May", "period", "2024-05-01", "2024-05-10"),
    ("in January and February of last year", "period", "2023-01-01", "2023-02-28"),
    ("between 1990-2010", "period", "1990-01-01", "2010-12-31"),
    ("since last October", "period", "2023-10-01", None),
    ("throughout 2015", "period", "2015-01-01", "2015-12-31"),
    ("for the full year of 2016", "period", "2016-01-01", "2016-12-31"),
    ("in the month of January", "period", "2024-01-01", "2024-01-31"),
    ("sixty years ago", "as_of", "1964-05-15", "1964-05-15"),
    ("by the late 1950s", "deadline", None, "1959-12-31"),
    ("from the beginning of the year", "period", "2024-01-01", None),
    ("since he took office on June 30 last year", "period", "2023-06-30", None),
    ("before 2016", "deadline", None, "2015-12-31"),
    ("before October in 2016", "deadline", None, "2016-09-30"),
    ("before the end of the year", "deadline", None, "2024-12-31"),
    ("overnight", "period", "2024-05-14", "2024-05-15"),
    ("overnight on Monday", "period", "2024-05-13", "2024-05-13"),
    ("overnight Sunday", "period", "2024-05-12", "2024-05-12"),
    ("by 7 May", "deadline", None, "2024-05-07"),
    ("last fall", "period", "2023-09-01", "2023-11-30"),
    ("last winter", "period", "2023-12-01", "2024-02-29"),
    ("this summer", "period", "2024-06-01", "2024-08-31"),
    ("next spring", "period", "2025-03-01", "2025-05-31"),
    ("in the summer of 2015", "period", "2015-06-01", "2015-08-31"),
    ("in the 1990s", "period", "1990-01-01", "1999-12-31"),
    ("in the early 1990s", "period", "1990-01-01", "1993-12-31"),
    ("since the late 1970s", "period", "1977-01-01", None),
    ("since storming the hill on 19 April", "period", "2024-04-19", None),
    ("in the last four months of 2016", "period", "2016-09-01", "2016-12-31"),
    ("in recent years", "period", None, "2024-05-15"),
    ("in the coming months", "period", "2024-05-15", None),
    ("at the moment", "as_of", "2024-05-15", "2024-05-15"),
    ("the same day", "as_of", None, None),
]


@pytest.mark.parametrize(("text", "kind", "begin", "end"), CASES, ids=str)
def test_phrase(text, kind, begin, end):
    (phrase,) = phrases(f"They came {text}.", 0, 100)
    found = resolved(phrase, ANCHOR)
    assert (found.text, found.kind, found.from_, found.to) == (text, kind, begin, end)


BEFORE = [
    ("On Monday three died. The previous day 40 came", "2024-05-12", "2024-05-12"),
    ("On Monday three died, and the following night 40 came", "2024-05-14", "2024-05-14"),
    ("They met on 5 May 2016. That month", "2016-05-01", "2016-05-31"),
    ("They met on 5 May 2016. The following week", "2016-05-09", "2016-05-15"),
    ("It was sold in 2016 and two years later", "2018-01-01", "2018-12-31"),
    ("Of the 2012 fleet, sold on Monday, 40 sank that year", "2012-01-01", "2012-12-31"),
    ("In May 40 came. Over that period", "2024-05-01", "2024-05-31"),
    ("In 2015 a boat sank. Two days later", None, None),
    ("In 2015 a boat sank on the same day", None, None),
]


@pytest.mark.parametrize(("text", "begin", "end"), BEFORE, ids=str)
def test_a_phrase_counts_from_the_time_named_before(text, begin, end):
    phrase = phrases(text, 0, len(text))[-1]
    found = resolved(phrase, ANCHOR, before=named_before(text, phrase, ANCHOR))
    assert (found.from_, found.to) == (begin, end)


def test_without_a_day_of_publication_only_full_dates_are_known():
    (phrase,) = phrases("They came on Monday.", 0, 20)
    assert resolved(phrase, anchor_of(None)).to is None
    (phrase,) = phrases("They came in 2017.", 0, 20)
    assert resolved(phrase, None).to == "2017-12-31"


@pytest.mark.parametrize(
    "text",
    ["They may come.", "The march of the army", "A second later", "the Tarn Today show", "the day before the vote"],
)
def test_words_that_look_like_a_time_are_none(text):
    assert phrases(text, 0, len(text)) == []
