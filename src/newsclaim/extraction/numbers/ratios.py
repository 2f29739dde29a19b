"""Two numbers that are one ratio: "1 in 5", "two out of three", "by two to one", "odds of five to one"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity

_IN = re.compile(r"[\s-]+(?P<word>in(?:\s+every)?|out\s+of(?:\s+every)?|of\s+every|for\s+every)[\s-]+")
_TO = re.compile(r"\s+to\s+|-to-|:|[-–]")
_PERIOD_AFTER = re.compile(
    r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|seats|games|matches|innings|cities|towns|countries)\b"
)
_ODDS_BEFORE = re.compile(r"\b(?:by|odds|ratios?|outnumber\w*|margins?)\s+(?:of\s+)?(?:\w+\s+)?$")
_ODDS_BEHIND = re.compile(r"[\s-]+(?:odds|ratio|margin|shot|favou?rite|outsider|underdog|against|on)s?\b")
#: No side of a ratio "A to B" is larger.
_LARGEST = 20


def ratio_of(text: str, left: Quantity, right: Quantity) -> float | None:
    """Return the value of "1 in 5", "two to one"; None where the two are no ratio."""
    if left.unit or right.unit or not left.value or not right.value or left.number.form != "point":
        return None
    gap = text[left.end : right.start]
    if match := _IN.fullmatch(gap):
        told = _is_share(match["word"], left.value, right.value) and not _PERIOD_AFTER.match(text, right.end)
        return left.value / right.value if told else None
    return left.value / right.value if _TO.fullmatch(gap) and _are_odds(text, left, right) else None


def _is_share(word: str, above: float, below: float) -> bool:
    """Tell "1 in 5" from "12 in six boxes" and "29 out of 30 charges"."""
    if above >= below or above <= 0 or above != int(above):
        return False
    if "every" in word:
        return True
    round_base = below >= 100 and str(int(below)).strip("0") in ("1", "2", "5")
    common = below <= 10 or below in (12, 15, 20, 25, 50) or round_base
    return (common and above <= 10) or (word == "in" and above == 1 and below < 1900)


def _are_odds(text: str, left: Quantity, right: Quantity) -> bool:
    """Tell "two to one", "odds of 5 to 1" from votes ("passed 12 to 3") and results."""
    above, below = left.value or 0, right.value or 0
    if above != int(above) or below != int(below):
        return False
    if text[left.end : right.start] in ("-", "–"):
        return above > below == 1 and is_offered(text, right.end)
    if not 0 < max(above, below) <= _LARGEST:
        return False
    words = not left.number.digits and not right.number.digits
    told = _ODDS_BEHIND.match(text, right.end) or _ODDS_BEFORE.search(text, max(0, left.start - 30), left.start)
    return (words and below == 1 and above > 1) or (told is not None and below < above)


_OFFERED = re.compile(r"\s+(?:odds|shot|favou?rite|outsider|underdog|to\s+win)s?\b")


def is_offered(text: str, end: int) -> bool:
    """Do words of betting stand behind odds written with a dash ("4,000-1 outsiders", "20-1 to win")?"""
    return _OFFERED.match(text, end) is not None
