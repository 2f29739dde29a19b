"""Margins of error and confidence intervals: bounds of the number they belong to, no numbers of their own.

"43 percent, plus or minus 3 points", "9.8 ± 0.1", "43% (95% CI 40-46)", "a margin of error of 3 points".
"""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity

_EITHER_WAY = r"(?:\+/[-−]|\+[-−]|±|plus[\s-]or[\s-]minus|plus/minus)"
_BEHIND = re.compile(rf",?\s?[(\[]?\s?(?:{_EITHER_WAY})\s?")
_MARGIN = re.compile(
    rf"(?i)\b(?:margin\s+(?:of|for)\s+(?:sampling\s+)?|sampling\s+)error\s+(?:(?:of|is|was|at|stands?|stood)\s+)*(?:{_EITHER_WAY}\s?)?$"
)
_ALONE = re.compile(rf"{_EITHER_WAY}\s?$")
_CONFIDENCE = re.compile(
    r"[\s-](?:CI\b|confidence\s+(?:interval|level|limits?)\b)[\s:,=]*(?:of\s+|is\s+|was\s+)?[(\[]?"
)
_TO = re.compile(r"\s?[-–—,]\s?|\s+(?:to|and)\s+")
#: How far before an interval its number may stand.
_FAR = 40
_END = re.compile(r"[.;]\s|\n")


def taken_in(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities without margins and intervals, which have given their bounds to what they belong to."""
    found: list[Quantity] = []
    k = 0
    while k < len(quantities):
        one = quantities[k]
        interval = _interval(text, quantities, k)
        if interval:
            _bound(text, found[-1] if found else None, one, interval)
            k += len(interval) + 1
            continue
        if not _is_margin(text, one, found):
            found.append(one)
        k += 1
    return found


def _interval(text: str, quantities: list[Quantity], k: int) -> list[Quantity]:
    """Return the two ends of the interval that a level of confidence opens ("95% CI 40-46"), [] for none."""
    one, ends = quantities[k], quantities[k + 1 : k + 3]
    match = _CONFIDENCE.match(text, one.end) if one.measure == "share" else None
    if match is None or len(ends) < 2 or ends[0].start > match.end():
        return []
    return ends if _TO.fullmatch(text, ends[0].end, ends[1].start) else []


def _bound(text: str, before: Quantity | None, level: Quantity, ends: list[Quantity]) -> None:
    low, high = ends[0].value, ends[1].value
    near = before is not None and level.start - before.end < _FAR and not _END.search(text, before.end, level.start)
    if near and before is not None and before.value is not None and low is not None and high is not None:
        before.low, before.high = low, high


def _is_margin(text: str, one: Quantity, found: list[Quantity]) -> bool:
    """Is the number a margin? It gives its bounds to the number just before, or to the shares of its sentence."""
    if one.value is None:
        return False
    before = found[-1] if found else None
    if before is not None and before.value is not None and _BEHIND.fullmatch(text, before.end, one.start):
        _spread(before, one)
        before.unit, before.measure = before.unit or one.unit, before.measure or one.measure
        if text[before.end : one.start].strip()[:1] not in ("(", "["):
            before.end = one.end
        return True
    if _MARGIN.search(text, max(0, one.start - 60), one.start) is None:
        return _ALONE.search(text, max(0, one.start - 16), one.start) is not None
    for share in reversed(found):
        if share.measure != "share" or _END.search(text, share.end, one.start):
            break
        _spread(share, one)
    return True


def _spread(middle: Quantity, margin: Quantity) -> None:
    if middle.value is not None and margin.value is not None:
        middle.low, middle.high = _exact(middle.value - margin.value), _exact(middle.value + margin.value)


def _exact(value: float) -> float:
    return float(f"{value:.12g}")
