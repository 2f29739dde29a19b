"""Whether one article tells two numbers as different things: then no question holds both."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newsclaim.compare.axes import amount, counted, happened, stage
from newsclaim.compare.carried import telling_verbs
from newsclaim.compare.question import Question
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact

#: One article does not tell two numbers of one thing of which one is so many times the other.
_FAR_APART = 25
#: So many times the other no second account of a toll is.
_NEAR = 1.5
#: Characters from one number to another that is told instead of it.
_BESIDE = 12
#: Characters in which two speak of one crowd: "the organisers spoke of 50,000, the police of 18,000".
_SPOKEN = 45
#: Characters in which an article lists several counts: so many in one county, so many in the next.
_LISTED = 100


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
    if not strict and one.place == other.place and counted_twice(one, other):
        return False
    return not _follow(one, other) and _on_one_word(one, other, strict=strict)


def counted_twice(one: Fact, other: Fact, most: float = _NEAR) -> bool:
    """Whether an article has two counts of the same people: "at least 55 dead", further down 52; no list of several.

    Args:
        one: a claim.
        other: another one of the article.
        most: so many times the other is none.
    """
    listed = abs(one.position - other.position) <= _LISTED
    return one.class_.startswith("people-") and not listed and amount.times(one, other) < most


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
