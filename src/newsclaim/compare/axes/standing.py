"""How a number stands to what it counts: there now, expected, part of a total, added, a rate."""

from __future__ import annotations

from newsclaim.compare.axes.counted import kind_of
from newsclaim.compare.axes.happened import is_bound
from newsclaim.models.comparison import Standing
from newsclaim.models.fact import Fact

#: In this order groups of one event stand in a comparison.
ORDER: tuple[Standing, ...] = ("now", "part", "added", "rate", "expected", "earlier")
#: Characters from a number to the place that it is all of.
_BEHIND = 60
_EXPECTED = frozenset({"projected", "planned", "hypothetical"})
_DENIALS = frozenset({"denied", "disputed"})


def standing_of(fact: Fact) -> Standing:
    """Return the standing of a claim; a denial stands where what it denies does, status goes before role.

    A part of a kind of its own ("five of them children") is all of that kind. Others who died come to some who did.
    """
    role = "total" if _beside_the_dead(fact) else fact.role
    if role in {"increment", "change"} or (fact.counted == "other" and fact.class_ == "people-killed"):
        return "added"
    if fact.status in _EXPECTED or (fact.status == "possible" and _is_to_come(fact)):
        return "expected"
    if role == "remainder" or (role == "part" and not _is_whole(fact)):
        return "part"
    return "rate" if role == "rate" else "now"


def _is_whole(fact: Fact) -> bool:
    """Whether a part of a total is all of a kind or place: "five of them children", "13 of them in Oldport"."""
    behind = fact.place_at - fact.position if fact.place_at is not None else 0
    return fact.class_ != "other" and (kind_of(fact) is not None or _is_of(fact, behind))


def _is_of(fact: Fact, behind: int) -> bool:
    """Whether people are all of the place behind them; soldiers in a place are some of those who are sent."""
    return is_bound(fact.class_) and 0 < behind < _BEHIND


def _beside_the_dead(fact: Fact) -> bool:
    """Whether it counts all who were hurt: "killing five people and wounding 50 more" adds them to the dead."""
    alone = fact.adds_to is None and fact.part_of is None
    return fact.class_ == "people-injured" and fact.role in {"increment", "remainder"} and alone


def _is_to_come(fact: Fact) -> bool:
    """Whether a claim is told for a day after its publication: what may be by December."""
    time = fact.time
    return time is not None and time.kind == "deadline" and (time.to or "") > (fact.published or "9")


def is_denial(fact: Fact) -> bool:
    """Whether the number is said to be untrue."""
    return fact.status in _DENIALS
