"""Hours in words: "before ten,", "at about four in the morning"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.counted import levels
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses

_BEFORE_TEN = re.compile(r"\b(?:before|until|till)\s+$")
_AT_TEN = re.compile(r"\b(?:at|by|before|around|until|till|since)\s+(?:about\s+|around\s+|just\s+)?$")
_IT_IS = re.compile(r"\b(?:[Ii]t\s(?:is|was)|[Ii]t['’]s)\s(?:(?:almost|nearly|about|around|just\safter)\s)?$")
_OF_DAY = re.compile(r"\s+(?:in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b")
_CLOCK_ENDS = re.compile(r"\s*[.,;)”\"]|\s+o['’]clock\b")


def is_clock(view: View, quantity: Quantity) -> bool:
    """Find the hour in "before ten,", "at about four in the morning"."""
    hour = quantity.measure is None and not quantity.number.digits and 1 <= (quantity.value or 0) <= _HOURS
    if hour and _OF_DAY.match(view.text, quantity.end):
        if _is_level(view, quantity):
            return False
        low = max(0, quantity.shown_start - 20)
        return any(before.search(view.text, low, quantity.shown_start) for before in (_AT_TEN, _IT_IS))
    plain = hour and quantity.start == quantity.shown_start and _CLOCK_ENDS.match(view.text, quantity.end) is not None
    return plain and _BEFORE_TEN.search(view.text, max(0, quantity.start - 8), quantity.start) is not None


_HOURS = 12


def _is_level(view: View, quantity: Quantity) -> bool:
    """Does a number stand at so many ("the toll stood at four in the evening")?"""
    w, i = view.w, view.at(quantity.shown_start)
    verb = clauses.governing_verb(w, i)
    level = verb >= 0 and w.lemma[verb] in ("put", "stand") and w.child(verb, "prt", "acomp") < 0
    return level and levels.number_noun(w, i) >= 0
