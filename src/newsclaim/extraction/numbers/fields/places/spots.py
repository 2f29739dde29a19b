"""The places that a sentence names, and how each is led to: by a preposition, a place's kind, or what befalls it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsclaim.extraction.numbers.classes.words import class_of_noun
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.countries import country_of, is_city, lookup
from newsclaim.names.person import is_given

LISTS = "numbers/places"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART"})
#: Words between a preposition and the name: "in the northern Norland port city of Tarn".
_BETWEEN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FAR = 7


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place: offsets of its words, where its own name ends, the word that leads to it, its country.

    `led` is the preposition, "hit" for what is struck, "part" for a name before what stands or happens there; `opens`
    tells that the phrase with it opens the sentence.
    """

    start: int
    end: int
    name: str
    led: str
    country: str | None = None
    told: bool = False
    opens: bool = False


def spots_of(view: View, first: int, stop: int) -> list[Spot]:
    """Return the places of a sentence between two tokens, in order."""
    w = view.w
    found: list[Spot] = []
    behind = first
    for i in range(first, stop):
        if i < behind or not (w.text[i][0].isupper() or w.low[i] == "the") or not _begins_name(w, i):
            continue
        last = _last_of(w, i, stop)
        spot = _spot(view, first, i, last, stop)
        if spot is not None:
            if found and _describes_before(view, found[-1], spot):
                found[-1] = replace(found[-1], country=found[-1].country or spot.country)
            else:
                found.append(spot)
            last = view.within(spot.end - 1)
        behind = last + 1
    return found


#: Between a place and the larger one in which it is said to lie.
_LIES_IN = re.compile(
    r",?\s+(?:(?:an?|the)\s+(?:[\w-]+\s+){1,4})?(?:in|of|near|outside|on)\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?"
)


def _describes_before(view: View, before: Spot, spot: Spot) -> bool:
    """Does a place only say where the one before it lies ("in Tarn, a city in the Vell region of Osvia")?"""
    w = view.w
    gap = view.text[before.end : spot.start]
    if len(gap) > _GAP or _LIES_IN.fullmatch(gap) is None or w.ent[view.within(before.start)] == "FAC":
        return False
    between = range(view.at(before.end), view.at(spot.start))
    return not any(w.pos[k] in ("VERB", "AUX") for k in between) and before.led not in words(LISTS, "away")


_GAP = 60


def _begins_name(w: Tokens, i: int) -> bool:
    if w.ent[i]:
        return w.iob[i] == "B"
    return w.pos[i] == "PROPN"


def _last_of(w: Tokens, i: int, stop: int) -> int:
    last = i
    if w.ent[i]:
        while last + 1 < stop and w.iob[last + 1] == "I":
            last += 1
        return last
    while last + 1 < stop and w.pos[last + 1] == "PROPN" and not w.ent[last + 1]:
        last += 1
    return last


@dataclass(frozen=True, slots=True)
class _Name:
    """Tokens of a name: where its entity begins, its own first and last, the one before the phrase that leads to it.

    `kind` tells that a word for a kind of place leads to it ("the port city of Tarn").
    """

    first: int
    begin: int
    last: int
    before: int
    kind: bool


def _spot(view: View, opening: int, i: int, last: int, stop: int) -> Spot | None:
    """Return the name between two tokens as a place, None where it is none."""
    w = view.w
    name = _name(w, opening, i, last)
    led = _led_by(w, name, opening) if name is not None else ""
    if name is None or not led:
        return None
    begin, last, before = name.begin, name.last, name.before
    if last + 1 < stop and w.dep[last] == "compound" and w.lemma[last + 1] in words(LISTS, "lands"):
        name = _Name(i, begin, last + 1, before, kind=True)
    elif not _may_be_place(w, name, led):
        return None
    end = _with_larger(w, name.last, stop)
    shown = view.text[w.start[begin] : w.end[name.last]]
    opens = before == opening and w.low[before] == led
    return Spot(w.start[begin], w.end[end], shown, led, _country(view, name, end), _is_source(view, begin), opens)


def _name(w: Tokens, opening: int, i: int, last: int) -> _Name | None:
    """Return the name between two tokens without article and case, None for one of a day, a people or no place."""
    begin = i + 1 if w.low[i] == "the" and i < last else i
    if w.tag[last] == "POS" and last > begin:
        last -= 1
    if w.text[begin] in words(LISTS, "never") or not w.text[begin][0].isupper():
        return None
    kind, before = _kind_before(w, begin, opening)
    if w.ent[i] in _NO_PLACES and not (kind and w.ent[i] == "NORP" and w.tag[last] == "NNP"):
        return None
    return _Name(i, begin, last, before, kind)


def _kind_before(w: Tokens, begin: int, opening: int) -> tuple[bool, int]:
    """Return whether a word for a kind of place leads to the name, and the token before the whole phrase.

    "the port city of Tarn" · "the capital, Tarn" · "the north of Norland" · "the Norland village Tarn".
    """
    k, kind = begin - 1, False
    for _ in range(2):
        noun = _place_noun(w, k, opening)
        if noun < 0:
            break
        k, kind = noun - 1, True
        while k >= opening and k > noun - _FAR and (w.pos[k] in _BETWEEN or w.low[k] in ("'s", "-")):
            k -= 1
    while not kind and k >= opening and k > begin - 4 and _describes(w, k):
        k -= 1
    return kind, k


def _place_noun(w: Tokens, k: int, opening: int) -> int:
    """Return the noun for a kind or part of a place that ends at token `k` or before the "of" or comma there."""
    if k < opening:
        return -1
    noun = k - 1 if w.low[k] == "of" or w.text[k] == "," else k
    lists = words(LISTS, "kinds") | (words(LISTS, "parts") if w.low[k] == "of" else frozenset())
    return noun if noun >= opening and (w.lemma[noun] in lists or w.low[noun] in lists) else -1


