"""What is said of two positions of a question, and what the rules ask of them: their days, articles and words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsclaim.compare.positions import Held, days_of
from newsclaim.compare.wording import number_of, who
from newsclaim.lexicon import load
from newsclaim.models.comparison import Axis, Verdict


@dataclass(frozen=True, slots=True)
class Stands:
    """A verdict on two positions, the axis they differ on, and the reason in one sentence that names both.

    `rule` is the name of the rule that gave it.
    """

    verdict: Verdict
    axis: Axis
    reason: str
    rule: str = ""


def stands(verdict: Verdict, axis: Axis, *words: Held | str) -> Stands:
    """Return a verdict with its reason: words, and positions where their numbers and holders stand."""
    told = " ".join(word if isinstance(word, str) else _told(word) for word in words)
    return Stands(verdict, axis, f"{told}.".replace(" :", ":").replace(" ,", ","))


def _told(held: Held) -> str:
    return f"{number_of(held.fact)} ({who(held)}{', ' + held.last if held.last else ''})"


def articles(a: Held, b: Held) -> set[str]:
    """Return the articles in which some position is told."""
    return {f.article for f in (*a.facts, *b.facts)}


def changed(held: Held) -> bool:
    """Whether words of change tell it: "rises to", "revised"."""
    return any(f.trend or f.event in load("compare")["change"]["words"] for f in held.facts)


def days_between(first: str, last: str) -> int:
    """Return the days from one date to another; undated ones are taken to be of one day."""
    if not first or not last:
        return 0
    try:
        return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    except ValueError:
        return 0


def begins(held: Held) -> str:
    """Return the first day that a position holds for, "" where nothing is dated."""
    return next(iter(days_of(held.facts)), "")


def ends(held: Held) -> str:
    """Return the last day that a position holds for, "" where nothing is dated."""
    return next(iter(reversed(days_of(held.facts))), "")
