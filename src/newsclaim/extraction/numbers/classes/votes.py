"""Votes: bare numbers of two sides, majorities, and those in favour or against."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View

#: No majority of seats is larger; "by a majority of 102" something is voted, however few they are.
_SEATS = 400
_BY_MAJORITY = re.compile(r"\bby\s+an?\s+(?:\w+\s+)?majority\s+of\s+$")


def rival_votes(view: View, made: Draft) -> str | None:
    """Take bare numbers of two sides for votes ("passed 311-227"), and a majority ("it was just 2,564")."""
    if made.quantity.rival is not None and (made.thing is None or made.thing.rule == "antecedent"):
        return "votes"
    head = made.thing.head if made.thing else made.about.head if made.about else ""
    majority = head == "majority" and made.quantity.number.digits
    if majority and (made.quantity.value or 0) < _SEATS:
        majority = _BY_MAJORITY.search(view.text, max(0, made.quantity.start - 40), made.quantity.start) is not None
    voted = made.thing is None and (head == "vote" or _are_for_or_against(view.text, made.quantity.end))
    return "votes" if voted or majority else None


_FOR_OR_AGAINST = re.compile(r"\s+(?:(?:in|votes?\s+in)\s+favou?r\b|(?:votes?\s+)?against(?=\s*[,.;)]|$))")


def _are_for_or_against(text: str, end: int) -> bool:
    """Are votes counted behind which this stands ("113 in favour to 35 against")?"""
    return _FOR_OR_AGAINST.match(text, end) is not None
