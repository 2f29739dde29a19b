"""On which day it happened, by a claim's own words: those of Tuesday are not those of Wednesday.

The day of a count is another one: "rose to 12 on Wednesday" tells of Tuesday's fire.
"""

from __future__ import annotations

from functools import cache

from newsclaim.lexicon import load
from newsclaim.models.fact import Fact


def day_of(fact: Fact) -> str | None:
    """Return the day (ISO) on which what is counted happened, None where the words do not say."""
    if fact.time is None or fact.time.kind != "as_of" or fact.time.from_ is None or fact.time.from_ != fact.time.to:
        return None
    return fact.time.to if is_bound(fact.class_) and fact.event in _verbs() else None


def period_of(fact: Fact) -> tuple[str, str] | None:
    """Return the first and last day of the period that a sum, share or level is for, None where none is named."""
    time = fact.time
    if is_bound(fact.class_) or time is None or time.kind != "period" or not (time.from_ and time.to):
        return None
    return time.from_, time.to


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("compare")["happens"]["words"])


@cache
def is_bound(class_: str) -> bool:
    """Tell whether numbers of a class belong to one event each."""
    return class_ in load("compare")["event_bound"]["classes"]
