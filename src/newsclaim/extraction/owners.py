"""Whose a claim's thing is: an actor as any mention in a role, a place by its full name, or nobody."""

from __future__ import annotations

from newsclaim.extraction.actors.found import ActorFindings
from newsclaim.models import Mention
from newsclaim.names.countries import lookup
from newsclaim.text import fold

#: Unresolved, these tell of nobody.
_PRONOUNS = frozenset(
    {
        "it",
        "its",
        "they",
        "their",
        "them",
        "he",
        "his",
        "him",
        "she",
        "her",
        "we",
        "our",
        "us",
        "who",
        "whose",
        "you",
        "your",
        "i",
        "my",
    }
)


def owner(mention: Mention, actors: ActorFindings) -> Mention | None:
    """Return the owner resolved; a place is an actor only where its government acts in the article.

    None for a pronoun that stands for nobody known.
    """
    if mention.name is not None:
        return mention.model_copy(update={"actor": _government(mention.name, actors)})
    found = actors.roles.get((mention.start, mention.end))
    if not found:
        return None if mention.text.casefold() in _PRONOUNS else mention
    one = found[0]
    return mention.model_copy(update={"actor": one.actor, "name": one.name, "how": one.how})


def _government(name: str, actors: ActorFindings) -> str | None:
    """Return the actor of the article that has the place's name, or is the government of the country."""
    country = lookup(name)
    for actor in actors.actors:
        same = country is not None and actor.kind == "government" and actor.country == country.code
        if same or fold(actor.name) == fold(name):
            return actor.id
    return None
