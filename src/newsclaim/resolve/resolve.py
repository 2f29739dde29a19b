"""Who is who across articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclaim.config import Corrections
from newsclaim.models import Actor
from newsclaim.text import fold, stable_id


@dataclass(frozen=True, slots=True)
class LocalActors:
    """The actors of one article: its id, publication date (ISO 8601 or None) and the actors found in it."""

    article: str
    published: str | None
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Corpus actors, (article id, local actor id) → corpus actor id, and notes on what is worth a look."""

    actors: tuple[Actor, ...]
    members: dict[tuple[str, str], str]
    notes: tuple[str, ...]


def resolve(local: Sequence[LocalActors], corrections: Corrections) -> Resolution:
    """Return the corpus-wide actors; the result does not depend on the order of the articles."""
    actors: dict[str, Actor] = {}
    members: dict[tuple[str, str], str] = {}
    for article in sorted(local, key=lambda item: item.article):
        for actor in article.actors:
            key = stable_id("a", fold(actor.name))
            actors.setdefault(key, actor.model_copy(update={"id": key, "mentions": ()}))
            members[article.article, actor.id] = key
    return Resolution(tuple(actors.values()), members, ())
