"""How much: whether the intervals that two hedged numbers allow meet."""

from __future__ import annotations

import math

from newsclaim.models.fact import Fact

#: "Some 10,000" and 9,876 agree: a rounded number stands for what rounds to it, and a little more.
_ABOUT = 0.1
#: What lies farther from a number than this share of it is no rounding: 10,000 is not 12,000.
_ROUNDING = 0.05
#: What is told by a vague word is so many times more or less in the end.
VAGUE = 5
#: A number with more digits is none that somebody has rounded.
_MOST_DIGITS = 3
Interval = tuple[float, float]
_BOUNDS = {"at_least": "low", "more_than": "low", "at_most": "high", "less_than": "high"}


def interval_of(fact: Fact) -> Interval | None:
    """Return the numbers that a claim's words allow, None when they name no number."""
    low, high = fact.number
    if low is None and high is None:
        return None
    if fact.value is not None:
        return _around(fact.value, fact.qualifier)
    return (low if low is not None else 0.0, high if high is not None else math.inf)


def _around(value: float, qualifier: str) -> Interval:
    match qualifier:
        case "at_least" | "more_than":
            return value, math.inf
        case "at_most" | "less_than":
            return 0.0, value
        case "approx":
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case _:
            return value, value


def meet(one: Interval, other: Interval, *, open_is_near: bool = True) -> bool:
    """Whether some number is allowed by both.

    "At least 3,000" is not held to allow a million, nor "up to 250" to allow 12: what is open reaches as far as twice
    the bound or half of it, unless `open_is_near` is False.
    """
    if open_is_near:
        one, other = _closed(one), _closed(other)
    return one[0] <= other[1] and other[0] <= one[1]


def _closed(interval: Interval) -> Interval:
    low, high = interval
    if math.isinf(high):
        return (low, 2 * low) if low > 0 else interval
    return (high / 2, high) if low == 0 else interval


def can_agree(one: Fact, other: Fact) -> bool:
    """Whether one account can mean the same by both numbers: "nearly 140" and 134, "some 30" and 31.

    Two lower or two upper bounds of different size are two numbers, although both can hold.
    """
    x, y = interval_of(one), interval_of(other)
    if x is None or y is None:
        return True
    if one.value is not None and other.value is not None:
        if (
            one.value != other.value
            and one.qualifier in _BOUNDS
            and _BOUNDS[one.qualifier] == _BOUNDS.get(other.qualifier)
        ):
            return rounds_to(one.value, other.value) or rounds_to(other.value, one.value)
        if rounds_to(one.value, other.value) or rounds_to(other.value, one.value):
            return True
    return meet(x, y, open_is_near=False)


def times(one: Fact, other: Fact) -> float:
    """Return how many times the smaller number goes into the larger one; nobody is taken for one."""
    small, large = sorted(fact.number[0] or fact.number[1] or 0.0 for fact in (one, other))
    return large / max(small, 1.0)


def times_beyond(one: Fact, other: Fact) -> float:
    """Return how many times the one goes into the other between the ends that lie nearest, 1 where they meet."""
    x, y = interval_of(one) or (0.0, 0.0), interval_of(other) or (0.0, 0.0)
    below, above = (x, y) if x[0] <= y[0] else (y, x)
    return max(1.0, above[0] / max(below[1], 1.0))


def rounds_to(rounded: float, exact: float) -> bool:
    """Whether the first number is the second one rounded ("1.4 million" for 1,398,204)."""
    if rounded <= 0 or exact <= 0 or rounded == exact or abs(exact - rounded) > exact * _ROUNDING:
        return False
    told = digits(rounded)
    if told >= digits(exact) or told > _MOST_DIGITS:
        return False
    step = 10.0 ** (math.floor(math.log10(rounded)) - told + 1)
    return bool(abs(exact - rounded) <= step / 2)


def digits(number: float) -> int:
    """Return how many digits of a number are told, without zeros at its end: 2 of 38,000,000."""
    return len(f"{number:.9e}".partition("e")[0].replace(".", "").rstrip("0"))
