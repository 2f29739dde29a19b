"""Years and hours: "in 2014", "from 1990 to 1994", "before ten,", "at about four in the morning"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.counted import levels
from newsclaim.extraction.numbers.dropped.masks import MONTH
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses

#: Before the years of older centuries, which look like counts.
_EARLY = re.compile(
    r"\b(?:in|since|from|by|until|till|during|before|after|circa|the|of|year|late|early|mid|summer|spring|autumn|fall|winter"
    rf"|between|dat(?:es|ed|ing)\s+(?:back\s+)?to|now\s+(?:and|to|until))\s+$|['’]s\s+$|[(–—-]$|\b{MONTH},?\s*$"
)
#: At the head of a sentence even a plural behind the year is not what is counted ("By 2050 emissions should fall").
_OPENING = re.compile(r"\b(?:In|By|Since|Until|Before|After|From|During)\s+$")
_COUNTED_AFTER = re.compile(
    r"\s+(?:(?!(?:that|which|when|where|and|but|while|as|to|with|by|after|before|from|in|on|at|was|were|had|have|saw|sees|brought|brings|gave|left|cost|took|made)\b)(?:[a-z]+-)?[a-z]+\s+){0,2}(?:people|soldiers|troops|men|women|children|workers|jobs|houses|homes|families"
    r"|refugees|deaths|cases|employees|students|fighters|miles|hectares|buildings|prisoners|police|officers|residents"
    r"|members|protesters|patients|civilians|inmates|migrants|survivors|personnel|passengers|others|units|schools|villages"
    r"|firefighters|households|victims|staff)\b"
)
#: A second number of the same thing ("2000 or 3000 people"), none of another ("since 1981 and 90,000 people").
_LISTED = re.compile(r"(?:\s+(?:to|or)\s+|\s?[-–]\s?)\d[\d,]{2,8}\b|\s+and\s+\d{3,4}\b(?![,.]\d)")
_HEDGED_YEAR = re.compile(r"(?:about|around|circa|c\.|ca\.|under|before|past|to)(?:\s+the)?\s*$")
#: "below 2005 levels"
_LEVELS = re.compile(r"\s+(?:levels?|figures?|rates?|prices|peaks?|elections?)\b")
#: "since at least 2007"
_SINCE = re.compile(r"\b(?:since|until|till|from)\s+$")
_DATED = re.compile(r"\bthe\s+$|\b(?:since|during)\s+$")


def is_year(view: View, quantity: Quantity) -> bool:
    """Is this number a year, by its size, the words before it and the lack of anything counted behind it?"""
    if not _looks_like_year(quantity):
        return False
    since = _SINCE.search(view.text, max(0, quantity.start - 8), quantity.start) and quantity.qualifier == "at_least"
    if since or (_LEVELS.match(view.text, quantity.end) and 1900 <= (quantity.value or 0) <= 2035):
        return True
    if quantity.qualifier != "exact" and not _HEDGED_YEAR.search(view.text[quantity.start : quantity.shown_start]):
        return False
    before = view.text[max(0, quantity.start - 14) : quantity.start]
    listed = _LISTED.match(view.text, quantity.end)
    if _COUNTED_AFTER.match(view.text, listed.end() if listed else quantity.end):
        return _DATED.search(before) is not None
    if 1900 <= (quantity.value or 0) <= 2035:
        return True
    return _OPENING.search(before) is not None or (_EARLY.search(before) is not None and not _counts(view, quantity))


_SHORT = re.compile(r"\b(?:19|20)(?P<year>\d\d)(?:,\s(?:and\s|or\s)?\d\d){0,5}(?:,\s|\s)?(?:and\s|or\s)?$")


def is_short_year(view: View, quantity: Quantity) -> bool:
    """Does it go on a list of years ("2011, 12 and 13"), with nothing counted behind it?"""
    bare = quantity.number.digits and quantity.unit is None and quantity.number.end - quantity.number.start == 2
    if not bare or quantity.start != quantity.shown_start or view.noun_follows(quantity.end):
        return False
    first = _SHORT.search(view.text, max(0, quantity.start - 40), quantity.start)
    return first is not None and 0 < (quantity.value or 0) - int(first["year"]) <= _SPAN


#: No list of short years goes on for longer.
_SPAN = 6


def _looks_like_year(quantity: Quantity) -> bool:
    """Is this a bare four-digit number of a year?"""
    value, number = quantity.value, quantity.number
    four = number.digits and number.end - number.start == 4 and number.form == "point"
    return quantity.unit is None and four and value is not None and 1500 <= value <= 2100 and value == int(value)


def _counts(view: View, quantity: Quantity) -> bool:
    """Does a plural follow, with at most an adjective between?"""
    i = view.at(quantity.end)
    tags = view.w.tag[i : i + 2]
    return tags[:1] == ["NNS"] or (tags[1:] == ["NNS"] and view.w.pos[i] == "ADJ")


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
