"""Who: one row per person, organisation, government …, with its names, offices and mentions."""

from __future__ import annotations

from typing import Literal

from newsclaim.models.base import Model, Span
from newsclaim.models.quote import How

ActorKind = Literal["person", "organisation", "government", "group", "media", "document", "place"]


class Role(Model):
    """An office or description as stated: title, organisation, country (ISO code), and where it stands.

    The title is None where only the body or party is told of which somebody is.
    """

    title: str | None
    organisation: str | None = None
    country: str | None = None
    start: int
    end: int

    @property
    def office(self) -> str:
        """The words of the title, "" where there is none."""
        return self.title or ""

    @property
    def shown(self) -> str:
        """What a reader is shown: the title, or the organisation where only that is told."""
        return self.title or self.organisation or ""


class Alias(Model):
    """A surface form of an actor, the rule that joined it, and how often it was seen."""

    text: str
    rule: str
    count: int


class ActorMention(Span):
    """One place where an actor is named or referred to; titles stand in `Actor.roles`, not here."""

    how: How


class Actor(Model):
    """Who: one row per person, organisation, government …; inside one article or across the corpus.

    In a corpus actor `mentions` and the offsets of `roles` are those of the articles and are left empty or out.
    """

    id: str
    name: str
    kind: ActorKind
    roles: tuple[Role, ...] = ()
    country: str | None = None
    aliases: tuple[Alias, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
