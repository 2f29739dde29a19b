"""A question in the making: claims that answer it, and what they say on each axis."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeVar

from newsclaim.compare.axes import counted, happened, owner, stage
from newsclaim.compare.axes.place import Place, told_place
from newsclaim.compare.axes.standing import is_denial, standing_of
from newsclaim.compare.scope import Scope
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact, Party
from newsclaim.models.story import StoryEvent

#: Smaller numbers are equal by chance.
TELLING = 3
#: Numbers from here on are rarely equal by chance.
RARE = 10
#: Numbers from here on are hardly ever equal by chance.
LARGE = 100
_WEEK = 7
#: What another question must share one of to be held against this one.
Feature = tuple[object, ...]
_T = TypeVar("_T")
#: Most questions say nothing on most axes: they share one empty set.
_NOTHING: frozenset[str] = frozenset()
_NOWHERE: frozenset[Place] = frozenset()
_AXES = (
    "kinds", "stages", "places", "home", "days", "told", "periods", "numbers", "sources", "stories", "whats", "leads",
)  # fmt: skip


@dataclass(slots=True)
class Question:
    """Claims that answer one question, and what they say on each axis.

    `key` is what claims of one question always share: unit, class, standing and the kind of scope. `home` is where the
    event of a claim without a place of its own happened; `days` are those on which it happened by its own words, `told`
    the numbers of those days, `periods` the stretches of time that sums and shares are for;
    `other`: an article tells of it beside its story's event, as another thing; `leads`: articles that count it first.
    `bound`: each of its claims belongs to one event; `denied`: some number of it is said to be untrue. `lowest` and
    `highest` are the ends of its numbers. `first` and `last` are the days of publication as numbers, 0 where nothing is
    dated. `section` is the part of the comparison that it stands in, where one was asked for.
    """

    key: tuple[object, ...]
    standing: Standing
    scope: Scope
    section: str | None = None
    facts: list[Fact] = field(default_factory=list)
    kinds: AbstractSet[str] = _NOTHING
    owners: dict[str, Party] = field(default_factory=dict)
    stages: AbstractSet[str] = _NOTHING
    places: AbstractSet[Place] = _NOWHERE
    home: AbstractSet[Place] = _NOWHERE
    days: AbstractSet[str] = _NOTHING
    told: AbstractSet[tuple[str, float]] = frozenset()
    periods: AbstractSet[tuple[str, str]] = frozenset()
    numbers: AbstractSet[float] = frozenset()
    sources: AbstractSet[str] = _NOTHING
    stories: AbstractSet[tuple[str, ...]] = frozenset()
    whats: AbstractSet[str] = _NOTHING
    leads: AbstractSet[str] = _NOTHING
    articles: dict[str, list[Fact]] = field(default_factory=dict)
    other: bool = False
    bound: bool = False
    denied: bool = False
    lowest: float = math.inf
    highest: float = 0.0
    first: int = 0
    last: int = 0
    _all: bool | None = None

    def add(self, fact: Fact, event: StoryEvent | None) -> None:
        """Take in a claim that says the same on all axes as the one it was made of, and its article's event."""
        self.facts.append(fact)
        self._all = None
        self.denied = self.denied or is_denial(fact)
        if fact.published:
            day = day_number(fact.published)
            self._cover(day, day)
        self.articles.setdefault(fact.article, []).append(fact)
        if period := happened.period_of(fact):
            self.periods = _with(self.periods, (period,))
        if fact.sources:
            self.sources = _with(self.sources, [source.key for source in fact.sources])
        if where := told_place(fact, event.what if event else None):
            self.places = _with(self.places, (where,))
        if fact.place:
            self.home = _with(self.home, ((fact.place, fact.country),))
        elif event and event.place:
            self.home = _with(self.home, ((event.place, event.country),))
        if event and event.what:
            self.whats = _with(self.whats, (event.what,))

    def join(self, other: Question) -> None:
        """Take another question's claims in."""
        self.facts += other.facts
        self._all = None
        self._cover(other.first, other.last)
        self.lowest, self.highest = min(self.lowest, other.lowest), max(self.highest, other.highest)
        for article, facts in other.articles.items():
            self.articles.setdefault(article, []).extend(facts)
        self.owners |= other.owners
        self.other = self.other and other.other
        self.denied = self.denied or other.denied
        for name in _AXES:
            if more := getattr(other, name):
                setattr(self, name, _with(getattr(self, name), more))

    def _cover(self, first: int, last: int) -> None:
        if first:
            self.first, self.last = min(self.first or first, first), max(self.last, last)

    @property
    def where(self) -> AbstractSet[Place]:
        """The places of its claims' own words, else those of their events."""
        return self.places or self.home

    @property
    def all_of_them(self) -> bool:
        """Whether somebody tells the number without saying who: 52 civilians, elsewhere 52 people, are all of them.

        Men may be soldiers.
        """
        if not self.kinds or len(self.facts) == 1:
            return False
        if self._all is None:
            self._all = self._is_told_both_ways() or self._is_hardly_told()
        return self._all

    def _is_hardly_told(self) -> bool:
        """Whether most articles do not say who: what one of them calls women and children, others call those killed."""
        bare = {fact.article for fact in self.facts if counted.kind_of(fact) is None}
        return len(bare) > 1 and 2 * len(bare) > len(self.articles)

    def _is_told_both_ways(self) -> bool:
        """Whether one number is told with a noun and without."""
        told = {
            (number_told(fact) or 0.0, counted.kind_of(fact) is None) for fact in self.facts if fact.counted != "man"
        }
        return any(number >= RARE and (number, not bare) in told for number, bare in told)

    def said(self) -> int:
        """Return on how many axes it says something."""
        return sum(map(bool, (self.kinds, self.owners, self.stages, self.places, self.days)))

    def features(self, *, number: bool) -> tuple[list[Feature], list[Feature]]:
        """Return what is looked for among the features of others, and what else is kept for others to find.

        Who has a place needs nobody who only tells of the same kind of event.

        Args:
            number: whether only questions that hold the same number are looked for.
        """
        found: list[Feature] = (
            [(key, told) for key in self.stories for told in self.numbers]
            if number
            else [(key,) for key in self.stories]
        )
        if not self.bound:
            return found + self._unbound(), []
        rare = self._dated(RARE)
        kept: list[Feature] = [("what", *one, what) for one in rare for what in self.whats]
        kept += [("owner", *one, key) for one in rare for key in self.owners]
        return (found + self._there(rare), kept) if self.where else (found + self._there(rare) + kept, [])

    def _there(self, rare: list[tuple[float, int]]) -> list[Feature]:
        """Return by what the dead of one place and day are found in other stories."""
        found: list[Feature] = [("place", *one, place[0]) for one in rare for place in self.where]
        found += [("day", day, told) for day in self.days for told in self.numbers]
        return found + [("place", day, place[0]) for day in self.days for place in self.where]

    def _unbound(self) -> list[Feature]:
        """Return by what soldiers, sums and things are found in other stories: large numbers, and their owners."""
        large: list[Feature] = [("number", told, week) for told, week in self._dated(LARGE)]
        return large + [("owner", key, min(self.kinds, default=None)) for key in self.owners]

    def _dated(self, least: float) -> list[tuple[float, int]]:
        """Return the numbers of a size with the weeks in which they were published."""
        return [(told, week) for told in self.numbers if told >= least for week in _weeks(self.first, self.last)]

    @property
    def position(self) -> int:
        """Where the first of its claims stands in its article: what an article tells of comes before its background."""
        return min(fact.position for fact in self.facts)

    @property
    def least(self) -> str:
        """The smallest id of its claims."""
        return self.facts[0].id if len(self.facts) == 1 else min(fact.id for fact in self.facts)


