"""Halves, thirds and quarters that are no fractions: "the first half", "a third party", "a quarter" of the year."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_HALF_BEFORE = re.compile(
    r"(?i)\b(?:first|second|latter|attacking|defensive|opening|closing|own|other|top|bottom|better|western|eastern|northern|southern|upper|lower|inner|outer|front|rear|this|that|each|the|my|his|her|its|their)[\s-]+$"
)
#: "a year and a half" is a length, of which the half is no number of its own.
_AND_BEFORE = re.compile(r"\b(?:year|month|week|day|hour|minute|mile|century|decade)s?\s+and\s+$")
_HALF_PHRASE = re.compile(
    r"[- ](?:time|way|hearted|brother|sister|an hour|century|back|marathon|life|moon|term|year\b|hour\b|day\b|naked"
    r"|dressed|finished|empty|full|heartedly|dozen)"
)
_HALF_OF = re.compile(r"\s+(?:of|the|a|an|its|their|his|her|that|those|all|people|\w+s\b)|\s*[,.;)]|\s*$")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")
_OF = re.compile(r"\s+of\b")
_BY = re.compile(r"\b(?:by|to|up)\s+$")


def is_no_fraction(view: View, quantity: Quantity) -> bool:
    """Is a half, a third, a quarter in words a part of a game, an ordinal or a part of the year; are digits a date?"""
    if (quantity.number.digits and _is_no_written_fraction(view, quantity)) or _are_of_year(view.text, quantity):
        return True
    if quantity.number.rule != "fraction-word" or quantity.number.form != "fraction" or quantity.measure == "money":
        return False
    word = view.text[quantity.shown_start : quantity.shown_end].lower()
    if word.endswith("half"):
        return _is_no_half(view.text, quantity)
    if _OF.match(view.text, quantity.end):
        return False
    plain = quantity.qualifier == "exact" and not _BY.search(view.text[max(0, quantity.start - 4) : quantity.start])
    if _ENDS.match(view.text, quantity.end):
        return plain and (word.endswith("quarter") or view.text[quantity.end : quantity.end + 1] == ",")
    return view.noun_follows(quantity.end) or plain


_WRITTEN = re.compile(r"(?P<above>\d+)/(?P<below>\d+)")
_MONTHS, _DAYS = 12, 31
_ON = re.compile(r"\b(?:on|by|since|until|from|before|after|and|to|&|[A-Z][a-z]{2,8}day,?)\s+$")
_PART = re.compile(r"\s*(?:[:.)\]]|$)")


def _is_no_written_fraction(view: View, quantity: Quantity) -> bool:
    """Find a date or the mark of a part with a stroke ("on 3/30 & 3/31", "2/2: the answer")."""
    text = view.text
    match = _WRITTEN.fullmatch(text, quantity.shown_start, quantity.shown_end)
    if match is None or quantity.measure is not None or quantity.qualifier != "exact" or _OF.match(text, quantity.end):
        return False
    above, below = int(match["above"]), int(match["below"])
    if above == below:
        return _PART.match(text, quantity.end) is not None
    day = 1 <= above <= _MONTHS < below <= _DAYS
    sure = above > 1 and not view.noun_follows(quantity.end)
    return day and (sure or _ON.search(text, max(0, quantity.start - 12), quantity.start) is not None)


_IN_YEAR = re.compile(r"\b(?:first|last|past|next|previous|consecutive|straight)\s+$")


def _are_of_year(text: str, quantity: Quantity) -> bool:
    """Are several quarters those of a year ("in the first three quarters")?"""
    if not text.endswith("quarters", quantity.shown_start, quantity.shown_end):
        return False
    return _IN_YEAR.search(text, max(0, quantity.start - 14), quantity.start) is not None


def _is_no_half(text: str, quantity: Quantity) -> bool:
    if _HALF_BEFORE.search(text, max(0, quantity.shown_start - 11), quantity.shown_start):
        return True
    if _AND_BEFORE.search(text, max(0, quantity.shown_start - 14), quantity.shown_start):
        return True
    window = text[quantity.end : quantity.end + 20]
    return _HALF_PHRASE.match(text, quantity.end) is not None or not _HALF_OF.match(window)
