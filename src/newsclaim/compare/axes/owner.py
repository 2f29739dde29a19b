"""Whose: whose soldiers, whose dead, whose money. Nobody's is only unknown: it can be anybody's."""

from __future__ import annotations

from newsclaim.compare.axes.axis import Reading, Stand
from newsclaim.models.fact import Fact


def key_of(fact: Fact) -> str | None:
    """Return whose the things of a claim are, None when its words do not say."""
    return fact.whose.key if fact.whose else None


def read(one: Fact, other: Fact) -> Reading:
    """Compare whose the things of two claims are."""
    if one.whose is None or other.whose is None:
        return Reading("whose", "unknown")
    stand: Stand = "same" if one.whose.key == other.whose.key else "differs"
    return Reading("whose", stand, f"{one.whose.name} against {other.whose.name}")
