"""The army, Gaza's health ministry, the ministry there → one body of a state by its kind and place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, MutableSequence, Sequence
from dataclasses import replace

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import country_in
from newsclaim.extraction.page import Page
from newsclaim.lexicon import words as word_list
from newsclaim.models import How
from newsclaim.names import organisations
from newsclaim.names.countries import GOVERNMENT_WAYS, bare, country_of, lookup
from newsclaim.names.statebodies import StateBody, region_of, shown, state_body

#: Sentences back in which the place must stand that "there" and "the enclave" point to.
_REACH = 3


def body_meant(page: Page, text: str, token: int) -> StateBody | None:
    """Return the body that a phrase at a token means; its place is that named before where the words point to it."""
    body = state_body(text)
    return body if body is None or not body.pointing else replace(body, place=_named_before(page, token, 2, region_of))


def of_body(entities: Sequence[Entity], body: StateBody) -> Entity | None:
    """Return the entity that is this body; without a place the only one of its kind."""
    same_kind = [(e, place) for e in entities if (place := _place_of(e, body.kind)) is not None]
    fitting = [e for e, place in same_kind if place == body.place] if body.place else [e for e, _ in same_kind]
    return fitting[0] if len(fitting) == 1 or (fitting and body.place) else None


def actor_of_body(entities: MutableSequence[Entity], body: StateBody, text: str) -> Entity | None:
    """Return the entity that is this body, made new where its place is told; `text` is what it is called."""
    entity = of_body(entities, body)
    if entity is None and body.place is not None:
        code = body.place if body.place.isupper() else None
        name = shown(body) if state_body(text) != body else bare(text)
        entity = Entity("organisation", name, country=code or country_in(text))
        entities.append(entity)
    return entity


def last_of_noun(entities: Sequence[Entity], noun: str, position: int) -> Entity | None:
    """Return the body of a state whose name ends with a noun and that was spoken of last: "the ministry"."""
    bodies = [e for e in entities if e.kind == "organisation" and _is_state_body(e) and _ends_with(e, noun)]
    before = [(k, e) for e in bodies if (k := bisect_left(e.places, position, key=lambda p: p.start))]
    return max(before, key=lambda item: item[1].places[item[0] - 1].start)[1] if before else None


def well_known(entities: list[Entity], text: str) -> Entity | None:
    """Return the well-known body that a phrase names, made where it is new: "the U.N. health agency"."""
    meant = organisations.known(bare(text)) if " " in bare(text) and not lookup(text) else None
    if meant is None:
        return None
    bodies = [e for e in entities if e.kind in ("organisation", "media")]
    found = next((e for e in bodies if organisations.known(e.name) == meant), None)
    if found is None:
        found = Entity("organisation", meant[0], country=meant[1])
        entities.append(found)
    return found


def only_force(entities: Sequence[Entity], position: int) -> Entity | None:
    """Return the police force named before, where the article names only one: "Police said"."""
    forces = [e for e in entities if e.kind == "organisation" and "police" in e.name.casefold().split()]
    named = [e for e in forces if e.name.casefold() != "police"]
    return named[0] if len(named) == 1 and bisect_left(named[0].places, position, key=lambda p: p.start) else None


def _is_state_body(entity: Entity) -> bool:
    return state_body(entity.name) is not None


def _ends_with(entity: Entity, noun: str) -> bool:
    return any(form.casefold().split()[-1] == noun for form in (entity.name, *entity.forms))


def _place_of(entity: Entity, kind: str) -> str | None:
    """The place of an entity that is a body of this kind, "" when it has none; None when it is no such body."""
    if entity.kind != "organisation":
        return None
    known = organisations.known(entity.name)
    body = state_body(known[0] if known else entity.name)
    return None if body is None or body.kind != kind else body.place or entity.country or ""


def _named_before(page: Page, token: int, longest: int, place: Callable[[str], str | None]) -> str | None:
    """Return the place that was named last before a token by so many words at the most."""
    w = page.tokens
    for k in w.back_from(token, _REACH):
        for size in range(min(longest, token - k), 0, -1) if w.text[k][:1].isupper() else ():
            if found := place(" ".join(w.text[k : k + size])):
                return found
    return None


def country_meant(page: Page, text: str, first: int, head: int) -> str | None:
    """Return the country whose government a phrase means: "Norway", "the Norwegian government", "the country"."""
    w = page.tokens
    country, noun = lookup(text), w.low[head]
    own = GOVERNMENT_WAYS if w.low[first] == "the" else GOVERNMENT_WAYS | {"adjective"}
    if country and country.way in own:
        return country.code
    if noun in word_list("mentions", "government") and noun not in ("authorities", "leadership"):
        return country_in(w.words(first, head)) if head > first else None
    if noun in word_list("nominals", "countries") and w.low[head - 1] == "the":
        return _named_before(page, head, 3, country_of)  # by the name of its people too: "Saudi officials"
    return None


def how_meant(text: str, noun: str) -> How:
    """Return how words mean a government; `noun` is their head."""
    country = lookup(text)
    if country is None or noun in word_list("mentions", "government"):
        return "nominal"
    return "metonym" if country.way in ("capital", "seat") else "name"
