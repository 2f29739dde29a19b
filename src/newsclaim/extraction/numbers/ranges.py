"""Two numbers that make one quantity: "between 3 and 5", "10-12", "three or four", "1 in 5"."""

from __future__ import annotations

import re
from functools import partial

from newsclaim.extraction.numbers import quantity
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.ratios import ratio_of
from newsclaim.extraction.numbers.reading.hedges import bounds

_DASH = re.compile(r"\s?[-–—‒−~]\s?|-\s+to\s+|-to-|\s+(?:to|through|till|until)\s+")
_OR = re.compile(r"\s+or\s+(?:even\s+)?")
_AND = re.compile(r"\s+and\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+ages\s+of\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
#: No two ends of a range stand farther apart.
_LONGEST_GAP = 24


def joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with neighbours joined into ranges and ratios; two values in time stay two."""
    return quantity.joined(quantities, partial(_join, text))


def _join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    if left.number.form == "range" or right.earlier is not None or left.earlier is right or left.step or right.rival:
        return None
    gap = text[left.end : right.start]
    if len(gap) > _LONGEST_GAP:
        return None
    made = (rule(text, left, right, gap) for rule in (_two_bounds, _ratio, _multiples, _range))
    return next((one for one in made if one is not None), None)


def _merged(left: Quantity, right: Quantity, rule: str) -> Quantity:
    return Quantity(
        left.number, left.start, right.end, left.shown_start, right.shown_end, left.front, left.value,
        unit=right.unit or left.unit, measure=right.measure or left.measure, per=right.per or left.per,
        qualifier=left.qualifier, rule=rule,
    )  # fmt: skip


def _ratio(text: str, left: Quantity, right: Quantity, _gap: str) -> Quantity | None:
    value = ratio_of(text, left, right)
    if value is None:
        return None
    made = _merged(left, right, "ratio")
    made.value = value
    made.low, made.high = bounds(made.qualifier, value)
    made.number.form = "ratio"
    return made


def _multiples(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    """Join two multiples ("50 to 100 times more", "between 2 and 10 times as dear")."""
    if right.rule != "multiple" or left.measure is not None or left.number.form != "point":
        return None
    between = _BETWEEN.search(text, max(0, left.start - 24), left.start)
    either = _OR.fullmatch(gap) is not None
    if left.value is None or right.value is None or left.value >= right.value:
        return None
    if not _joins(gap, between=between is not None, either=either):
        return None
    made = _merged(left, right, right.rule)
    made.start = between.start() if between else made.start
    return _bounded(made, left.value, right.value)


def _bounded(made: Quantity, low: float, high: float) -> Quantity:
    made.value, made.low, made.high = None, low, high
    made.number.form = "range"
    made.qualifier = "range" if made.qualifier == "exact" else made.qualifier
    return made


def _range(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    if not _same_unit(left, right):
        return None
    between = _BETWEEN.search(text, max(0, left.start - 24), left.start)
    either = _OR.fullmatch(gap) is not None and _close(left, right)
    ends = _ends(left, right) if _joins(gap, between=between is not None, either=either) else None
    if ends is None or not (between or either or _rises(left, right, gap)):
        return None
    made = _merged(left, right, "range")
    begin = between or (_FROM.search(text, max(0, left.start - 8), left.start) if "to" in gap else None)
    made.start = begin.start() if begin else made.start
    if left.qualifier == "exact" and right.start == right.front:
        made.qualifier = right.qualifier  # "10 to 12 or more"
    return _bounded(made, *ends)


def _joins(gap: str, *, between: bool, either: bool) -> bool:
    """Do the words between two numbers join them into a range?"""
    return either or _DASH.fullmatch(gap) is not None or (between and _AND.fullmatch(gap) is not None)


def _same_unit(left: Quantity, right: Quantity) -> bool:
    if left.number.form == "ratio" or right.number.form == "ratio":
        return False
    if left.unit and right.unit:
        return left.unit == right.unit or (left.measure == right.measure == "money" and "$" in (left.unit + right.unit))
    return left.measure == "money" if right.unit is None and left.unit else True


def _close(left: Quantity, right: Quantity) -> bool:
    """May "A or B" be one estimate ("three or four", "one or two hundred")? Only when the numbers are neighbours."""
    ends = _ends(left, right)
    if ends is None or left.value is None or right.value is None or left.per:
        return False
    return left.value < right.value and 0 < ends[0] < ends[1] <= max(ends[0] * 2, ends[0] + 2)


def _ends(left: Quantity, right: Quantity) -> tuple[float, float] | None:
    """Return the bounds of a range; "10 to 12 thousand" shares its last factor."""
    low = left.low if left.value is None else left.value
    high = right.high if right.value is None else right.value
    if low is None or high is None:
        return None
    scale = right.number.scale
    if scale > 1 and left.number.scale == 1 and right.value is not None and 0 < low < right.value / scale:
        low *= scale
    return (low, high) if low <= high else (high, low)


def _rises(left: Quantity, right: Quantity, gap: str) -> bool:
    """Is "A-B" a range rather than a result ("3-2"), a spelled number or a modifier?"""
    if left.value is None or right.value is None:
        return True
    if left.value >= right.value:
        return left.value < 0 or right.value < 0 or ("to" in gap and left.unit is not None and left.value > right.value)
    return not (left.value < 0 and not left.number.digits)


#: Behind a comma alone "up to 40" may be told of others ("at least 12 died, up to 40 were hurt").
_BOTH = re.compile(r"\s*,?\s*\b(?:and|but)\b\s*|,\s+(?=at\s+most\b)")
_ABOVE, _BELOW = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})


def _two_bounds(text: str, left: Quantity, right: Quantity, _gap: str) -> Quantity | None:
    """Join a lower and an upper bound for one thing into a range ("more than 10 and less than 20")."""
    if left.value is None or right.value is None or not (left.unit == right.unit or left.unit is None):
        return None
    both = _BOTH.match(text, left.end)
    if both is None or both.end() != right.start:
        return None
    if left.qualifier in _ABOVE and right.qualifier in _BELOW:
        low, high = left.value, right.value
    elif left.qualifier in _BELOW and right.qualifier in _ABOVE:
        low, high = right.value, left.value
    else:
        return None
    made = _merged(left, right, "two-bounds")
    made.qualifier = "exact"
    return _bounded(made, low, high) if low < high else None
