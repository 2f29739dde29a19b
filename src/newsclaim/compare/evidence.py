"""What speaks for one question behind two sets of claims."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import product
from typing import TypeVar

from newsclaim.compare.apart import apart
from newsclaim.compare.axes import amount, counted, owner, place
from newsclaim.compare.axes.standing import is_denial
from newsclaim.compare.contradict import contradict
from newsclaim.compare.question import LARGE, RARE, Question
from newsclaim.lexicon import load

#: Days between the reports of one event.
_NEAR = 7
#: Kinds of sums among which one that is not named can be any; articles that make a place one of their story.
_SEVERAL = 2
#: Characters between a number that is denied and the one that is told instead of it.
_BESIDE = 80
#: The weight of two sets that share a story and nothing else.
DEFAULT = 1.0
_T = TypeVar("_T")


@dataclass(slots=True)
class Around:
    """What else a story tells: the owners and stages of all its claims, by story; the kinds by story and owner."""

    owners: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    stages: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    articles: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    places: dict[tuple[tuple[str, ...], str | None], set[str]] = field(default_factory=dict)
    kinds: dict[tuple[tuple[str, ...], str], set[str]] = field(default_factory=dict)

    def add(self, question: Question) -> None:
        """Note what the claims of a question say."""
        for key in question.stories:
            self.owners.setdefault(key, set()).update(question.owners)
            self.stages.setdefault(key, set()).update(question.stages)
            event = question.scope.event
            self.articles.setdefault(key, set()).update(question.articles)
            for name in {name for name, _ in question.places | question.home} | {event.place if event else None}:
                self.places.setdefault((key, name), set()).update(question.articles)
            for who in question.owners:
                self.kinds.setdefault((key, who), set()).update(question.kinds)


def weight(a: Question, b: Question, around: Around, *, number: bool) -> float:
    """Return how much speaks for one question, 0 where an axis differs or too much is left open.

    It is negative where nothing keeps the two apart but an article that tells both, as two things.

    Args:
        a: a set of claims.
        b: another one.
        around: what else their stories tell.
        number: whether only sets that hold the same number are to be joined.
    """
    same_number = not a.numbers.isdisjoint(b.numbers)
    if number and not same_number:
        return 0.0
    same_number = same_number or _rounded(a, b)
    same_story = not a.stories.isdisjoint(b.stories)
    if apart(a, b, one_sum=same_number and same_story):
        return 0.0
    told = _within(a, b, around, same_number=same_number) if same_story else _across(a, b)
    if not told:
        return 0.0
    return -told if contradict(a, b) else told


def _rounded(a: Question, b: Question) -> bool:
    """Whether two tell one sum, once rounded: 38 million and 37.74 million; 40 million may be any sum."""
    if a.facts[0].unit is None:
        return False
    one, other = ([x for x in said.numbers if x >= LARGE and amount.digits(x) > 1] for said in (a, b))
    return any(amount.rounds_to(x, y) or amount.rounds_to(y, x) for x, y in product(one, other))


def _within(a: Question, b: Question, around: Around, *, same_number: bool) -> float:
    """Return the weight of what speaks for one question in one story."""
    one_owner = owner.any_same(a.owners, b.owners)
    leading = _all_of_them(a, b)
    opened = _opened(a, b, around, one_owner=one_owner, leading=leading)
    instead = _told_instead(a, b)
    if opened and not (same_number or instead) and not _nobody_else(opened, a.stories & b.stories, around):
        return 0.0
    if a.bound and not same_number and (not a.places) != (not b.places) and _aside(a, b, around):
        return 0.0
    one_kind = _share(a.kinds, b.kinds)
    agreeing = one_owner + one_kind + _share(a.stages, b.stages)
    if not agreeing and not same_number and _says_little(a):
        return 0.0
    shared = _share(a.places, b.places) + _share(a.days, b.days) + _share(a.sources, b.sources)
    return DEFAULT + 3.0 * (same_number + instead) + 2.0 * leading + agreeing + shared - 0.5 * len(opened)


def _told_instead(a: Question, b: Question) -> bool:
    """Whether an article denies a number of one and tells one of the other beside it: "1,600, not 1,100"."""
    return (a.denied or b.denied) and any(
        is_denial(one) != is_denial(other) and abs(one.position - other.position) <= _BESIDE
        for article in a.articles.keys() & b.articles.keys()
        for one in a.articles[article]
        for other in b.articles[article]
    )


def _all_of_them(a: Question, b: Question) -> bool:
    """Whether both are what some article counts first, and neither tells who they were."""
    if not (a.leads and b.leads) or (not a.owners) != (not b.owners):
        return False
    return not (counted.tell_who(a.kinds) or counted.tell_who(b.kinds))


def _opened(a: Question, b: Question, around: Around, *, one_owner: bool, leading: bool) -> list[str]:
    """Return the axes on which only one of the two says something; what articles count first is all of them."""
    opened = []
    if not leading and (not a.kinds) != (not b.kinds) and not _unsaid(a, b, around, one_owner=one_owner):
        opened.append("kind")
    if (not a.owners) != (not b.owners):
        opened.append("owner")
    if (not a.stages) != (not b.stages):
        opened.append("stage")
    if _share(a.stages, b.stages) and (not a.places) != (not b.places) and not _at_home(a, b):
        opened.append("place")
    return opened


def _at_home(a: Question, b: Question) -> bool:
    """Whether the place that one of two tells is where the event of the other one happened."""
    placed, other = (a, b) if a.places else (b, a)
    return any(place.stand_of(x, y) != "differs" for x in placed.places for y in other.home)


def _unsaid(a: Question, b: Question, around: Around, *, one_owner: bool) -> bool:
    """Whether what is counted goes without saying: all of them, or the only kind of sums that the owner has."""
    if a.all_of_them or b.all_of_them:
        return True
    if not one_owner or a.facts[0].unit is None:
        return False
    kinds = [around.kinds.get((key, who), set()) for key in a.stories & b.stories for who in {*a.owners, *b.owners}]
    return all(len(told) < _SEVERAL for told in kinds) or _share(a.stages, b.stages) or _share(a.sources, b.sources)


def _aside(a: Question, b: Question, around: Around) -> bool:
    """Whether the place of one of two is none of the story's: a village that a single one of its articles names."""
    placed, other = (a, b) if a.places else (b, a)
    told = sum(fact.place is not None and not place.is_far(fact) for fact in placed.facts)
    if 2 * told < len(placed.facts):
        return False
    if other.articles.keys() <= placed.articles.keys():
        return False
    return all(
        len(around.articles.get(key, ())) > _SEVERAL > len(around.places.get((key, name), ()))
        for key in a.stories & b.stories
        for name, _ in placed.places
    )


