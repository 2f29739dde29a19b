"""Which place of its own sentence a number belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsclaim.extraction.numbers.fields.places.led import LISTS
from newsclaim.extraction.numbers.fields.places.spots import Spot
from newsclaim.lexicon import words

#: A place that opens the sentence holds for all of it.
_LEADING = 9
#: Farther than this no place is looked for; nearer than `_NEAR` it is taken.
_REACH, _NEAR = 420, 130
#: So near behind what is counted a place is its own, though it be that of who speaks.
_BESIDE = 12


#: Between a number and a place these open a clause that may be elsewhere.
_CLAUSE = re.compile(r"\b(?:while|which|who|whose|when|where|after|before|because|although|until)\b")


#: A clause that tells what happened at the place before it ("from Tarn, where a blast killed 12").
_THERE = re.compile(r"^(?:(?:,|\s+and)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)*,?\s+where\b")


def place_of(text: str, found: Sequence[Spot], span: tuple[int, int], opening: int, *, measured: bool) -> Spot | None:
    """Return the place nearest to a claim without another clause between; `opening` is where the sentence begins.

    An amount that is `measured` happens where it is told to, not where it comes from or goes to.
    """
    start, end = span
    low = bisect_left(found, start - _REACH, key=lambda spot: spot.start)
    high = bisect_left(found, end + _NEAR, key=lambda spot: spot.start)
    near = (spot for spot in found[low:high] if not (measured and _leads_away(spot)))
    scored = ((_distance(text, spot, start, end, opening), spot.start, spot) for spot in near)
    best = min((entry for entry in scored if entry[0] < _NEAR), default=None)
    return best[2] if best else None


def anywhere(text: str, found: Sequence[Spot], start: int, end: int) -> Spot | None:
    """Return the only place of a sentence however far it stands, of several the last one before the claim."""
    real = [s for s in found if not (_leads_away(s) or s.told or _meets(s, start, end) or _is_behind_only(s, start))]
    real = [s for s in real if s.led != "between" and not _parted(text, s, start, end)]
    return real[0] if len(real) == 1 else next((s for s in reversed(real) if s.end <= start), None)


def _leads_away(spot: Spot) -> bool:
    return spot.led in words(LISTS, "away")


def _meets(spot: Spot, start: int, end: int) -> bool:
    return spot.start < end and start < spot.end


#: What stands in brackets, or the rest of the one that the number stands in, parts nothing.
_BRACKETS = re.compile(r"\s\([^()\n]{0,80}\)|^[^()\n]{0,80}\)|\s\([^()\n]{0,80}$")


def _is_behind_only(spot: Spot, start: int) -> bool:
    """Is it where the clause behind it tells of, and not what stands before ("flew from Tarn, where 12 died")?"""
    return spot.led == "where" and start < spot.start


def _between(text: str, spot: Spot, start: int, end: int) -> str:
    return text[spot.end : start] if spot.end <= start else text[end : spot.start]


def _parted(text: str, spot: Spot, start: int, end: int) -> bool:
    return any(mark in _between(text, spot, start, end) for mark in ';:“”"')


def _distance(text: str, spot: Spot, start: int, end: int, opening: int) -> int:
    """Return how far a place is from a claim; commas, new clauses and directions away from it add to it."""
    if _meets(spot, start, end) or _is_behind_only(spot, start):
        return _REACH
    between = _BRACKETS.sub("", _between(text, spot, start, end))
    if spot.end <= start:
        between = _THERE.sub("", between)
    distance = len(between) + 70 * between.count(", ") + 200 * sum(between.count(mark) for mark in ';:“”"')
    distance += 60 * len(_CLAUSE.findall(between))
    beside = spot.start > start and len(between) < _BESIDE
    distance += 25 * _leads_away(spot) + 200 * (spot.told and not beside)
    if spot.start > start:
        return distance
    leads = (spot.opens or spot.start - opening <= _LEADING) and distance < 400 and spot.led != "part"
    return min(distance + 40, 100) if leads else distance + 40