class Said(NamedTuple):
    """What a claim's own words say of what it counts, each None where they say nothing."""

    kind: str | None
    whose: str | None
    stage: str | None
    day: str | None
    number: float | None


def said_by(fact: Fact) -> Said:
    """Return what a claim says on each axis."""
    return Said(
        counted.kind_of(fact), owner.key_of(fact), stage.stage_of(fact), happened.day_of(fact), number_told(fact)
    )


def question_of(fact: Fact, said: Said, scope: Scope, key: tuple[object, ...], section: str | None = None) -> Question:
    """Return the question that claims like this one answer, still without claims."""
    return Question(
        key, standing_of(fact), scope, section,
        kinds={said.kind} if said.kind else _NOTHING,
        owners={said.whose: fact.whose} if said.whose and fact.whose else {},
        stages={said.stage} if said.stage else _NOTHING,
        days={said.day} if said.day else _NOTHING,
        told={(said.day, _size(fact))} if said.day and fact.form != "vague" else frozenset(),
        numbers={said.number} if said.number is not None else frozenset(),
        stories={scope.key},
        bound=happened.is_bound(fact.class_),
        lowest=math.inf if said.number is None else said.number,
        highest=said.number or 0.0,
    )  # fmt: skip


def _size(fact: Fact) -> float:
    """Return the number of a claim, small ones too."""
    low, high = fact.number
    return low if low is not None else high or 0.0


@cache
def _weeks(first: int, last: int) -> tuple[int, ...]:
    """Return the weeks of two days, and for those at their edge the next one too."""
    return tuple({(day + shift) // _WEEK for day in (first, last) if day for shift in (0, 3)}) or (0,)


def _with(held: AbstractSet[_T], more: Collection[_T]) -> AbstractSet[_T]:
    """Return what is held with more; a set of its own grows in place."""
    if isinstance(held, set):
        held.update(more)
        return held
    return set(more)


def number_told(fact: Fact) -> float | None:
    """Return the number that a claim names, None for a vague word and a number that others equal by chance."""
    if fact.form == "vague":
        return None
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
