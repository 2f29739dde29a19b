"""Claims → questions: those that every axis but time and amount lets stand side by side.

Claims that say the same on all axes form a cell; cells that differ on none are joined, where there is enough that
speaks for it: no axis is left open by one of them, or both hold the same number, or nobody else could be meant. How
close two numbers are never counts: conflicts are far apart by nature.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsclaim.compare.axes import counted, owner, place, stage, standing
from newsclaim.compare.scope import Scope
from newsclaim.config import Topic
from newsclaim.lexicon import load
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact

#: Smaller numbers are equal by chance.
_TELLING = 3
#: A claim with the event it belongs to.
Placed = tuple[Fact, Scope]
_Place = tuple[str, str | None]


@dataclass(slots=True)
class Question:
    """Claims that answer one question, and what they say on each axis."""

    key: tuple[object, ...]
    standing: Standing
    scope: Scope
    facts: list[Fact] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    places: set[_Place] = field(default_factory=set)
    numbers: set[float] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    def add(self, fact: Fact, scope: Scope) -> None:
        """Take a claim in."""
        self.facts.append(fact)
        _into(self.kinds, counted.kind_of(fact))
        _into(self.owners, owner.key_of(fact))
        _into(self.stages, stage.stage_of(fact))
        if where := _where(fact, scope):
            self.places.add(where)
        if fact.value is not None and fact.value >= _TELLING:
            self.numbers.add(fact.value)
        self.sources.update(source.key for source in fact.sources)

    def join(self, other: Question) -> None:
        """Take another question's claims in."""
        self.facts += other.facts
        self.kinds |= other.kinds
        self.owners |= other.owners
        self.stages |= other.stages
        self.numbers |= other.numbers
        self.sources |= other.sources
        self.places |= other.places


def questions(placed: Iterable[Placed], topic: Topic) -> list[Question]:
    """Return the questions that the claims of a topic answer; the order of the claims does not matter."""
    buckets: dict[tuple[object, ...], dict[tuple[object, ...], Question]] = {}
    for fact, scope in sorted(placed, key=lambda p: (p[0].published or "9", p[0].article, p[0].position, p[0].id)):
        key = (scope.key, fact.unit, _apart(fact, topic), standing.standing_of(fact))
        cell = (counted.kind_of(fact), owner.key_of(fact), stage.stage_of(fact), _where(fact, scope))
        found = buckets.setdefault(key, {})
        if cell not in found:
            found[cell] = Question(key, standing.standing_of(fact), scope)
        found[cell].add(fact, scope)
    return _across([q for key in sorted(buckets, key=repr) for q in _joined(list(buckets[key].values()))])


def _apart(fact: Fact, topic: Topic) -> str | None:
    return fact.counted if fact.counted in topic.apart else None


def _where(fact: Fact, scope: Scope) -> _Place | None:
    """Return where it happened: the claim's own place, else that of its event."""
    if fact.place:
        return fact.place, fact.country
    event = scope.event
    return (event.place, event.country) if event and event.place else None


def _into(values: set[str], value: str | None) -> None:
    if value is not None:
        values.add(value)


def _joined(cells: Sequence[Question]) -> list[Question]:
    """Join cells, those that say most first."""
    owners = Counter(name for cell in cells for name in cell.owners)
    stages = {name for cell in cells for name in cell.stages}
    found: list[Question] = []
    for cell in sorted(cells, key=lambda c: (-_said(c), -len(c.facts), c.facts[0].id)):
        fitting = [(score, -n) for n, group in enumerate(found) if (score := _fit(group, cell, owners, stages))]
        if fitting:
            found[-max(fitting)[1]].join(cell)
        else:
            found.append(cell)
    return found


def _across(found: Sequence[Question]) -> list[Question]:
    """Join questions of several stories: of one owner where no event is meant, of one day and place where one is."""
    homes: dict[tuple[object, ...], list[Question]] = {}
    joined: list[Question] = []
    for question in found:
        key = _key_across(question)
        home = next((q for q in homes.get(key, ()) if not _elsewhere(q.places, question.places)), None) if key else None
        if home is not None:
            home.join(question)
            continue
        joined.append(question)
        if key:
            homes.setdefault(key, []).append(question)
    return joined


def _key_across(question: Question) -> tuple[object, ...] | None:
    """Return what questions of two stories must share to be one, None for those that stay alone."""
    if question.scope.key[0] != "story":
        return None
    fact = question.facts[0]
    kind, unit_and_more = frozenset(question.kinds), question.key[1:]
    if fact.class_ in load("compare")["event_bound"]["classes"]:
        event = question.scope.event
        day = event.from_ if event else None
        place = event.place if event else None
        return (unit_and_more, fact.class_, kind, frozenset(question.owners), day, place) if day and place else None
    if not question.owners:
        return None
    return (unit_and_more, fact.class_, kind, frozenset(question.owners), frozenset(question.stages))


def _said(cell: Question) -> int:
    return sum(map(bool, (cell.kinds, cell.owners, cell.stages, cell.places)))


def _fit(group: Question, cell: Question, owners: Counter[str], stages: set[str]) -> float:
    """Return how much speaks for one question, 0 when an axis differs or too much is left open."""
    pairs = ((group.kinds, cell.kinds), (group.owners, cell.owners), (group.stages, cell.stages))
    if any(one and other and not one & other for one, other in pairs) or _elsewhere(group.places, cell.places):
        return 0.0
    named = zip(("kind", "owner", "stage"), pairs, strict=True)
    opened = [name for name, (one, other) in named if bool(one) != bool(other)]
    same_number = bool(group.numbers & cell.numbers)
    if opened and not same_number and not _nobody_else(opened, owners, stages):
        return 0.0
    agreeing = sum(bool(one & other) for one, other in pairs)
    return 1.0 + 3.0 * same_number + agreeing + bool(group.sources & cell.sources) - 0.5 * len(opened)


def _nobody_else(opened: Sequence[str], owners: Counter[str], stages: set[str]) -> bool:
    """Whether what one of two leaves open can only be what the other says."""
    if list(opened) == ["owner"]:
        return len(owners) == 1
    return list(opened) == ["stage"] and len(stages) == 1


def _elsewhere(one: set[_Place], other: set[_Place]) -> bool:
    return bool(one and other) and all(place.read(a, b).stand == "differs" for a in one for b in other)
