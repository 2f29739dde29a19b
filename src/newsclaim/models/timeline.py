"""The answer to `timeline`: how the numbers of each question went, oldest first."""

from __future__ import annotations

from typing import Literal

from newsclaim.models.base import Model
from newsclaim.models.comparison import GroupVerdict

#: How a point stands to the one before: the first one, more or less than it, or another account of the same time.
Step = Literal["first", "up", "down", "beside", "denied"]


class Point(Model):
    """A number at the time that it was first told: who told it, and how it stands to the number before.

    `day` is the day that the claim holds for (ISO), `text` the article's own phrase.
    """

    day: str | None
    text: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    step: Step = "first"
    holders: tuple[str, ...] = ()
    articles: int = 0
    claims: tuple[str, ...] = ()


class Line(Model):
    """One question with its points in order of time."""

    id: str
    label: str
    verdict: GroupVerdict
    points: tuple[Point, ...] = ()


class Timeline(Model):
    """The questions of a topic over time; `size` counts those too that a limit has cut off."""

    topic: str
    title: str = ""
    size: int = 0
    questions: tuple[Line, ...] = ()

    def to_dicts(self) -> list[dict[str, str | float | int | None]]:
        """Return each point of each question as plain values, for a frame of pandas or polars."""
        return [
            {
                "question": line.id, "label": line.label, "verdict": line.verdict, "day": one.day, "step": one.step,
                "text": one.text, "value": one.value, "low": one.low, "high": one.high,
                "holders": "; ".join(one.holders), "articles": one.articles,
            }
            for line in self.questions
            for one in line.points
        ]  # fmt: skip
