"""Intervals drawn as bars on a common scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from newsclaim.models.comparison import Position

_WIDTH = 16


def scale_of(positions: Sequence[Position]) -> tuple[float, float]:
    """Return the lowest and highest number that positions name."""
    numbers = [n for p in positions for n in (p.value, p.low, p.high) if n is not None]
    return min(numbers, default=0.0), max(numbers, default=0.0)


def bar(position: Position, scale: tuple[float, float]) -> str:
    """Return a position as a line of fixed width: a point, a stretch, or a stretch that is open on a side."""
    low = position.value if position.low is None else position.low
    high = position.value if position.high is None else position.high
    first = 0 if low is None else _cell(low, scale)
    last = _WIDTH - 1 if high is None or _is_open(position) else _cell(high, scale)
    cells = ["·"] * _WIDTH
    for cell in range(first, last + 1):
        cells[cell] = "─"
    cells[first] = "◀" if low is None else "●" if first == last else "├"
    if first != last:
        cells[last] = "▶" if high is None or _is_open(position) else "┤"
    return "".join(cells)


def _is_open(position: Position) -> bool:
    return position.value is not None and position.high is None and position.low is not None


def _cell(number: float, scale: tuple[float, float]) -> int:
    low, high = scale
    if math.isclose(low, high):
        return 0
    return min(_WIDTH - 1, max(0, round((number - low) / (high - low) * (_WIDTH - 1))))
