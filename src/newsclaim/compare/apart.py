"""What keeps two sets of claims apart, rule by rule: each has a name, and cases in the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from newsclaim.compare.axes import amount, counted, happened, owner, place, stage
from newsclaim.compare.carried import telling_verbs
from newsclaim.compare.question import RARE, Question, day_number
from newsclaim.lexicon import load
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact

Rule = Callable[[Question, Question, bool], bool]
#: A toll that is told later and this many times smaller is that of another event.
_SMALLER = 2
#: One article does not tell two numbers of one thing of which one is so many times the other.
_FAR_APART = 25
#: Nor do two accounts of what cannot begin small, one so many times the other.
_SCALE, _SCALE_OF_TOLLS = 200, 50_000
#: So many times the other no second account of a toll is.
_NEAR = 1.5
#: Days: what was published so long after a period has ended, without naming it, is told of another one.
_TWO_YEARS = 732
#: Characters from one number to another that is told instead of it.
_BESIDE = 12
#: Characters in which two speak of one crowd: "the organisers spoke of 50,000, the police of 18,000".
_SPOKEN = 45


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
    """Those of one side are not those of the other; who pays the same sum may be told in two ways."""
    if not a.owners or not b.owners or (one_sum and _is_sum(a)):
        return False
    return not owner.any_same(a.owners, b.owners)


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
    """Whether title and lead of two articles tell of one place: what both count first happened there, on the bridge."""
    here, there = a.scope.event, b.scope.event
    if not (here and there and here.place and there.place):
        return False
    return place.stand_of((here.place, here.country), (there.place, there.country)) == "same"


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
    return not one_sum and not any(
        "vague" in (x.form, y.form) and amount.can_agree(x, y) for x in a.facts for y in b.facts
    )


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


def contradict(a: Question, b: Question) -> bool:
    """Whether one article tells both, as different things: two numbers in its own voice or on the same word.

    Of a storm that hits several countries an article tells what each of them says.
    """
    if a.articles.keys().isdisjoint(b.articles):
        return False
    strict = a.facts[0].class_ != "protesters" and not (a.whats | b.whats).isdisjoint(
        load("compare")["natural"]["whats"]
    )
    return any(
        not _either(one, other)
        and (_is_part(one, other) or _on_two_days(one, other) or _two_things(one, other, strict=strict))
        and not _corrected(one, other, (*a.articles[article], *b.articles[article]))
        for article in a.articles.keys() & b.articles.keys()
        for one in a.articles[article]
        for other in b.articles[article]
    )


def _either(one: Fact, other: Fact) -> bool:
    """Whether the article leaves open which one holds: "18,000 or 50,000"; "thousands", who may be 50,000."""
    if "vague" in (one.form, other.form):
        return amount.times_beyond(one, other) <= amount.VAGUE
    beside = abs(one.position - other.position)
    if one.class_ == "protesters":
        return 0 < beside <= _SPOKEN and one.place == other.place
    return one.class_.startswith("people-") and 0 < beside <= _BESIDE


def _told_anew(one: Fact, other: Fact) -> bool:
    """Whether one of two numbers of a size is another's word for the other: "an official gave a toll of 52"."""
    telling = telling_verbs()
    return (one.event in telling) != (other.event in telling) and amount.times(one, other) < _NEAR


def _done_otherwise(one: Fact, other: Fact) -> bool:
    """Whether something else is done to things of no class: 4,000 homes are made legal, 6,000 are to be built."""
    verbs = one.event, other.event
    if one.class_ != "other" or one.unit or None in verbs or verbs[0] == verbs[1]:
        return False
    return telling_verbs().isdisjoint(verbs) and verbs[0] not in stage.same_doing(verbs[1])


@cache
def _changing() -> frozenset[str]:
    return frozenset(load("compare")["change"]["words"])


def _is_part(one: Fact, other: Fact) -> bool:
    """Whether the article says of one that it is part of the other."""
    return one.part_of == other.id or other.part_of == one.id


def _on_two_days(one: Fact, other: Fact) -> bool:
    """Whether the article dates the later one otherwise: after the dead of the fire, those who died on Monday."""
    first, later = sorted((one, other), key=lambda fact: fact.position)
    days = happened.day_of(first), happened.day_of(later)
    if days[0] is None:
        return days[1] is not None and amount.times(one, other) >= _NEAR and not amount.can_agree(one, other)
    return days[1] is not None and days[0] != days[1]


def _corrected(one: Fact, other: Fact, told: Iterable[Fact]) -> bool:
    """Whether the article says of one of two numbers that it is untrue: it corrects the other."""
    return any(fact.status in {"denied", "disputed"} and fact.number in (one.number, other.number) for fact in told)


def _two_things(one: Fact, other: Fact, *, strict: bool) -> bool:
    far = amount.times(one, other) >= _FAR_APART
    if far or amount.can_agree(one, other):
        return far
    if counted.of_a_nation(one) != counted.of_a_nation(other):
        return True
    return not _follow(one, other) and _on_one_word(one, other, strict=strict)


def _follow(one: Fact, other: Fact) -> bool:
    """Whether the article tells one as what became of the other, in another way or by another verb for telling."""
    if other.id == one.from_ or one.id == other.from_ or one.status != other.status:
        return True
    return _told_anew(one, other) or bool({one.event, other.event} & _changing())


def _on_one_word(one: Fact, other: Fact, *, strict: bool) -> bool:
    """Whether nobody else tells the other number; what is done otherwise to things is told by somebody for each."""
    mine, theirs = {s.key for s in one.sources}, {s.key for s in other.sources}
    if not (mine and theirs) and _done_otherwise(one, other):
        return True
    if strict:
        return bool(mine & theirs) or not (mine and theirs)
    return mine == theirs
