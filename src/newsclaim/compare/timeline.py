"""Answers → how each question's number went: a point where it changes, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsclaim.compare.answers import Answer
from newsclaim.compare.axes import amount
from newsclaim.compare.positions import Held, as_of
from newsclaim.compare.present import label_of
from newsclaim.compare.wording import phrase_of
from newsclaim.models.timeline import Line, Point, Step, Timeline


def timeline_of(topic: str, title: str, answers: Sequence[Answer], phrases: Mapping[str, str], size: int) -> Timeline:
    """Return the timeline of a topic's answers.

    Args:
        topic: its name.
        title: how it is shown.
        answers: the questions with their positions.
        phrases: the articles' own words, by id of the first claim of each number.
        size: how many questions there are in all.
    """
    lines = tuple(
        Line(id=a.id, label=label_of(a), verdict=a.verdict, points=tuple(_points(a, phrases))) for a in answers
    )
    return Timeline(topic=topic, title=title, size=size, questions=lines)


def _points(answer: Answer, phrases: Mapping[str, str]) -> Iterator[Point]:
    """Yield the points of a question; of one day what has given way to another number, then the other number."""
    before: Held | None = None
    given_way = {fact.id for n in answer.superseded for fact in answer.held[n].facts}

    def place(held: Held) -> tuple[object, ...]:
        gone = any(fact.id in given_way for fact in held.facts)
        replaces = any(fact.from_ in given_way for fact in held.facts)
        return _begins(held)[0], not gone, not replaces, _begins(held)

    for one in sorted(answer.held, key=place):
        yield Point(
            day=_begins(one)[0] or None, text=phrase_of(one, phrases), value=one.fact.value, low=one.fact.low,
            high=one.fact.high, step=_step(before, one), holders=tuple(p.name for p in one.holders()),
            articles=len({f.article for f in one.facts}), claims=tuple(f.id for f in one.facts),
        )  # fmt: skip
        before = before if one.denied else one


def _begins(held: Held) -> tuple[str, float, str]:
    days = [day for fact in held.facts if (day := as_of(fact))]
    return (min(days, default=""), held.size, held.fact.id)


def _step(before: Held | None, one: Held) -> Step:
    """Return how a number follows the one before; "at least 70" after "at least 75" is no fall."""
    if one.denied:
        return "denied"
    if before is None:
        return "first"
    if one.size == before.size:
        return "beside"
    replaces = {fact.from_ for fact in one.facts} & {fact.id for fact in before.facts}
    if _begins(one)[0] == _begins(before)[0] and not replaces:
        return "beside"
    if one.size > before.size:
        return "up"
    return "down" if replaces or not amount.meet(one.interval, before.interval) else "beside"
