"""Two numbers that are one measure in two units: "five feet two inches", "two years and nine months", "2 euros 50"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from newsclaim.extraction.numbers import quantity
from newsclaim.extraction.numbers.quantity import Quantity

_INCHES = re.compile(r"\s?(?:and\s+|,\s)?")
#: A time in parts: what is the smaller of a unit, and how many make one.
_CLOCK = {"hour": ("minute", 60), "minute": ("second", 60)}
#: The same of longer times and of weights, which only "and" or nothing joins ("a year, six months of it in Tarn").
_LARGER = {"year": ("month", 12), "week": ("day", 7), "day": ("hour", 24), "pound": ("ounce", 16)}
_AND = re.compile(r"\s(?:and\s)?")
_CENTS = re.compile(r"(?:\s+and)?\s+")
_ENDS = re.compile(r"\s*(?:[.,;)]|$)")


def joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with composed measures made one."""
    return quantity.joined(quantities, partial(_composed, text))


def _composed(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    gap = text[left.end : right.start]
    if left.value is None or right.value is None or len(gap) > 8:
        return None
    if left.unit == "foot" and right.unit == "inch" and _INCHES.fullmatch(gap) and right.value < 12:
        return _one(left, right, left.value + right.value / 12, "feet-and-inches")
    if _INCHES.fullmatch(gap) and (part := _part_of(left, right, _CLOCK)) is not None:
        return _one(left, right, left.value + part, "clock")
    if _AND.fullmatch(gap) and (part := _part_of(left, right, _LARGER)) is not None:
        return _one(left, right, left.value + part, "in-parts")
    return _in_coins(text, left, right) if _CENTS.fullmatch(gap) else None


def _in_coins(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return an amount with its coins as one ("15 dollars 50")."""
    if left.value is None or right.value is None or not (_is_amount(left, right) and _are_coins(text, left, right)):
        return None
    made = _one(left, right, left.value + (right.value if right.unit else right.value / 100), "coins")
    made.measure, made.unit = "money", "GBP" if left.unit == "pound" else left.unit
    return made


def _part_of(left: Quantity, right: Quantity, parts: Mapping[str, tuple[str, int]]) -> float | None:
    """Return what a smaller measure is of the larger one before it ("2 hours 1 minute"), None where it is no part."""
    part, many = parts.get(_last_unit(left), ("", 1))
    if right.unit != part or right.value is None or right.value >= many:
        return None
    many *= 60 if left.unit == "hour" and part == "second" else 1
    return right.value / many


def _last_unit(left: Quantity) -> str:
    """Return the unit of a number, of a time that is composed already its smaller one."""
    return "minute" if left.rule == "clock" else left.unit or ""


def _one(left: Quantity, right: Quantity, value: float, rule: str) -> Quantity:
    """Return both as one, of what the second measures: a pound may be money, its ounces are not."""
    value = float(f"{value:.12g}")
    return Quantity(
        left.number, left.start, right.end, left.shown_start, right.shown_end, left.front, value, unit=left.unit,
        measure=right.measure, per=right.per or left.per, rule=rule,
    )  # fmt: skip


def _is_amount(left: Quantity, right: Quantity) -> bool:
    """Is it money, or pounds that pence behind them make money ("2 pounds 40 pence")?"""
    return left.measure == "money" or (left.unit == "pound" and right.unit == "GBP")


def _are_coins(text: str, left: Quantity, right: Quantity) -> bool:
    """Is the second amount the coins of the first ("15 dollars and 50 cents", "15 dollars 50")?"""
    if right.unit is not None:
        same = left.unit in (right.unit, "pound") or "cent" in text[right.start : right.end].lower()
        return same and right.rule == "coins"
    small = right.value is not None and 9 < right.value < 100 and right.value == int(right.value)
    return small and left.end > left.shown_end and _ENDS.match(text, right.end) is not None
