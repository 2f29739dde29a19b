"""Scores of cricket: "resumed at three for 89", "caught behind for 38", "chasing 375". Runs and wickets are counts."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

#: "7 for 309", "no wicket for 126", "2-17" is read with the other results.
_PAIR = re.compile(
    r"\b(?:\d|10|no\s+wickets?|zero|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:wickets?\s+)?for\s+\d{1,3}\b"
)
_OUT = re.compile(
    r"\b(?:caught|bowled?|out|leg\s+before|lbw|dismissed|removed|stumped|wicket|fell|innings|all\s+out)\b[^.;]{0,70}\bfor\s+$"
)
_REACHED = re.compile(
    r"(?i)\b(?:scored|unbeaten|not\s+out|chasing|needing|needed?|set|lead\s+of|trail(?:ed|ing)?\s+by|adding|added|mak(?:e|ing)|made|on|hit)\s+$"
)
#: No pair is longer.
_LONGEST = 26
_HIGHEST = 1000


def is_innings(view: View, quantity: Quantity) -> bool:
    """Is it a score in an article that tells of cricket, no number of runs, wickets or anything else?"""
    if quantity.measure is not None or quantity.number.form != "point" or not view.tells_of_cricket:
        return False
    start = quantity.shown_start
    pairs = _PAIR.finditer(view.text, max(0, start - _LONGEST), start + _LONGEST)
    if any(pair.start() <= start < pair.end() for pair in pairs):
        return True
    if not quantity.number.digits or view.noun_follows(quantity.end) or (quantity.value or 0) >= _HIGHEST:
        return False
    before = view.text[max(0, quantity.start - 90) : quantity.start]
    return _REACHED.search(before) is not None or _OUT.search(before) is not None
