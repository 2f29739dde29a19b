"""Two numbers of two sides: "leads 49% to 46%", "passed 311-227", "by 5,210 votes to 4,877"; never a range."""

from __future__ import annotations

import re
from itertools import pairwise

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.ratios import ratio_of
from newsclaim.lexicon import words

_TO = re.compile(r"(?P<votes>\s+votes?)?(?:\s+to\s+|-to-)(?:just\s+|only\s+)?|(?P<dash>\s?[-–—‑]\s?)", re.IGNORECASE)
#: To a rival's own: "52 percent to Dabney's 48".
_TO_THEIRS = re.compile(r"(?:\s+votes?)?\s+to\s+(?:[A-Z][\w.’'-]*\s+){0,3}?[A-Z][\w.-]*['’]s?\s+")
#: One does more or less of it than the other: "raised more than Kamp, $2m to $1m".
COMPARED = re.compile(
    r"\b(?P<how>more|fewer|less)\s+(?:[a-z]+\s+)?than\s+(?P<other>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})"
    r"\s*[,:–—-]\s*(?:by\s+)?$"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
#: How far before and behind the pair a word may tell that two sides are meant.
_BEFORE, _BEHIND = 90, 40


def pair(text: str, quantities: list[Quantity]) -> None:
    """Mark the numbers of two sides as one another's rivals."""
    for left, right in pairwise(quantities):
        votes = text.startswith((" vote to ", " votes to "), left.end)  # "lost to Renn by 210 votes to 340"
        apart = left.earlier is None and right.earlier is None and (votes or not left.step)
        if apart and ratio_of(text, left, right) is None and _are_rivals(text, left, right):
            left.rival, right.rival = right, left
            left.paired = right.paired = "rivals"
            _share(left, right)


def _are_rivals(text: str, left: Quantity, right: Quantity) -> bool:
    gap = text[left.end : right.start]
    match = _TO.fullmatch(gap)
    theirs = match is None and _TO_THEIRS.fullmatch(gap) is not None
    if (match is None and not theirs) or not _one_kind(left, right) or left.value is None or right.value is None:
        return False
    if theirs or (match is not None and match["votes"]):
        return True
    if _is_range(text, left, right):
        return False
    if left.measure is not None and COMPARED.search(text, max(0, left.start - _BEFORE), left.start):
        return True
    near = set(_WORD.findall(text[max(0, left.start - _BEFORE) : left.start].lower().rpartition(". ")[2]))
    if near & words("numbers/rivals", "sides"):
        return True
    near |= set(_WORD.findall(text[right.end : right.end + _BEHIND].lower().partition(". ")[0]))
    falls = left.value >= right.value
    return falls and bool(near & words("numbers/rivals", "votes"))


#: No result is so small beside its rival, whose scale it shares ("3 to 5 million ballots").
_SMALL = 1000
_POINTS = re.compile(r"\s(?:percentage\s)?(?:points?|seats|states|medals|games|matches)\b")


def _is_range(text: str, left: Quantity, right: Quantity) -> bool:
    """Are they the two ends of one number ("by 10-12 points")?"""
    if (left.value or 0) >= (right.value or 0) or left.unit is not None:
        return False
    scaled = right.number.scale >= _SMALL > (left.value or 0)
    return scaled or _POINTS.match(text, right.shown_end) is not None


def _one_kind(left: Quantity, right: Quantity) -> bool:
    if left.measure in ("age", "duration", "distance") or left.number.form != "point" or right.number.form != "point":
        return False
    return left.unit == right.unit or right.unit is None or left.unit is None


def _share(left: Quantity, right: Quantity) -> None:
    """Give a side without a unit that of the other ("52 percent to 48")."""
    for one, other in ((left, right), (right, left)):
        if one.unit is None and other.measure in ("share", "money"):
            one.unit, one.measure = other.unit, other.measure
