"""The land of the places that an actor's own words name: "a Toronto lawyer", "police in Kent", "Tom Grell of Leeds"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import bare, country_of, is_state, land_of, located, lookup

_WORD = re.compile(r"[\w.&'’-]+")
#: No name of a place is longer.
_LONGEST = 3
_PLACES = frozenset({"GPE", "NORP"})
_AGE = re.compile(r"\d{1,3}")
_YOUNGER = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")


@lru_cache(maxsize=1 << 14)
def land_named(text: str) -> str | None:
    """Return the land of the place in which somebody is or works by the words for him, None where none says so.

    A place says so behind "of", "in", "at" or "from", and before what a town has or what has no capital. Whoever is
    sent to a place, reports from it, plays for its club or studied there may be of another land.
    """
    said = _WORD.findall(text)
    if not any(word[:1].isupper() for word in said) or not _lives_there(said):
        return None
    places = (_placed(said, k) for k, word in enumerate(said) if word[:1].isupper())
    return next(filter(None, places), None)


def _lives_there(said: list[str]) -> bool:
    return word_list("homes", "elsewhere").isdisjoint(word.casefold() for word in said)


def _placed(said: list[str], k: int) -> str | None:
    """Return the land of a place that begins at a word, where what stands around it says that it is a place."""
    if k and said[k - 1][:1].isupper():
        return None
    for size in range(_LONGEST, 0, -1):
        place = " ".join(said[k : k + size])
        code = _lies_in(place) if len(said) >= k + size else None
        if code:
            led = k > 0 and said[k - 1] in ("of", "in", "at", "from", "near") and not _is_sent(said[:k])
            behind = said[k + size : k + size + 1]
            named = behind == ["County"] and code == "US"
            return code if named or _is_place(behind, led=led, owns=bare(place) != place) else None
    return None


def _is_sent(before: list[str]) -> bool:
    """Whether somebody has his office of another one than the place: "the bank's head | in Tokyo"."""
    return before[-1] == "in" and any(word.endswith(("'s", "’s")) for word in before)


def _lies_in(place: str) -> str | None:
    """Return the land of a town or region, of a capital too, where no body of many lands has its seat."""
    capital = lookup(place)
    told = capital is not None and capital.way == "capital" and place not in ("Brussels", "Washington", "Vienna")
    return located(place) or (capital.code if capital and told else None)


def _is_place(behind: list[str], *, led: bool, owns: bool) -> bool:
    """Whether a word with a capital is a place: by the preposition before it, or by what stands behind it."""
    if not behind:
        return led
    of_town = behind[0].casefold() in word_list("homes", "of_towns")
    return of_town or (behind[0][:1].islower() and not owns)


def land_behind(w: Tokens, k: int, *, of_towns: bool) -> str | None:
    """Return the land of the place behind a name that ends at a token: "Tom Grell, 34, from Leeds", "Bo Ek of Norway".

    Whoever is "of" a town may play for its club; `of_towns` says that he has an office.
    """
    k = past(k + 1, len(w), lambda k: w.low[k] == "," or _AGE.fullmatch(w.low[k]))
    if w.low[k] not in ("from", "of") or not _begins_place(w, k + 1):
        return None
    end = w.name(k + 1)[1] + 1
    place, larger = w.words(k + 1, end), _larger(w, end)
    lives = of_towns or w.low[k] == "from"
    found = land_of(place) if lives else country_of(place)
    return larger if larger and (lives or found) else found


def _begins_place(w: Tokens, k: int) -> bool:
    return w.iob[k] == "B" and w.ent[k] == "GPE"


def _larger(w: Tokens, end: int) -> str | None:
    """Return the land of the state or country in which a place is said to be: "from Paris | , Texas,"."""
    if w.text[end] != "," or not _begins_place(w, end + 1):
        return None
    j = w.name(end + 1)[1] + 1
    larger = w.words(end + 1, j)
    closed = w.pos[j] in ("PUNCT", "")
    return ("US" if is_state(larger) else land_of(larger)) if closed else None


def without_persons(w: Tokens, entities: Sequence[Entity], counts: Counter[str]) -> Counter[str]:
    """Return how often countries are named without persons whose names sound alike: "Ana de Lima", "Bo Holland"."""
    persons = [e for e in entities if e.kind == "person" and " " in e.name]
    alike = {e: code for e in persons if (code := land_of(_YOUNGER.sub("", e.name).rpartition(" ")[2]))}
    if not alike:
        return counts
    kept = counts.copy()
    for entity, code in alike.items():
        kept[code] -= sum(place.is_name and w.ent[place.token] in _PLACES for place in entity.places)
    return +kept
