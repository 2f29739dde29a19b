"""Units that stand once for two numbers: "45 and 50 mg", "240 million euros from 110 million"."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclaim.extraction.numbers.quantity import Quantity

_LISTED = re.compile(r"\s?(?:,|and|or|to|/|x|by|-|–|—)\s?|,\s+(?:and|or)\s+|-?\s+(?:and|or|to)\s+")
_YEAR, _DATED = (
    re.compile(r"(?:1[5-9]|20)\d\d"),
    re.compile(
        r"\b(?:in|since|of|by|during|until|for|from)\s+(?:(?:1[5-9]|20)\d\d\s+(?:and|or|to)\s+)?$", re.IGNORECASE
    ),
)
_MEASURES = frozenset({"distance", "measure", "share", "age", "duration", "money"})


def with_the_next(text: str, quantities: list[Quantity]) -> None:
    """Give a bare number the unit of the next one it is listed with ("45 and 50 mg", "8- to 16-metre")."""
    for right, left in pairwise(reversed(quantities)):
        if _may_share(left, right) and not _is_year(text, left) and _is_listed_with(text, left, right):
            left.unit, left.measure = right.unit, right.measure
            _as_coins(left, right)


def _may_share(left: Quantity, right: Quantity) -> bool:
    """May a number have the unit of the next one ("45 and 50 mg")? Not "fell by a third to 40,000 tonnes"."""
    if left.unit is not None or right.measure not in _MEASURES or left.value is None or right.value is None:
        return False
    return left.number.form != "fraction" or right.number.form == "fraction"


def _is_year(text: str, bare: Quantity) -> bool:
    year = _YEAR.fullmatch(text, bare.start, bare.end)
    return year is not None and _DATED.search(text, max(0, bare.start - 18), bare.start) is not None


def _is_listed_with(text: str, left: Quantity, right: Quantity) -> bool:
    """Does only a word or sign of a list stand between; a comma alone joins shares, a currency before it no amounts?"""
    gap = text[left.end : right.start]
    prefixed = right.measure == "money" and right.start < right.shown_start
    if len(gap) > 6 or prefixed or not _LISTED.fullmatch(gap):
        return False
    return "," not in gap or right.measure == "share"


def _as_coins(bare: Quantity, full: Quantity) -> None:
    """Read a bare number in the coins of the other one ("to 8 cents from 14")."""
    if full.rule != "coins" or bare.value is None or not full.value or not full.number.value:
        return
    factor = full.value / full.number.value
    bare.value = float(f"{bare.value * factor:.12g}")
    bare.low = bare.low if bare.low is None else float(f"{bare.low * factor:.12g}")
    bare.high = bare.high if bare.high is None else float(f"{bare.high * factor:.12g}")


#: Between an amount and a bare number of the same currency; a hedge may stand behind these words.
_AGAIN = re.compile(r"[^.;:]{0,60}?\b(?:from|to|and|or|against|with|than|versus|by)\s+(?:[a-z]+\s+)?")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)|\s+(?:a\s+(?:year|month|week|quarter|day)|in|last|the|earlier|one|at)\b")
#: Before the earlier of two amounts, so that it needs no scale to be one ("to 8 cents from 14").
_DOWN_FROM = re.compile(r"(?:\s+(?:a|per)\s+share)?,?\s+(?:(?:up|down)\s+)?from\s+")


#: The part of an amount that somebody gave ("sales of 13.2 billion euros last year, of which Tecton gave 3.9 billion").
_OF_WHICH = re.compile(r"[^.;:]{0,30}?,\s+of\s+which\s+[^.;:]{0,40}")

#: What is always money ("a turnover of 947 million pounds for a 107 million loss").
_RESULT = re.compile(
    r"\s+(?:(?:net|pre-?tax|operating|annual)\s+)?(?:loss|profit|turnover|revenue|debt|deficit|surplus|fine|loan|budget|grant)\b"
)
_NEAR = re.compile(r"[^.;:]{0,60}")


def with_the_amount_before(text: str, quantities: list[Quantity]) -> None:
    """Give a bare "110 million" the currency of the amount before it ("240 million euros from 110 million").

    Also a smaller number that the amount is said to have come from ("to 8 cents from 14").
    """
    for left, right in pairwise(quantities):
        if left.measure != "money" or right.unit is not None or right.number.end != right.end:
            continue
        if right.number.scale < 1e6:
            if _YEAR.fullmatch(text, right.start, right.end):
                continue
            if _DOWN_FROM.fullmatch(text, left.end, right.start) and _ENDS.match(text, right.end):
                right.unit, right.measure = left.unit, "money"
                _as_coins(right, left)
            continue
        gap = left.end, right.start
        again = (_AGAIN.fullmatch(text, *gap) or _OF_WHICH.fullmatch(text, *gap)) and _ENDS.match(text, right.end)
        if again or (_RESULT.match(text, right.end) and _NEAR.fullmatch(text, left.end, right.start)):
            right.unit, right.measure = left.unit, "money"
