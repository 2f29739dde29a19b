"""Whose: whose soldiers, whose dead, whose money. Nobody's is only unknown: it can be anybody's."""

from __future__ import annotations

from collections.abc import Mapping

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


def any_same(one: Mapping[str, Party], other: Mapping[str, Party]) -> bool:
    """Whether some owner of the first is one of the second, by key or because one name holds the other's words."""
    if not one or not other:
        return False
    return not one.keys().isdisjoint(other) or any(
        _same_name(a.name, b.name) for a in one.values() for b in other.values()
    )


def _same_name(one: str, other: str) -> bool:
    x, y = set(fold(one).split()), set(fold(other).split())
    return x <= y or y <= x
