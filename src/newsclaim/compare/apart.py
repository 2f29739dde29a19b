"""What keeps two sets of claims apart, rule by rule: each has a name, and cases in the tests."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from newsclaim.compare.axes import amount, counted, happened, owner, place, stage
from newsclaim.compare.question import RARE, Question, day_number
from newsclaim.lexicon import load
from newsclaim.models.comparison import Standing

Rule = Callable[[Question, Question, bool], bool]
#: A toll that is told later and this many times smaller is that of another event.
_SMALLER = 2
#: Nor do two accounts of what cannot begin small, one so many times the other.
_SCALE, _SCALE_OF_TOLLS = 200, 50_000
#: Days: what was published so long after a period has ended, without naming it, is told of another one.
_TWO_YEARS = 732


def apart(a: Question, b: Question, *, one_sum: bool) -> str | None:
    """Return the name of the first rule that keeps two sets apart, None where none does.

    Args:
        a: a set of claims.
        b: another one.
        one_sum: whether both hold the same number in one story.
    """
    for name, rule in _asked_of(a.facts[0].class_, a.standing, a.scope.earlier):
        if rule(a, b, one_sum):
            return name
    return None


@cache
def _asked_of(class_: str, standing: Standing, earlier: bool) -> tuple[tuple[str, Rule], ...]:
    """Return the rules that can keep claims of a pool apart: of soldiers nobody asks on which day they died."""
    bound, table = happened.is_bound(class_), load("compare")["cumulative"]
    never = {
        "stage": not stage.has_stages(class_),
        "part-of-place": bound,
        "day": not bound,
        "foretold": not bound,
        "period": bound,
        "other-part": standing != "part",
        "other-increment": standing != "added",
        "shrunk": class_ not in table["classes"] or class_ in table["shrinking"],
        "other-past": not (earlier and bound),
    }
    return tuple((name, rule) for name, rule in RULES.items() if not never.get(name))


def _kind(a: Question, b: Question, one_sum: bool) -> bool:
    """Children are no soldiers; what the same sum is for, and who the same many are, may be told in two ways."""
    if not a.kinds or not b.kinds or not a.kinds.isdisjoint(b.kinds):
        return False
    return not one_sum or not (_is_sum(a) or _in_other_words(a, b))


def _is_sum(a: Question) -> bool:
    """Whether a sum or size is told: the same one may be called otherwise; of percentages many are as large."""
    return a.facts[0].unit not in {None, "percent"}


def _in_other_words(a: Question, b: Question) -> bool:
    """Whether two articles call the same many by two nouns: 14 members of a group, elsewhere 14 fighters."""
    if max(a.numbers & b.numbers, default=0.0) < RARE or not a.articles.keys().isdisjoint(b.articles):
        return False
    return not (_tell_apart(a.kinds) and _tell_apart(b.kinds))


def _tell_apart(kinds: AbstractSet[str]) -> bool:
    return counted.tell_who(kinds) or not kinds.isdisjoint(load("compare")["told_apart"]["people"])


def _owner(a: Question, b: Question, one_sum: bool) -> bool:
    """Those of one side are not those of the other; who pays the same sum, or gets it, may be told in two ways."""
    if not a.owners or not b.owners or (_is_sum(a) and (one_sum or _may_be_one(a, b))):
        return False
    if any(all(map(owner.may_be_anybody, said.owners.values())) for said in (a, b)):
        return False
    return not owner.any_same(a.owners, b.owners)


def _may_be_one(a: Question, b: Question) -> bool:
    """Whether one tells by a vague word what the other one tells: hundreds of thousands, who are 830,000."""
    return any("vague" in (x.form, y.form) and amount.can_agree(x, y) for x in a.facts for y in b.facts)


def _stage(a: Question, b: Question, one_sum: bool) -> bool:
    """A sum asked for is not the one that was passed, unless it is the same."""
    return bool(a.stages and b.stages) and not one_sum and a.stages.isdisjoint(b.stages)


def _day(a: Question, b: Question, _: bool) -> bool:
    """The two happened on different days, and in two places or with fewer later: one toll may grow from day to day."""
    if not a.days or not b.days or not a.days.isdisjoint(b.days):
        return False
    if a.places and b.places and all(place.stand_of(x, y) == "differs" for x in a.places for y in b.places):
        return True
    numbers = [number for _, number in sorted(a.told | b.told)]
    return any(later < earlier for earlier, later in pairwise(numbers))


def _foretold(a: Question, b: Question, _: bool) -> bool:
    """What names no day was published before what the other tells of had happened."""
    if bool(a.days) == bool(b.days):
        return False
    dated, undated = (a, b) if a.days else (b, a)
    return bool(undated.last) and undated.last < min(map(day_number, dated.days))


def _period(a: Question, b: Question, one_sum: bool) -> bool:
    """A sum of one year is not that of another, nor of today where no year is named."""
    if a.periods and b.periods:
        return a.periods.isdisjoint(b.periods)
    if one_sum or not (a.periods or b.periods):
        return False
    told, other = (a, b) if a.periods else (b, a)
    return bool(other.first) and other.first - max(day_number(to) for _, to in told.periods) > _TWO_YEARS


def _elsewhere(a: Question, b: Question, one_sum: bool) -> bool:
    """All places differ; the same number lets a market stand for its town, but no country for another one."""
    if not a.places or not b.places:
        return False
    if a.leads and b.leads and _at_one_event(a, b):
        return False
    if one_sum:
        return all(x[1] and y[1] and x[1] != y[1] for x in a.places for y in b.places)
    return all(place.stand_of(x, y) == "differs" for x in a.places for y in b.places)


def _at_one_event(a: Question, b: Question) -> bool:
    """Whether title and lead of two articles tell of one event: what both count first happened there, on the bridge.

    They tell of one place; or of one kind of event in one story, and some place is told by both, or by one alone.
    """
    here, there = a.scope.event, b.scope.event
    if not (here and there):
        return False
    if not (here.place and there.place):
        return _of_one_kind(a, b)
    if place.stand_of((here.place, here.country), (there.place, there.country)) == "same":
        return True
    return _of_one_kind(a, b) and any(
        place.stand_of(x, y) != "differs"
        for x in {*a.home, *a.places, (here.place, here.country)}
        for y in {*b.home, *b.places, (there.place, there.country)}
    )


def _of_one_kind(a: Question, b: Question) -> bool:
    """Whether two articles of one story tell of one kind of event: a blast and an attack are two.

    A crowd gathers in several towns at once.
    """
    here, there = a.scope.event, b.scope.event
    if not here or not there or here.what is None or here.what != there.what:
        return False
    return a.facts[0].class_ != "protesters" and not a.stories.isdisjoint(b.stories)


def _part_of_place(a: Question, b: Question, one_sum: bool) -> bool:
    """Soldiers and things in a region are not those in the country; of an event the region may be where it happened."""
    if not a.places or not b.places or one_sum:
        return False
    return all(place.is_part(x, y) for x in a.places for y in b.places)


def _other_part(a: Question, b: Question, one_sum: bool) -> bool:
    """Two parts of a total are two parts, unless they are of one kind or one number."""
    return not one_sum and a.kinds.isdisjoint(b.kinds)


def _other_increment(a: Question, b: Question, one_sum: bool) -> bool:
    """What was added by one day is not what was added by another, unless it is the same number or may be: thousands."""
    return not one_sum and not _may_be_one(a, b)


def _shrunk(a: Question, b: Question, one_sum: bool) -> bool:
    """A toll would be half of what it was, without anybody who says so: it is that of another event."""
    if one_sum:
        return False
    early, late = (a, b) if a.last < b.first else (b, a)
    if early.last >= late.first or (early.sources and late.sources):
        return False
    return bool(early.numbers and late.numbers) and _SMALLER * late.highest <= early.lowest


def _other_past(a: Question, b: Question, one_sum: bool) -> bool:
    """What two articles tell of one year long ago is hardly one event: they must name its place or its number."""
    if one_sum or not a.numbers.isdisjoint(b.numbers):
        return False
    return a.articles.keys().isdisjoint(b.articles) and not any(
        place.stand_of(x, y) in {"same", "compatible"} for x in a.places for y in b.places
    )


def _scale(a: Question, b: Question, _: bool) -> bool:
    """Twelve soldiers that got medals are no army; a toll may begin with a few, but not become a whole people.

    Of what articles count first: what they tell besides ("the war has killed 10,000") hardly began with a dozen.
    """
    if not a.numbers or not b.numbers:
        return False
    first = bool(a.leads and b.leads) and a.facts[0].class_ in load("compare")["cumulative"]["classes"]
    scale = _SCALE_OF_TOLLS if first else _SCALE
    return a.highest * scale <= b.lowest or b.highest * scale <= a.lowest


#: In the order in which they are asked, those that keep most apart first.
RULES: dict[str, Rule] = {
    "kind": _kind, "owner": _owner, "stage": _stage, "elsewhere": _elsewhere, "part-of-place": _part_of_place,
    "day": _day, "foretold": _foretold, "period": _period, "other-part": _other_part,
    "other-increment": _other_increment, "shrunk": _shrunk, "scale": _scale, "other-past": _other_past,
}  # fmt: skip
