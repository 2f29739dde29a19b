"""An article's own actors as the search across articles reads them: a million of them, so as small as can be."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.models.actor import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class LocalRole:
    """An office or description as an article states it; see `Role`."""

    title: str
    organisation: str | None
    country: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LocalAlias:
    """A surface form, the rule that joined it, and how often it was seen; see `Alias`."""

    text: str
    rule: str
    count: int


@dataclass(slots=True)  # not frozen: that would take three times as long to make
class LocalActor:
    """One actor of one article, without its mentions; never changed."""

    id: str
    name: str
    kind: ActorKind
    roles: tuple[LocalRole, ...] = ()
    country: str | None = None
    aliases: tuple[LocalAlias, ...] = ()

    @classmethod
    def of(cls, actor: Actor) -> LocalActor:
        """Return an actor of an extraction without its mentions."""
        roles = (LocalRole(r.title, r.organisation, r.country, r.start, r.end) for r in actor.roles)
        aliases = (LocalAlias(a.text, a.rule, a.count) for a in actor.aliases)
        return cls(actor.id, actor.name, actor.kind, tuple(roles), actor.country, tuple(aliases))


#: An actor with the id and the date of its article.
Placed = tuple[str, str | None, LocalActor]


@dataclass(frozen=True, slots=True)
class KeptKin:
    """Actors of articles that can bear on one another, as they are kept, with the numbers of their keys.

    An actor that holds one of those keys can bear on them too, one that offers it only where they hold it.
    """

    number: int
    members: tuple[Placed, ...]
    held: frozenset[int]
    offered: frozenset[int]
