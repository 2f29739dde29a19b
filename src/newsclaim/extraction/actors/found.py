"""What the search for actors hands on: the actors, and to whom each mention in a role belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsclaim.models import Actor, How


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actor behind a mention in a role, and the way it was found."""

    actor: str
    name: str
    how: How


@dataclass(frozen=True, slots=True)
class ActorFindings:
    """Actors of one article; `roles` maps the (start, end) of a mention in a role to those it was resolved to.

    There is more than one only where "they" stands for two who are named. `things` are the mentions that are nobody,
    `texts` those that name a text and mean who owns it.
    """

    actors: tuple[Actor, ...]
    roles: Mapping[tuple[int, int], tuple[Resolved, ...]]
    things: frozenset[tuple[int, int]] = frozenset()
    texts: frozenset[tuple[int, int]] = frozenset()