def _share(one: AbstractSet[_T], other: AbstractSet[_T]) -> bool:
    return not one.isdisjoint(other)


def _says_little(a: Question) -> bool:
    """Whether a sum, share or vote of nobody and nothing named could be that of anybody in the story."""
    class_ = a.facts[0].class_
    return a.facts[0].unit is not None or class_ in load("compare")["of_somebody"]["classes"]


def _nobody_else(opened: Sequence[str], stories: AbstractSet[tuple[str, ...]], around: Around) -> bool:
    """Whether what one of two leaves open can only be what the other says."""
    if len(opened) > 1 or opened[0] not in {"owner", "stage"}:
        return False
    known = around.owners if opened[0] == "owner" else around.stages
    return all(len(known.get(key, ())) == 1 for key in stories)


def _across(a: Question, b: Question) -> float:
    """Return the weight of what speaks for one question in two stories."""
    if a.scope.key[0] != "story":
        return 0.0
    if not a.bound:
        return _across_unbound(a, b)
    if not (a.numbers & b.numbers or a.days & b.days) or not _near(a, b):
        return 0.0
    return _one_event(a, b)


def _across_unbound(a: Question, b: Question) -> float:
    """Return the weight of what speaks for one thing behind soldiers, sums or jobs of two stories.

    Where one does not say whose they are, it is a large number of the same days, by the same source or of one place; of
    soldiers also one that is not round, where their own words do not place both: 12,000 may be nobody else.
    """
    if a.kinds != b.kinds or a.stages != b.stages:
        return 0.0
    if a.owners and b.owners:
        return 1.0
    number = max(a.numbers & b.numbers, default=0.0)
    if number < LARGE or not _near(a, b):
        return 0.0
    places = any(place.stand_of(x, y) != "differs" for x in a.where for y in b.where)
    places = places or (a.facts[0].class_ == "troops" and amount.digits(number) > 1 and not (a.places and b.places))
    return 1.0 * places + _share(a.sources, b.sources)


def _one_event(a: Question, b: Question) -> float:
    """Return the weight of what speaks for one event behind two stories of the same days."""
    places = _one_place(a, b)
    shared = a.numbers & b.numbers
    rare = max(shared, default=0.0) >= RARE
    same_day, same_what = _share(a.days, b.days), _share(a.whats, b.whats)
    if places and (rare or same_day):
        return 2.0 + rare + same_day
    if same_day and same_what and shared:
        return 2.0
    told = same_day or same_what or (a.owners and b.owners)
    return 1.0 if rare and told and not _two_places(a, b, one=places) else 0.0


def _one_place(a: Question, b: Question) -> bool:
    return any(place.stand_of(x, y) == "same" for x in a.where for y in b.where)


def _two_places(a: Question, b: Question, *, one: bool) -> bool:
    return bool(a.where and b.where) and not one


def _near(a: Question, b: Question) -> bool:
    """Whether the two were published within days of one another; undated ones are near to nothing."""
    return bool(a.first and b.first) and a.first - b.last <= _NEAR and b.first - a.last <= _NEAR