def _describes(w: Tokens, k: int) -> bool:
    """Is it a word between the preposition and the name ("in northern Tarn")?"""
    if w.low[k] in words(LISTS, "at"):
        return False
    return w.pos[k] in ("DET", "ADJ") or w.low[k] in words(LISTS, "parts")


def _led_by(w: Tokens, name: _Name, opening: int) -> str:
    """Return the word that leads to a place: a preposition, "hit", "part"; "" where none does."""
    before = name.before
    word = w.low[before] if before >= opening else ""
    if word in ("on", "of", "against"):
        struck = w.lemma[w.head[before]] in words(LISTS, "strikes") | words(LISTS, "striking")
        return "hit" if struck else word if name.kind and word != "against" else ""
    if before >= opening and not _leads_there(w, before):
        return ""
    if word in words(LISTS, "at") or word in words(LISTS, "away"):
        return "" if word == "in" and w.lemma[w.head[before]] in words(LISTS, "not_in") else word
    head = _noun_over(w, name) if name.kind else name.last
    return "hit" if _is_struck(w, head) else "part" if _is_part(w, name.last) else ""


def _leads_there(w: Tokens, preposition: int) -> bool:
    """Does a preposition lead to where it happens, not to where somebody is from or returned to?"""
    over = w.head[preposition]
    if w.low[preposition] == "from":
        return w.lemma[over] in words(LISTS, "leaving")
    if w.low[preposition] in ("to", "into"):
        return w.lemma[over] in words(LISTS, "going")
    origin = w.head[over] if w.dep[over] == "pobj" else -1
    return origin < 0 or w.low[origin] != "from" or w.pos[w.head[origin]] == "VERB"


def _noun_over(w: Tokens, name: _Name) -> int:
    """Return the noun for the kind of place that stands over the name ("the city of Tarn")."""
    i = name.last
    for _ in range(2):
        over = w.head[w.head[i]] if w.dep[i] == "pobj" else w.head[i]
        if w.lemma[over] in words(LISTS, "kinds") | words(LISTS, "parts") and over < name.begin:
            i = over
    return i


def _is_struck(w: Tokens, i: int) -> bool:
    """Is it hit, attacked, shaken: object of such a verb or subject of its passive, or of "saw" and "suffered"?"""
    verb = w.head[i]
    if w.dep[i] in ("dobj", "nsubjpass"):
        return w.lemma[verb] in words(LISTS, "striking")
    if w.dep[i] != "nsubj":
        return False
    told = clauses.object_of(w, verb)
    befell = told >= 0 and (w.lemma[told] in words(LISTS, "strikes") or class_of_noun(w.lemma[told]) in _BEFALLEN)
    return w.lemma[verb] in ("see", "suffer") or (befell and w.lemma[verb] in words(LISTS, "recording"))


#: What a country counts at home.
_BEFALLEN = frozenset({"people-killed", "people-ill", "people-injured"})


def _is_part(w: Tokens, last: int) -> bool:
    """Does the name stand before what happens there ("the Oldport harbour fire", "Oldport's hospital")?"""
    if w.ent[last] not in _PLACES or w.dep[last] not in ("compound", "nmod", "poss"):
        return False
    head = w.head[last]
    return head > last and (w.lemma[head] in words(LISTS, "strikes") or w.lemma[head] in words(LISTS, "kinds"))


def _may_be_place(w: Tokens, name: _Name, led: str) -> bool:
    """Is the name a place by its entity, or where only a place can stand?"""
    if w.ent[name.first] in _PLACES or (name.begin == name.last and is_known(w.text[name.begin])):
        return True
    if name.kind:
        return w.pos[name.last] == "PROPN"
    if w.ent[name.first] == "PERSON" and (name.last > name.begin or is_given(w.text[name.begin])):
        return False
    plain = led in words(LISTS, "plain") or led == "hit"
    long = name.begin != name.first or name.last > name.begin + 2
    if not plain or long or w.dep[name.last] not in ("pobj", "dobj", "nsubjpass"):
        return False
    return w.ent[name.first] != "ORG" or (not w.text[name.begin].isupper() and name.last == name.begin)


def _with_larger(w: Tokens, last: int, stop: int) -> int:
    """Return the last token of the larger place behind a comma ("Tarn, Osvia"), or of the place itself."""
    while last + 2 < stop and w.text[last + 1] == "," and w.ent[last + 2] == "GPE" and w.iob[last + 2] == "B":
        last += 2
        while last + 1 < stop and w.iob[last + 1] == "I" and w.tag[last + 1] != "POS":
            last += 1
    return last


def _country(view: View, name: _Name, end: int) -> str | None:
    """Return the country of a place: its own, or what stands behind or before it.

    "Tarn, Osvia" · "the Greek island of Samos".
    """
    w, text = view.w, view.text
    own = country_of(text[w.start[name.begin] : w.end[name.last]])
    if own is None and end > name.last:
        own = country_of(text[w.end[name.last] + 1 : w.end[end]].split(",")[-1].strip())
    if own is None:
        named = (k for k in range(name.begin - 1, name.before, -1) if w.pos[k] in ("ADJ", "PROPN"))
        own = next((code for k in named if (code := country_of(w.text[k]))), None)
    return own


def is_known(name: str) -> bool:
    """Is a name known for that of a country or city, whatever the model takes it for ("the DRC")?"""
    found = lookup(name)
    return (found is not None and found.way in ("name", "short", "abbreviation")) or is_city(name)


def _is_source(view: View, i: int) -> bool:
    """Does the place belong to whoever says it ("officials in Oldport said")?"""
    return i in view.sources
