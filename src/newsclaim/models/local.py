"""An article's own actors as the search across articles reads them: a million of them, so as small as can be.

All are tuples, so that those which say the same are one object and known by it, however many articles say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from newsclaim.models.actor import Actor, ActorKind


class LocalRole(NamedTuple):
    """An office or description as an article states it; see `Role`."""

    title: str | None
    organisation: str | None
    country: str | None
    start: int
    end: int

    @property
    def office(self) -> str:
        """The words of the title, "" where there is none."""
        return self.title or ""


class LocalAlias(NamedTuple):
    """A surface form, the rule that joined it, and how many times it was seen; see `Alias`."""

    text: str
    rule: str
    times: int


class LocalActor(NamedTuple):
    """What one article tells of one of its actors."""

    name: str
    kind: ActorKind
    roles: tuple[LocalRole, ...] = ()
    country: str | None = None
    aliases: tuple[LocalAlias, ...] = ()

    @classmethod
    def of(cls, actor: Actor) -> LocalActor:
        """Return what an extraction tells of an actor, without its mentions."""
        roles = (LocalRole(r.title, r.organisation, r.country, r.start, r.end) for r in actor.roles)
        aliases = (LocalAlias(a.text, a.rule, a.count) for a in actor.aliases)
        return cls(actor.name, actor.kind, tuple(roles), actor.country, tuple(aliases))


class Member(NamedTuple):
    """An actor of an article: the article's id, its own there, and the article's date (ISO 8601 or None)."""

    article: str
    id: str
    published: str | None
    actor: LocalActor

    @property
    def key(self) -> tuple[str, str]:
        """Article id and local actor id."""
        return self[:2]


#: In this order members are sorted.
by_article = itemgetter(0, 1)


@dataclass(frozen=True, slots=True)
class KeptKin:
    """Actors of articles that can bear on one another, as they are kept, with the numbers of their keys.

    An actor that holds one of those keys can bear on them too, one that offers it only where they hold it. `homes` has
    the number of the actor of the whole corpus that each member is, 0 where it is none.
    """

    number: int
    members: Sequence[Member]
    homes: Sequence[int]
    held: frozenset[int]
    offered: frozenset[int]
