"""Whose: whose soldiers, whose dead, whose money. Nobody's is only unknown: it can be anybody's."""

from __future__ import annotations

from collections.abc import Mapping

from newsclaim.compare.axes.axis import Reading, Stand
from newsclaim.lexicon import words
from newsclaim.models.fact import Fact, Party
from newsclaim.text import fold


def key_of(fact: Fact) -> str | None:
    """Return whose the things of a claim are, None when its words do not say."""
    return fact.whose.key if fact.whose else None


def may_be_anybody(whose: Party) -> bool:
    """Whether an owner is told by a bare noun for its kind that nobody stands for: any firm is "the company"."""
    return whose.name.casefold() in words("numbers/measured", "bodies")


def read(one: Fact, other: Fact) -> Reading:
    """Compare whose the things of two claims are."""
    if one.whose is None or other.whose is None:
        return Reading("whose", "unknown")
    stand: Stand = "same" if one.whose.key == other.whose.key else "differs"
    return Reading("whose", stand, f"{one.whose.name} against {other.whose.name}")


def any_same(one: Mapping[str, Party], other: Mapping[str, Party]) -> bool:
    """Whether some owner of the first is one of the second, by key or because one name holds the other's words."""
    if not one or not other:
        return False
    return not one.keys().isdisjoint(other) or any(
        _same_name(a.name, b.name) for a in one.values() for b in other.values()
    )


def _same_name(one: str, other: str) -> bool:
    x, y = fold(one), fold(other)
    a, b = set(x.split()), set(y.split())
    return a <= b or b <= a or is_of(x, y) or is_of(y, x)


def is_of(people: str, place: str) -> bool:
    """Whether a folded word is made of a name as the words for a place's people are: "tolvan", "tolvans" of "tolva".

    Places and peoples that lists know are told apart before.
    """
    stem = place[:-1] if place[-1:] in _VOWELS else place
    return len(place) >= _LETTERS and people.startswith(stem) and people[len(stem) :] in _ENDINGS


#: What is put behind the name of a place, its last vowel cut off, to call its people.
_ENDINGS = frozenset(
    f"{ending}{s}" for ending in ("an", "ian", "ean", "n", "ite", "er", "i", "ese", "ish") for s in ("", "s")
)
_VOWELS = "aeiouy"
#: Shorter names are parts of other words.
_LETTERS = 5
