"""Whose: whose soldiers, whose dead, whose money. Nobody's is only unknown: it can be anybody's."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaim.compare.axes.axis import Reading, Stand
from newsclaim.models.fact import Fact, Party
from newsclaim.text import fold


def key_of(fact: Fact) -> str | None:
    """Return whose the things of a claim are, None when its words do not say."""
    return fact.whose.key if fact.whose else None


def read(one: Fact, other: Fact) -> Reading:
    """Compare whose the things of two claims are."""
    if one.whose is None or other.whose is None:
        return Reading("whose", "unknown")
    stand: Stand = "same" if one.whose.key == other.whose.key else "differs"
    return Reading("whose", stand, f"{one.whose.name} against {other.whose.name}")


def any_same(one: Iterable[Party], other: Iterable[Party]) -> bool:
    """Whether some owner of the first is one of the second, by id or because one name holds the other's words."""
    return any(_same(a, b) for a in one for b in other)


def _same(a: Party, b: Party) -> bool:
    if a.key == b.key:
        return True
    x, y = set(fold(a.name).split()), set(fold(b.name).split())
    return x <= y or y <= x
