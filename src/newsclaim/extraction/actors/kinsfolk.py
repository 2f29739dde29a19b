"""Whose a nameless actor is: "her lawyer" is Ada Lund's lawyer, where the article tells who she is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.page.tokens import Tokens


def name_owners(w: Tokens, entities: Sequence[Entity]) -> None:
    """Put whose they are before the names of nameless actors whose every mention says "his", "her" or "its".

    A single word that stands once in the article is too unsure a name.
    """
    told = (e for e in entities if " " in e.name or sum(e.forms.values()) > 1)
    owners = {place.start: e for e in told for place in e.places if place.how == "pronoun"}
    for entity in entities if owners else ():
        if not entity.is_named:
            owner = _owner(w, entity, owners)
            if owner is not None and owner is not entity and owner.name.rpartition(" ")[2] not in entity.name:
                entity.name = f"{owner.name}'s {entity.name.removeprefix('own ')}"


def _owner(w: Tokens, entity: Entity, owners: Mapping[int, Entity]) -> Entity | None:
    """Return the one actor for whom the possessives before all mentions stand; "the lawyer" takes up the one before."""
    firsts = [w.at(place.start) for place in entity.places if place.how != "pronoun"]
    firsts = [k + 2 * (w.low[k + 1 : k + 2] == ["of"]) for k in firsts]  # "some of his supporters"
    whose = [owners.get(w.start[k]) if w.tag[k : k + 1] == ["PRP$"] else None for k in firsts]
    found = whose[0] if whose else None
    return found if found is not None and all(one in (found, None) for one in whose) else None
