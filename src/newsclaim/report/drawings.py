"""Small drawings as SVG: numbers as intervals, numbers over time, counts as bars. All words are escaped."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from markupsafe import Markup

from newsclaim.models.comparison import Position
from newsclaim.models.stats import StatRow
from newsclaim.render.words import number
from newsclaim.text import visible

_WIDTH, _LEFT, _ROW, _EDGE = 640, 12, 22, 16
_HEIGHT = 150
#: From this ratio of the largest to the smallest number on, the scale counts factors.
_WIDE = 50
_FEWEST = 2


class _Scale:
    """Where numbers lie between two edges; in factors where they are far apart."""

    def __init__(self, numbers: Sequence[float], low: float, high: float) -> None:
        self._least, self._most = min(numbers), max(numbers)
        self._factors = self._least > 0 and self._most / self._least > _WIDE
        self._low, self._high = low, high

    def at(self, value: float) -> float:
        least, most, here = (self._kind(x) for x in (self._least, self._most, value))
        share = 0.5 if math.isclose(least, most) else (here - least) / (most - least)
        return round(self._low + share * (self._high - self._low), 1)

    def _kind(self, value: float) -> float:
        return math.log10(value) if self._factors else value


def intervals(positions: Sequence[Position]) -> Markup:
    """Return each position as a line from its lowest to its highest number; an arrow where it is open."""
    numbers = [n for p in positions for n in (p.value, p.low, p.high) if n is not None]
    if not numbers:
        return Markup()
    scale = _Scale(numbers, _LEFT + _EDGE, _WIDTH - _EDGE)
    rows = [_interval(position, scale, _ROW * k + _ROW / 2) for k, position in enumerate(positions)]
    foot = _ROW * len(positions) + 12
    ends = Markup('<text x="{}" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>').format(
        scale.at(min(numbers)), foot, number(min(numbers)), scale.at(max(numbers)), foot, number(max(numbers))
    )
    label = "; ".join(position.text for position in positions)
    return _drawing(foot + 6, f"Numbers as intervals: {label}", [*rows, ends] if min(numbers) < max(numbers) else rows)


def _interval(position: Position, scale: _Scale, y: float) -> Markup:
    low = position.value if position.low is None else position.low
    high = position.value if position.high is None else position.high
    start = _LEFT if low is None else scale.at(low)
    end = _WIDTH - 2 if high is None else scale.at(high)
    if position.value is not None and position.low is not None and position.high is None:
        end = _WIDTH - 2
    parts = [Markup('<line x1="{}" y1="{}" x2="{}" y2="{}"/>').format(start, y, end, y)]
    if low is not None:
        parts.append(Markup('<circle cx="{}" cy="{}" r="4"/>').format(scale.at(low), y))
    if high is not None and high != low:
        parts.append(Markup('<circle cx="{}" cy="{}" r="4"/>').format(scale.at(high), y))
    kind = "denied" if position.denied else "position"
    return Markup('<g class="{}"><title>{}</title>{}</g>').format(kind, visible(position.text), Markup().join(parts))


def over_time(positions: Sequence[Position]) -> Markup:
    """Return positions by the day on which they were first claimed; nothing where days or numbers are all the same."""
    dated = [(_day(p.first), n, p) for p in positions if (n := _number(p)) is not None and _day(p.first) is not None]
    points = [(when, number, position) for when, number, position in dated if when is not None]
    if len({when for when, _, _ in points}) < _FEWEST:
        return Markup()
    x = _Scale([when for when, _, _ in points], _LEFT + _EDGE, _WIDTH - _EDGE)
    y = _Scale([amount for _, amount, _ in points], _HEIGHT - 34, 14)
    dots = [
        Markup('<g class="{}"><title>{}: {}</title><circle cx="{}" cy="{}" r="5"/></g>').format(
            "denied" if position.denied else "position",
            position.first,
            visible(position.text),
            x.at(when),
            y.at(amount),
        )
        for when, amount, position in points
    ]
    days = sorted(position.first or "" for _, _, position in points)
    axis = Markup('<line class="axis" x1="{0}" y1="{2}" x2="{1}" y2="{2}"/>').format(_LEFT, _WIDTH - 2, _HEIGHT - 22)
    labels = Markup('<text x="{}" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>').format(
        _LEFT, _HEIGHT - 6, days[0], _WIDTH - 2, _HEIGHT - 6, days[-1]
    )
    return _drawing(_HEIGHT, "Numbers by the day on which they were first claimed", [axis, labels, *dots])


def bars(rows: Sequence[StatRow]) -> Markup:
    """Return how many quotes each group has, as bars."""
    most = max((row.quotes for row in rows), default=0)
    if not most:
        return Markup()
    drawn = [
        Markup('<g><title>{0}: {1}</title><rect x="220" y="{2}" width="{3}" height="14" rx="2"/>'
               '<text x="212" y="{4}" text-anchor="end">{0}</text><text x="{5}" y="{4}">{1}</text></g>').format(
            _short(row.group), row.quotes, _ROW * k + 4, round(360 * row.quotes / most, 1), _ROW * k + 15,
            round(226 + 360 * row.quotes / most, 1),
        )
        for k, row in enumerate(rows)
    ]  # fmt: skip
    return _drawing(_ROW * len(rows), "Quotes by group", drawn)


def _drawing(height: float, label: str, parts: Sequence[Markup]) -> Markup:
    head = Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">').format(_WIDTH, height, visible(label))
    return head + Markup().join(parts) + Markup("</svg>")


def _number(position: Position) -> float | None:
    known = [n for n in (position.value, position.low, position.high) if n is not None]
    return known[0] if known else None


def _day(text: str | None) -> float | None:
    try:
        return float(dt.date.fromisoformat((text or "")[:10]).toordinal())
    except ValueError:
        return None


def _short(text: str) -> str:
    plain = visible(text)
    return plain if len(plain) <= 30 else plain[:29] + "…"
