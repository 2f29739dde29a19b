"""Seconds by stage."""

from __future__ import annotations

from newsclaim.timings import Timings


def test_timings_are_shares_of_the_language_model():
    timings = Timings()
    timings.add("annotate", 2)
    timings.add("quotes", 0.1)
    other = Timings()
    other.add("quotes", 0.1)
    timings.merge(other)
    assert timings.report() == "annotate 2.00 s; quotes 0.20 s (10.0% of annotate)"
