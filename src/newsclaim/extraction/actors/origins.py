"""The Australian, the Dutchman, the 34-year-old → the person of whom the article has just spoken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.actors.phrases import nominal_at
from newsclaim.extraction.actors.salience import most_salient
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import load, words
from newsclaim.names.countries import lookup

_AGE = re.compile(r"(?:\d+|[a-z]+(?:-[a-z]+)?)-year-old", re.IGNORECASE)
_ANY_AGE = re.compile(r"[\w-]+-(?:year|month|week|day)s?[ -]old", re.IGNORECASE)
#: Adjectives that mean the people as a whole: "the French said".
_WHOLE = ("sh", "ch", "ese", "ss")


def by_origin(page: Page, entities: Sequence[Entity], head: int) -> Entity | None:
    """Return the person whom "the Australian" or "the 34-year-old" means, None where it is not told."""
    w = page.tokens
    first = _article(w, head)
    if first is None:
        return None
    persons = [e for e in entities if e.kind == "person" and e.places]
    called = page.text[w.start[first + 1] : w.end[head]]
    if _AGE.fullmatch(called):
        return most_salient(page, _of_age(page, persons, called), first)
    if first + 1 < head and nominal_at(w, head).modifiers:  # "the retired Belgian"
        return None
    if w.text[head] in words("nominals", "townspeople"):
        return most_salient(page, persons, first)
    return _of_country(page, persons, first, _country(w, head))


def _of_age(page: Page, persons: Sequence[Entity], called: str) -> list[Entity]:
    """Return those of whom an age is told, else those of whom no other one is: not "a 51-year-old man"."""
    texts = ((e, page.text[place.start : place.end]) for e in persons for place in e.places)
    told = {e: age.group().casefold() for e, text in texts if (age := _ANY_AGE.search(text))}
    same = [e for e, age in told.items() if age == called.casefold()]
    return same or [e for e in persons if e not in told]


def _of_country(page: Page, persons: Sequence[Entity], first: int, code: str | None) -> Entity | None:
    """The person of a country, or one of whom it was not told and now is."""
    if code is None:
        return None
    own = [e for e in persons if e.country == code]
    found = most_salient(page, own or [e for e in persons if e.country is None], first)
    if found is not None:
        found.country = code
    return found


def _article(w: Tokens, head: int) -> int | None:
    """Return the token of "the" before a word or a hyphenated age."""
    for k in range(head - 1, max(-1, head - 6), -1):
        if w.low[k] == "the":
            return k
        loose = w.text[k] != "-" and w.start[k + 1] != w.end[k]
        if loose and w.low[k] not in words("nominals", "tells_nothing"):
            return None
    return None


def _country(w: Tokens, head: int) -> str | None:
    """The country that a word for one of its people names."""
    word = w.text[head]
    peoples: dict[str, str] = load("nominals")["peoples"]
    if word.casefold() in peoples:
        return peoples[word.casefold()]
    country = lookup(word)
    if country is None or country.way not in ("adjective", "people") or w.tag[w.head[head]] == "VBP":
        return None
    one = word == "Czech" or not word.endswith((*_WHOLE, "s")) or w.tag[w.head[head]] == "VBZ"  # "the Swiss says"
    return country.code if one else None
