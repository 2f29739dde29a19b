"""What speaks for one question behind two sets of claims, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newsclaim.compare.axes import amount, owner, place
from newsclaim.compare.axes.place import Place
from newsclaim.compare.question import RARE, Question
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact

#: Days between the reports of one event.
_NEAR = 7


@dataclass(slots=True)
class Around:
    """What else a story tells: the owners and stages of all its claims, by story."""

    owners: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    stages: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def add(self, question: Question) -> None:
        """Note what the claims of a question say."""
        for key in question.stories:
            self.owners.setdefault(key, set()).update(question.owners)
            self.stages.setdefault(key, set()).update(question.stages)


def weight(a: Question, b: Question, around: Around, *, number: bool) -> float:
    """Return how much speaks for one question, 0 where an axis differs or too much is left open.

    Args:
        a: a set of claims.
        b: another one.
        around: what else their stories tell.
        number: whether only sets that hold the same number are to be joined.
    """
    same_number = bool(a.numbers & b.numbers)
    if number and not same_number:
        return 0.0
    told = _within(a, b, around, same_number=same_number) if a.stories & b.stories else _across(a, b)
    if not told or _differ(a, b, same_number=same_number) or _contradict(a, b):
        return 0.0
    return told


def _differ(a: Question, b: Question, *, same_number: bool) -> bool:
    """Whether some axis keeps the two apart."""
    one_sum = same_number and bool(a.stories & b.stories)
    paid = one_sum and a.facts[0].unit is not None
    if a.kinds and b.kinds and not paid and not a.kinds & b.kinds:
        return True
    if a.owners and b.owners and not paid and not owner.any_same(a.owners.values(), b.owners.values()):
        return True
    if a.stages and b.stages and not a.stages & b.stages and not one_sum:
        return True
    if _other_day(a, b) or (a.periods and b.periods and not a.periods & b.periods):
        return True
    return _elsewhere(a.places, b.places, lenient=one_sum)


def _other_day(a: Question, b: Question) -> bool:
    """Whether the two happened on different days; what only grows from day to day may be one toll."""
    if not a.days or not b.days or a.days & b.days:
        return False
    numbers = [number for _, number in sorted(a.told | b.told)]
    return any(later < earlier for earlier, later in pairwise(numbers))


def _elsewhere(one: set[Place], other: set[Place], *, lenient: bool) -> bool:
    """Whether all places differ; the same number lets a market stand for its town, but no country for another one."""
    if not one or not other:
        return False
    if lenient:
        return all(x[1] and y[1] and x[1] != y[1] for x in one for y in other)
    return all(place.stand_of(x, y) == "differs" for x in one for y in other)


def _contradict(a: Question, b: Question) -> bool:
    """Whether one article tells both, as different things: two numbers in its own voice or on the same word.

    Of a storm that hits several countries an article tells what each of them says.
    """
    strict = bool((a.whats | b.whats) & set(load("compare")["natural"]["whats"]))
    return any(
        _two_things(one, other, strict=strict)
        for article in a.articles.keys() & b.articles.keys()
        for one in a.articles[article]
        for other in b.articles[article]
    )


def _two_things(one: Fact, other: Fact, *, strict: bool) -> bool:
    x, y = amount.interval_of(one), amount.interval_of(other)
    if x is None or y is None or amount.meet(x, y, open_is_near=False):
        return False
    if other.id == one.from_ or one.id == other.from_ or one.status != other.status:
        return False
    if {one.event, other.event} & set(load("compare")["change"]["words"]):
        return False
    mine, theirs = {s.key for s in one.sources}, {s.key for s in other.sources}
    return bool(mine & theirs) or not mine | theirs or (strict and not (mine and theirs))


def _within(a: Question, b: Question, around: Around, *, same_number: bool) -> float:
    """Return the weight of what speaks for one question in one story."""
    pairs = {"kind": (a.kinds, b.kinds), "owner": (set(a.owners), set(b.owners)), "stage": (a.stages, b.stages)}
    opened = [name for name, (one, other) in pairs.items() if bool(one) != bool(other)]
    if a.facts[0].unit is not None and owner.any_same(a.owners.values(), b.owners.values()):
        opened = [name for name in opened if name != "kind"]  # what a sum is for often goes without saying
    if opened and not same_number and not _nobody_else(opened, a.stories & b.stories, around):
        return 0.0
    one_owner = owner.any_same(a.owners.values(), b.owners.values())
    agreeing = one_owner + bool(a.kinds & b.kinds) + bool(a.stages & b.stages)
    if not agreeing and not same_number and _says_little(a):
        return 0.0
    shared = bool(a.places & b.places) + bool(a.days & b.days) + bool(a.sources & b.sources)
    return 1.0 + 3.0 * same_number + agreeing + shared - 0.5 * len(opened)


def _says_little(a: Question) -> bool:
    """Whether a sum, share or vote of nobody and nothing named could be that of anybody in the story."""
    class_ = a.facts[0].class_
    return a.facts[0].unit is not None or class_ in load("compare")["of_somebody"]["classes"]


def _nobody_else(opened: Sequence[str], stories: set[tuple[str, ...]], around: Around) -> bool:
    """Whether what one of two leaves open can only be what the other says."""
    known = around.owners if list(opened) == ["owner"] else around.stages if list(opened) == ["stage"] else None
    return known is not None and all(len(known.get(key, ())) == 1 for key in stories)


def _across(a: Question, b: Question) -> float:
    """Return the weight of what speaks for one question in two stories."""
    if a.scope.key[0] != "story":
        return 0.0
    if not a.bound:
        return 1.0 if a.owners and b.owners and a.kinds == b.kinds and a.stages == b.stages else 0.0
    if not (a.numbers & b.numbers or a.days & b.days) or not _near(a, b):
        return 0.0
    return _one_event(a, b)


def _one_event(a: Question, b: Question) -> float:
    """Return the weight of what speaks for one event behind two stories of the same days."""
    places = any(place.stand_of(x, y) == "same" for x in a.where for y in b.where)
    rare = any(number >= RARE for number in a.numbers & b.numbers)
    same_day, same_what = bool(a.days & b.days), bool(a.whats & b.whats)
    if places and (rare or same_day):
        return 2.0 + rare + same_day
    if same_day and same_what and a.numbers & b.numbers:
        return 2.0
    apart = bool(a.where and b.where and not places)
    return 1.0 if rare and not apart and (same_day or same_what or (a.owners and b.owners)) else 0.0


def _near(a: Question, b: Question) -> bool:
    """Whether the two were published within days of one another; undated ones are near to nothing."""
    return bool(a.first and b.first) and a.first - b.last <= _NEAR and b.first - a.last <= _NEAR
