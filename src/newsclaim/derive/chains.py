"""What hangs together with some articles by pairs, read from one article to the next: never all that is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")
Pair = tuple[str, str]


def chained(linked: Callable[[set[str]], Mapping[Pair, T]], articles: set[str]) -> tuple[dict[Pair, T], set[str]]:
    """Return the pairs of some articles, of those they are paired with, and so on to the end of each chain.

    Beside them all articles of these chains. `linked` returns the pairs of which one is among some articles, with what
    is told of each.
    """
    found: dict[Pair, T] = {}
    reached, waiting = set(articles), set(articles)
    while waiting:
        links = linked(waiting)
        found |= links
        waiting = {article for pair in links for article in pair} - reached
        reached |= waiting
    return found, reached
