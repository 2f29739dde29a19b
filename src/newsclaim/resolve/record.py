"""One local actor as the search across articles sees it, and a cluster of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from newsclaim.models import Actor, ActorKind
from newsclaim.models.local import LocalActor, Member
from newsclaim.text import fold

#: Names recur by the thousand.
folded = lru_cache(maxsize=1 << 15)(fold)


@dataclass(frozen=True, slots=True)
class LocalActors:
    """The actors of one article: its id, publication date (ISO 8601 or None) and the actors found in it."""

    article: str
    published: str | None
    actors: tuple[Actor, ...]


@dataclass(slots=True)
class Cluster:
    """Local actors that are one; `rules` says by which rule a surface form came in, `note` tells it from namesakes."""

    members: list[Member] = field(default_factory=list)
    rules: dict[str, str] = field(default_factory=dict)
    tag: str = ""
    name: str | None = None
    kind: ActorKind | None = None

    def forms(self) -> Counter[str]:
        """Surface forms with how often they were seen in the corpus."""
        counts: Counter[str] = Counter()
        for actor, articles in self.told().items():
            for alias in actor.aliases:
                counts[alias.text] += alias.times * articles
        return counts

    def told(self) -> Counter[LocalActor]:
        """What articles tell of the actor, in their order, with how many tell the same."""
        return Counter([member.actor for member in self.members])

    def names(self) -> Counter[str]:
        """Names given to the actor by its articles, each counted once an article."""
        return Counter([member.actor.name for member in self.members])


class Links:
    """Union-find over numbers; the smaller number stands for its set, so that the order of joining does not matter."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, x: int) -> int:
        """Return the number that stands for x's set."""
        while self._parent[x] != x:
            self._parent[x] = self._parent[self._parent[x]]
            x = self._parent[x]
        return x

    def join(self, a: int, b: int) -> None:
        """Put the sets of a and b together."""
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a

    def sets(self) -> Iterable[list[int]]:
        """Return the sets, each in ascending order."""
        groups: dict[int, list[int]] = {}
        for x in range(len(self._parent)):
            groups.setdefault(self.find(x), []).append(x)
        return groups.values()
