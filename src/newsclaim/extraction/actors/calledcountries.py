"""The country by whose adjective an article calls somebody whom it names: "the Norlander airline"."""

from __future__ import annotations

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import Nominal, nominal_at
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office

_HEADS = frozenset({"president", "chancellor", "premier"})


def country_called(w: Tokens, entity: Entity) -> str | None:
    """Return the country by whose adjective the article calls somebody whom it names: "the Norlander airline".

    An office of a country ("the Norlander minister") may have been given to one of another; seldom that of a president
    who is named right before.
    """
    if entity.kind not in ("person", "organisation") or not entity.is_named:
        return None
    heads = {role.office.rpartition(" ")[2].casefold() for role in entity.roles} & _HEADS
    nouns = (place.token for place in entity.places if place.how in ("nominal", "title"))
    told = (k for k in nouns if not is_office(w.low[k]) or (w.low[k] in heads and _is_named_before(w, entity, k)))
    called = (nominal_at(w, noun) for noun in told)
    return next((found.country for found in called if found.country and _is_of_people(w, found)), None)


def _is_named_before(w: Tokens, entity: Entity, k: int) -> bool:
    """Whether the sentence before the one of a token names somebody, or that one itself before it."""
    named = (place.token for place in entity.places if place.is_name)
    return any(token < k and w.sent[k] - w.sent[token] <= 1 for token in named)


def _is_of_people(w: Tokens, nominal: Nominal) -> bool:
    """Whether an adjective says of which country a phrase is, no name before a field: "Norland expert"."""
    return any(
        (found := lookup(w.text[k])) is not None and found.way == "adjective" and found.code == nominal.country
        for k in range(nominal.first, nominal.head)
    )
