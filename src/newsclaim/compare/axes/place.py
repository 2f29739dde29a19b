"""Where it happened: two towns are two questions, a town and its country may be one."""

from __future__ import annotations

from functools import lru_cache

from newsclaim.compare.axes.axis import Reading, Stand
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.names.countries import display_name, lookup
from newsclaim.text import fold

#: A place by name, with its country's code where that is known.
Place = tuple[str, str | None]
#: Characters between a number and a place that hardly stand in one clause.
_FAR = 120


def told_place(fact: Fact, what: str | None) -> Place | None:
    """Return where it happened by a claim's own words; what a country reports of a storm happened there.

    A place that stands far from the number (a dateline, the sentence before) is that of the article's event.
    """
    if fact.place and not is_far(fact):
        return fact.place, fact.country
    if what in load("compare")["natural"]["whats"] and fact.sources and is_country(fact.sources[-1].name):
        found = lookup(fact.sources[-1].name)
        return (fact.sources[-1].name, found.code) if found else None
    return None


def is_far(fact: Fact) -> bool:
    """Tell whether the words for a claim's place stand outside its own sentence, as far as offsets tell."""
    if fact.dateline:
        return True
    return fact.place_at is not None and not -_FAR < fact.place_at - fact.position < _FAR


def is_country(place: str) -> bool:
    """Whether a place is a whole country."""
    found = lookup(place)
    return found is not None and found.way in ("name", "short")


def read(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> Reading:
    """Compare two places, each a name and a country's code."""
    (a, a_country), (b, b_country) = one, other
    if a is None or b is None:
        return Reading("place", "unknown")
    return Reading("place", _stand(a, a_country, b, b_country), f"{_shown(a)} against {_shown(b)}")


def stand_of(one: Place, other: Place) -> Stand:
    """Return how two places stand, without words."""
    return _stand(*one, *other)


def is_part(one: Place, other: Place) -> bool:
    """Whether one of two places is a town or region in the country that the other one is."""
    (a, a_country), (b, b_country) = one, other
    return bool(a_country) and a_country == b_country and is_country(a) != is_country(b) and not _within(a, b)


@lru_cache(maxsize=100_000)
def _stand(a: str, a_country: str | None, b: str, b_country: str | None) -> Stand:
    if _same_name(a, b):
        return "same"
    if a_country and b_country and a_country != b_country:
        return "differs"
    if a_country and a_country == b_country and is_country(a) and is_country(b):
        return "same"
    if is_country(a) != is_country(b) and (a_country == b_country or not (a_country and b_country)):
        return "compatible"
    if _within(a, b):
        return "compatible"
    return "differs"


def _same_name(a: str, b: str) -> bool:
    return fold(a) == fold(b)


def _within(a: str, b: str) -> bool:
    """Whether one name holds the other at an edge: "Oldport" and "Oldport, Norland", "eastern Norland"."""
    x, y = fold(a).replace(",", " ").split(), fold(b).replace(",", " ").split()
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    return long[: len(short)] == short or long[-len(short) :] == short


def _shown(place: str) -> str:
    found = lookup(place)
    return display_name(found.code) if found and found.way in ("name", "short") else place
