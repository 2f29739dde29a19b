"""A question in the making: claims that answer it, and what they say on each axis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from newsclaim.compare.axes import counted, happened, owner, stage
from newsclaim.compare.axes.place import Place, told_place
from newsclaim.compare.scope import Scope
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact, Party

#: Smaller numbers are equal by chance.
TELLING = 3
#: Numbers from here on are rarely equal by chance.
RARE = 10
_WEEK = 7


@dataclass(slots=True)
class Question:
    """Claims that answer one question, and what they say on each axis.

    `key` is what claims of one question always share: unit, class, standing and the kind of scope. `home` is where the
    event of a claim without a place of its own happened; `days` are those on which it happened by its own words, `told`
    the numbers of those days, `periods` the stretches of time that sums and shares are for;
    `first` and `last` are the days of publication as numbers, 0 where nothing is dated. `section` is the part of the
    comparison that it stands in, where one was asked for.
    """

    key: tuple[object, ...]
    standing: Standing
    scope: Scope
    section: str | None = None
    facts: list[Fact] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    owners: dict[str, Party] = field(default_factory=dict)
    stages: set[str] = field(default_factory=set)
    places: set[Place] = field(default_factory=set)
    home: set[Place] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    told: set[tuple[str, float]] = field(default_factory=set)
    periods: set[tuple[str, str]] = field(default_factory=set)
    numbers: set[float] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    stories: set[tuple[str, ...]] = field(default_factory=set)
    whats: set[str] = field(default_factory=set)
    articles: dict[str, list[Fact]] = field(default_factory=dict)
    first: int = 0
    last: int = 0

    def add(self, fact: Fact, scope: Scope) -> None:
        """Take a claim in."""
        self.facts.append(fact)
        if fact.published:
            day = day_number(fact.published)
            self._cover(day, day)
        self.articles.setdefault(fact.article, []).append(fact)
        self.stories.add(scope.key)
        self.kinds.update(filter(None, (counted.kind_of(fact),)))
        self.stages.update(filter(None, (stage.stage_of(fact),)))
        if happened_on := happened.day_of(fact):
            self.days.add(happened_on)
            self.told.add((happened_on, number_told(fact) or 0.0))
        self.periods.update(filter(None, (happened.period_of(fact),)))
        self.sources.update(source.key for source in fact.sources)
        self.numbers.update(filter(None, (number_told(fact),)))
        if (key := owner.key_of(fact)) and fact.whose:
            self.owners[key] = fact.whose
        event = scope.event
        if where := told_place(fact, event.what if event else None):
            self.places.add(where)
        if fact.place:
            self.home.add((fact.place, fact.country))
        elif event and event.place:
            self.home.add((event.place, event.country))
        if event and event.what:
            self.whats.add(event.what)

    def join(self, other: Question) -> None:
        """Take another question's claims in."""
        self.facts += other.facts
        self._cover(other.first, other.last)
        for article, facts in other.articles.items():
            self.articles.setdefault(article, []).extend(facts)
        self.owners |= other.owners
        for name in (
            "kinds",
            "stages",
            "places",
            "home",
            "days",
            "told",
            "periods",
            "numbers",
            "sources",
            "stories",
            "whats",
        ):
            getattr(self, name).update(getattr(other, name))

    def _cover(self, first: int, last: int) -> None:
        if first:
            self.first, self.last = min(self.first or first, first), max(self.last, last)

    @property
    def where(self) -> set[Place]:
        """The places of its claims' own words, else those of their events."""
        return self.places or self.home

    def said(self) -> int:
        """Return on how many axes it says something."""
        return sum(map(bool, (self.kinds, self.owners, self.stages, self.places, self.days)))

    def features(self, *, number: bool, asking: bool = False) -> Iterator[tuple[object, ...]]:
        """Yield what another question must share one of to be held against this one.

        Args:
            number: whether only questions that hold the same number are looked for.
            asking: whether to yield what is looked for, which is less than what is kept: who has a place needs nobody
                who only tells of the same kind of event.
        """
        if number:
            yield from ((key, told) for key in self.stories for told in self.numbers)
        else:
            yield from ((key,) for key in self.stories)
        if not self.bound:
            yield from (("owner", key, min(self.kinds, default=None)) for key in self.owners)
            return
        rare = [(told, week) for told in self.numbers if told >= RARE for week in self.weeks()]
        yield from (("place", *one, place[0]) for one in rare for place in self.where)
        if not asking or not self.where:
            yield from (("what", *one, what) for one in rare for what in self.whats)
            yield from (("owner", *one, key) for one in rare for key in self.owners)
        yield from (("day", day, told) for day in self.days for told in self.numbers)
        yield from (("place", day, place[0]) for day in self.days for place in self.where)

    @property
    def bound(self) -> bool:
        """Whether its claims belong to one event each."""
        return happened.is_bound(self.facts[0].class_)

    def weeks(self) -> set[int]:
        """Return the weeks of its claims, and for those at their edge the next one too."""
        return {(day + shift) // _WEEK for day in (self.first, self.last) if day for shift in (0, 3)} or {0}


def number_told(fact: Fact) -> float | None:
    """Return the number that a claim names, None for one so small that others are equal to it by chance."""
    low, high = fact.number
    number = low if low is not None else high
    return number if number is not None and number >= TELLING else None


@cache
def day_number(day: str) -> int:
    """Return a day as a number, 0 for one that cannot be read."""
    try:
        return dt.date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0
