"""Ties → stories: articles that are alike to one another on the whole, not in a chain."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable

from newsclaim.models import Tie

#: Two groups of articles are one story when those of them that lie near enough in time are so alike on average.
_ON_AVERAGE = 0.14


def clusters(
    articles: Iterable[str], ties: Iterable[Tie], near: Callable[[str, str], bool]
) -> dict[str, frozenset[str]]:
    """Return for each article the articles of its story, itself among them.

    The two groups that are most alike are joined first, and so on: average linkage, in which pairs without a tie count
    nothing and pairs that lie too far apart in time are left out. Equal ones are joined in the order of their ids.
    """
    groups: dict[str, set[str]] = {article: {article} for article in articles}
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for tie in ties:
        links[tie.a][tie.b] = links[tie.b][tie.a] = tie.strength
    waiting = [(-strength, a, b) for a, others in links.items() for b, strength in others.items() if a < b]
    heapq.heapify(waiting)
    while waiting:
        strength, a, b = heapq.heappop(waiting)
        if not (a in groups and b in groups and -strength == _alike(a, b, groups, links, near)):
            continue
        for joined in _joined(a, b, groups, links):
            found = _alike(*joined, groups, links, near)
            if found >= _ON_AVERAGE:
                heapq.heappush(waiting, (-found, *joined))
    return {article: frozenset(group) for group in groups.values() for article in group}


def _alike(
    a: str, b: str, groups: dict[str, set[str]], links: dict[str, dict[str, float]], near: Callable[[str, str], bool]
) -> float:
    """Return how alike two groups are on average; `links` holds sums over their pairs."""
    pairs = sum(near(x, y) for x in groups[a] for y in groups[b])
    return round(links[a].get(b, 0.0) / max(pairs, 1), 6)


def _joined(
    a: str, b: str, groups: dict[str, set[str]], links: dict[str, dict[str, float]]
) -> Iterable[tuple[str, str]]:
    """Join the second group to the first; return the pairs of groups whose likeness has changed."""
    groups[a] |= groups.pop(b)
    for other, strength in links.pop(b).items():
        links[other].pop(b)
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + strength
    return [(a, other) if a < other else (other, a) for other in links[a]]
