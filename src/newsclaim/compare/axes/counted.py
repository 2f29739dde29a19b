"""What is counted: people or children among them, soldiers or brigades, aid or damage."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from newsclaim.compare.axes.axis import Reading, Stand
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.names.countries import lookup


def kind_of(fact: Fact) -> str | None:
    """Return the kind that a claim's noun tells within its class, None where it says no more than the class.

    Nouns of one family are one kind, called by the family's first noun: lorries among vehicles are vehicles.
    """
    return _kind(fact.counted or fact.about, fact.class_)


@lru_cache(maxsize=100_000)
def _kind(noun: str | None, class_: str) -> str | None:
    if noun is None or _is_people(noun):
        return None
    kind = _families().get(noun, noun)
    return None if generic(class_) & {noun, kind} else kind


def of_a_nation(fact: Fact) -> bool:
    """Whether a claim counts people of one nation by its name ("eight Norwegians")."""
    return fact.counted is not None and _is_people(fact.counted)


@lru_cache(maxsize=100_000)
def _is_people(noun: str) -> bool:
    """Whether a noun names a nation ("Norwegians"): it tells whose people they are, not of which kind."""
    found = lookup(noun.title())
    return found is not None and found.way in {"people", "adjective"}


def tell_who(kinds: AbstractSet[str]) -> bool:
    """Whether some kind is a family of its own (children, soldiers), and not only what people happened to do there."""
    return not kinds.isdisjoint(_family_names())


def family_of(noun: str) -> tuple[str, ...]:
    """Return the nouns by which one may mean what this one does, itself among them."""
    return next((tuple(nouns) for nouns in load("compare")["families"].values() if noun in nouns), (noun,))


@cache
def _families() -> dict[str, str]:
    return {noun: nouns[0] for nouns in load("compare")["families"].values() for noun in nouns}


@cache
def _family_names() -> frozenset[str]:
    return frozenset(_families().values())


@cache
def generic(class_: str) -> frozenset[str]:
    """Return the nouns that say nothing of who is counted beyond the class itself."""
    key = "people" if class_.startswith("people-") else class_
    return frozenset(load("compare")["generic"].get(key, ()))


def read(one: Fact, other: Fact) -> Reading:
    """Compare what two claims count; a noun that no sum is for ("auditor") tells nothing of one."""
    a, b = _told_kind(one), _told_kind(other)
    stand: Stand = "same" if a == b else "compatible" if a is None or b is None else "differs"
    return Reading("counted", stand, f"{a or 'all of them'} against {b or 'all of them'}")


def _told_kind(fact: Fact) -> str | None:
    kind = kind_of(fact)
    return kind if fact.class_ != "money" or kind in _sums() else None


@cache
def _sums() -> frozenset[str]:
    return frozenset(load("compare")["sums"]["nouns"])
