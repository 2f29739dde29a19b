"""Whose a claim's thing is: an actor as any mention in a role, a place by its full name, or nobody."""

from __future__ import annotations

from newsclaim.extraction.actors.found import ActorFindings
from newsclaim.lexicon import words
from newsclaim.models import Mention
from newsclaim.names.countries import lookup
from newsclaim.text import fold


def owner(mention: Mention, actors: ActorFindings, *, thing: bool = False) -> Mention | None:
    """Return the owner resolved; a place is an actor only where its government acts in the article.

    None for a pronoun that stands for nobody known, and for a text or thing, which owns nothing; with `thing`, whose
    age is told, it is a mention of no actor, and so is a girl who bears the name of a capital.
    """
    if mention.name is not None:
        return mention.model_copy(update={"actor": _government(mention.name, actors)})
    found = actors.roles.get((mention.start, mention.end))
    one = found[0] if found else None
    kind = next((actor.kind for actor in actors.actors if one and actor.id == one.actor), None)
    if thing and kind == "government":
        return mention.model_copy(update={"name": mention.text, "how": "name"})
    if kind == "document" or (mention.start, mention.end) in actors.things:
        return mention if thing else None
    if one is None:
        return None if _means_nobody(mention.text) else mention
    return mention.model_copy(update={"actor": one.actor, "name": one.name, "how": one.how})


def _means_nobody(text: str) -> bool:
    """Whether a phrase ends in a pronoun: "some of them", not "the WHO", "the US"."""
    last = "".join(text.split()[-1:])
    short = last.isupper() and len(last) > 1
    return not short and last.casefold() in words("numbers/measured", "nobody")


def _government(name: str, actors: ActorFindings) -> str | None:
    """Return the actor of the article that has the place's name, or is the government of the country."""
    country = lookup(name)
    country = None if country is not None and country.way == "part" else country
    for actor in actors.actors:
        same = country is not None and actor.kind == "government" and actor.country == country.code
        if same or fold(actor.name) == fold(name):
            return actor.id
    return None
