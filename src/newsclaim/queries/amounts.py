"""Amounts as people type them: 3000, 3,000, 10m, 1.5bn, 2 million, 10m..12m, 5000.. and ..300."""

from __future__ import annotations

import re

_SCALES = {
    "": 1.0, "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "t": 1e12, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_AMOUNT = re.compile(r"(-?\d[\d,_]*(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)


def stretch(text: str) -> tuple[float | None, float | None] | None:
    """Return the lowest and highest number that were typed, None for an open end; None when it is no amount.

    A scale behind the second number alone holds for both: "10..12m" are 10 to 12 million.
    """
    ends = text.split("..")
    if len(ends) == 1:
        low = high = _amount(ends[0], "")
        return None if low is None else (low, high)
    if len(ends) != 2 or not any(end.strip() for end in ends):
        return None
    scale = _AMOUNT.fullmatch(ends[1].strip())
    shared = scale[2].lower() if scale else ""
    numbers = [_amount(end, shared) if end.strip() else None for end in ends]
    if any(end.strip() and number is None for end, number in zip(ends, numbers, strict=True)):
        return None
    low, high = numbers
    return (high, low) if low is not None and high is not None and low > high else (low, high)


def _amount(text: str, scale: str) -> float | None:
    found = _AMOUNT.fullmatch(text.strip())
    if not found:
        return None
    factor = _SCALES.get(found[2].lower() or scale)
    return None if factor is None else float(found[1].replace(",", "").replace("_", "")) * factor
