"""The Trump administration, his administration, the administration → the government of a country, or its head's own."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity, Place
from newsclaim.extraction.actors.salience import most_salient
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import display_name

#: Whose an administration is, and by which of them a woman's and a man's.
_OWNS = frozenset({"his", "her", "whose"})
_OWNS_OF = {"f": _OWNS - {"his"}, "m": _OWNS - {"her"}}


def administrations(w: Tokens, persons: Sequence[Entity], governments: list[Entity]) -> None:
    """Take "the Trump administration" from the person and give it to the government of the person's country.

    Where the article does not tell the country it is a government of its own, never that of the article's setting.
    """
    nouns = word_list("mentions", "administrations")
    for person in persons:
        for place in [p for p in person.places if p.token + 1 < len(w) and w.text[p.token + 1] in nouns]:
            k = place.token + 1
            text = w.whole[place.start : w.end[k]]
            person.places.remove(place)
            home = government_of(person.country, text, governments)
            home.add(Place(place.start, w.end[k], k, "name"), text, "administration")


def government_of(code: str | None, text: str, entities: list[Entity]) -> Entity:
    """Return the government of a country, else the one that is called by a text; made where the article has none."""
    name = display_name(code) if code else text
    home = next((e for e in entities if e.kind == "government" and e.name == name), None)
    if home is None:
        home = Entity("government", name, country=code)
        entities.append(home)
    return home


def administration_meant(page: Page, entities: list[Entity], head: int) -> Entity | None:
    """Return the government that "his administration", "whose administration" or "the administration" means."""
    leader = _leader(page, entities, head)
    if leader is None:
        return _called_before(page.tokens, entities, head)
    governments = [e for e in entities if e.kind == "government"]
    name = f"{leader.name.split()[-1]} {page.tokens.low[head]}"
    found = next((e for e in governments if name in (e.name, *e.forms)), None)
    return found or government_of(leader.country, name, entities)


def _called_before(w: Tokens, entities: Sequence[Entity], head: int) -> Entity | None:
    """The one government that was called so before "the administration": "the Hale administration"."""
    if w.low[head - 1 : head + 1] != ["the", "administration"]:
        return None
    governments = [e for e in entities if e.kind == "government"]
    called = [e for e in governments if any(f.casefold().endswith("administration") for f in (e.name, *e.forms))]
    before = [e for e in called if e.places[0].start < w.start[head]]
    return before[0] if len(before) == 1 else None


def _leader(page: Page, entities: Sequence[Entity], head: int) -> Entity | None:
    """The person whose "his administration" is: just spoken of, or named right before "whose administration"."""
    w = page.tokens
    owner = head - 1
    if w.low[head] not in word_list("mentions", "administrations") or w.low[owner] not in _OWNS:
        return None
    persons = [e for e in entities if e.kind == "person" and w.low[owner] in _OWNS_OF.get(e.gender or "", _OWNS)]
    if w.low[owner] != "whose":
        return most_salient(page, persons, owner)
    named = w.end[owner - 1 - (w.text[owner - 1] == ",")]
    return next((e for e in persons if any(p.end == named for p in e.places)), None)
