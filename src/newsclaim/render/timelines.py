"""Timelines → lines: a question, then a line for each change, with the number drawn to scale."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.models.timeline import Line as Question
from newsclaim.models.timeline import Point, Timeline
from newsclaim.render.comparisons import Line
from newsclaim.render.sheet import clean

_WIDTH = 16
_EIGHTHS = " ▏▎▍▌▋▊▉█"
#: A word goes before colour and drawing: what each step is called.
_WORDS = {"first": "", "up": "up", "down": "down", "beside": "also", "denied": "denied"}
_MOST_HOLDERS = 2


def lines(found: Timeline) -> Iterator[Line]:
    """Yield each question with its points, oldest first."""
    yield Line(clean(found.title or found.topic), "bold underline")
    for question in found.questions:
        yield Line("")
        yield Line(f"{clean(question.label)}  [{question.id}]", "bold")
        yield from _points(question)


def _points(question: Question) -> Iterator[Line]:
    top = max((size_of(point) for point in question.points), default=0.0)
    for point in question.points:
        more = len(point.holders) - _MOST_HOLDERS
        who = ", ".join(point.holders[:_MOST_HOLDERS]) + (f" and {more} more" if more > 0 else "")
        words = " · ".join(filter(None, (clean(point.text), clean(who), _WORDS[point.step])))
        drawn = f"  {point.day or 'undated':10}  {column(size_of(point), top)}  "
        yield Line(drawn + words, hang=len(drawn))


def size_of(point: Point) -> float:
    """Return the number that a point is drawn by: its value, else a bound."""
    return next((n for n in (point.value, point.low, point.high) if n is not None), 0.0)


def column(number: float, top: float) -> str:
    """Return a bar of fixed width, filled to the share of the largest number."""
    eighths = round(max(0.0, number) / top * _WIDTH * 8) if top > 0 else 0
    whole, rest = divmod(eighths, 8)
    return (_EIGHTHS[8] * whole + (_EIGHTHS[rest] if rest else "")).ljust(_WIDTH)
