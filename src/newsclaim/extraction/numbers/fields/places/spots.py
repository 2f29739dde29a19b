"""The places that a sentence names, and how each is led to: by a preposition, a place's kind, or what befalls it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsclaim.extraction.numbers.classes.words import event_class
from newsclaim.extraction.numbers.fields.places.led import (
    LISTS,
    PLACES,
    Name,
    is_affair,
    is_way,
    kind_before,
    led_by,
    opens_sentence,
    tells_kind,
)
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words
from newsclaim.names.countries import capital_of, country_of, is_city, is_state, land_of, located, lookup
from newsclaim.names.person import is_given

_NOPLACES = frozenset({"DATE", "TIME", "NORP", "LANGUAGE", "EVENT", "LAW", "WORK_OF_ART"})


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
        if i < behind or not (w.text[i][:1].isupper() or w.low[i] == "the") or not _begins_name(w, i):
            continue
        last = _last_of(w, i, stop)
        spot = _capital(view, first, i, stop) or _spot(view, first, i, last, stop)
        if spot is not None:
            if found and _describes_before(view, found[-1], spot):
                found[-1] = replace(found[-1], country=found[-1].country or spot.country)
            elif found and _owns(view, found[-1], spot):
                found[-1] = replace(spot, country=spot.country or found[-1].country)
            else:
                found.append(spot)
            last = view.within(spot.end - 1)
        behind = last + 1
    return found


def _capital(view: View, first: int, i: int, stop: int) -> Spot | None:
    """Return "the Norland capital" or "Norland's capital" without its name behind it, as the city that it is."""
    w = view.w
    owned = w.low[i + 1] == "'s"
    begin, at = (i, i + 2) if owned else (i - 1, i + 1)
    if begin <= first or at >= stop or w.low[at] != "capital" or not (owned or w.low[begin] == "the"):
        return None
    behind = at + 2 if at + 1 < stop and w.text[at + 1] == "," else at + 1
    country, led = country_of(w.text[i]), w.low[begin - 1]
    named = behind < stop and (w.pos[behind] == "PROPN" or w.dep[at] == "compound")  # not "its capital spending"
    city = capital_of(country) if country is not None and not named and led in words(LISTS, "at") else None
    if city is None:
        return None
    return Spot(w.start[begin], w.end[at], city, led, country, _is_source(view, i), begin == first + 1)


#: Between a place and the larger one in which it is said to lie.
_LIES_IN = re.compile(
    r",?\s+(?:(?:an?|the)\s+(?:[\w-]+\s+){1,4})?(?:in|of|near|outside|on)\s+(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,3}(?:of\s+)?"
    r"|,?\s+(?:(?:located|situated|which\s+lies)\s+)?(?:(?:just|about|some|roughly|around)\s+)?(?:[\d.]+\s?[a-z]+\s+)?(?:\([^)]*\)\s+)?"
    r"(?:(?:to\s+the\s+)?(?:north|south|east|west)[a-z-]*\s+(?:of|from)|(?:away\s+)?from)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,3}"
)


def _describes_before(view: View, before: Spot, spot: Spot) -> bool:
    """Does a place only say where the one before it lies ("in Tarn, a city in the Vell region of Osvia")?"""
    w = view.w
    gap = view.text[before.end : spot.start]
    on_way = before.led == "on" or w.ent[view.within(before.start)] == "FAC"
    if len(gap) > _GAP or on_way or _LIES_IN.fullmatch(gap) is None:
        return False
    between = range(view.at(before.end), view.at(spot.start))
    acts = (w.lemma[k] for k in between if w.pos[k] in ("VERB", "AUX") or w.lemma[k] in words(LISTS, "strikes"))
    return _LYING.issuperset(acts) and before.led not in words(LISTS, "away")


def _owns(view: View, before: Spot, spot: Spot) -> bool:
    """Does the place before only say whose town or province the one behind it is ("in Norland's capital, Tarn")?"""
    match = _WHOSE.fullmatch(view.text, before.end, spot.start) if spot.start - before.end <= _GAP else None
    return match is not None and before.led == spot.led and match["kind"] in words(LISTS, "kinds")


_WHOSE = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,3}?(?P<kind>[a-z]+)(?:,?\s+(?:of\s+)?)")
_GAP = 60
#: These only say where something is ("Tarn, located 50 miles west of Osvik").
_LYING = frozenset({"locate", "situate", "lie"})


def _begins_name(w: Tokens, i: int) -> bool:
    """Does a name begin here, also behind a small word that the model takes for a part of it ("west Tarn")?"""
    if w.ent[i]:
        return w.iob[i] == "B" or (w.ent[i] in PLACES and w.iob[i - 1] == "B" and w.text[i - 1].islower())
    return w.pos[i] == "PROPN"


def _last_of(w: Tokens, i: int, stop: int) -> int:
    last = i
    if w.ent[i]:
        return past(last + 1, stop, lambda last: w.iob[last] == "I") - 1
    return past(last + 1, stop, lambda last: w.pos[last] == "PROPN" and not w.ent[last]) - 1


def _spot(view: View, opening: int, i: int, last: int, stop: int) -> Spot | None:
    """Return the name between two tokens as a place, None where it is none."""
    w = view.w
    name = _name(view, opening, i, last)
    led = (led_by(w, name, opening) or _led_behind(view, name)) if name is not None else ""
    if name is None or not led or _is_label(view, name.last):
        return None
    if is_affair(w, name.last, stop) or tells_kind(w, name.last, stop):
        return None
    begin, last, before = name.begin, name.last, name.before
    if _is_land(view, name, stop):
        name = Name(i, begin, last + 1, before, kind=True)
    elif not _may_be_place(w, name, led) or (_is_family(view, name) and not _befalls_in(w, name, led)):
        return None
    end = _with_larger(w, name.last, stop)
    shown = view.text[w.start[begin] : w.end[name.last]]
    opens = w.low[before] == led and opens_sentence(w, opening, before, end)
    return Spot(w.start[begin], w.end[end], shown, led, _country(view, name, end), _is_source(view, begin), opens)


def _is_family(view: View, name: Name) -> bool:
    return view.w.ent[name.last] not in PLACES and view.w.text[name.last] in view.family_names


def _befalls_in(w: Tokens, name: Name, led: str) -> bool:
    """Is it where somebody is killed or hurt, as nobody is in a person ("three were killed in Norton")?"""
    return led in ("in", "near") and name.before >= 0 and event_class(w, w.head[name.before]) is not None


def _is_land(view: View, name: Name, stop: int) -> bool:
    """Does a name go on with what it is ("the Tarn area"), not only before another ("the Vell city of Tarn")?

    What is built in a known place is not called by it ("a Texas factory").
    """
    w, last = view.w, name.last
    if last + 1 >= stop or w.dep[last] != "compound":
        return False
    known = view.text[w.start[name.begin] : w.end[last]]
    built = w.lemma[last + 1] in words(LISTS, "buildings") and land_of(known) is None
    if not built and w.lemma[last + 1] not in words(LISTS, "lands"):
        return False
    return last + 2 >= stop or not (w.low[last + 2] == "of" or w.pos[last + 2] == "PROPN")


def _is_label(view: View, last: int) -> bool:
    """Is it the label of a link or of an answer, in capitals ("IN QUOTES: Thousands march"), no known place?"""
    w = view.w
    label = w.text[last].isupper() and view.text.startswith(":", w.end[last])
    return label and land_of(w.text[last]) is None


def _name(view: View, opening: int, i: int, last: int) -> Name | None:
    """Return the name between two tokens without article and case, None for one of a day, a people or no place."""
    w = view.w
    begin, last = _bare(w, i, last)
    if w.text[begin] in words(LISTS, "never") or not w.text[begin][:1].isupper():
        return None
    kind, before = kind_before(w, begin, opening)
    kind = kind or is_way(w, begin, last) or _is_explained(view, last)
    kind = kind or (w.text[begin] == "Co" and begin < last)
    if w.ent[i] in _NOPLACES and not (kind and w.ent[i] == "NORP" and w.tag[last] == "NNP"):
        return None
    return Name(i, begin, last, before, kind)


def _bare(w: Tokens, i: int, last: int) -> tuple[int, int]:
    """Return the first and last token without article, case and preposition ("the Vell's", "Across Norland")."""
    begin = i + 1 if i < last and (w.low[i] == "the" or _is_preposition(w, i)) else i
    while last > begin and (w.tag[last] == "POS" or w.text[last] == "-"):
        last -= 1
    if last > begin + 1 and w.text[last].isdigit() and w.pos[last - 1] == "ADP":
        last -= 2  # "the Republic in 2017"
    return begin, last


def _is_preposition(w: Tokens, i: int) -> bool:
    """Is it a preposition that is taken for a part of the name ("Across Norland")?"""
    return w.pos[i] == "ADP" and w.low[i] in words(LISTS, "at")


def _is_explained(view: View, last: int) -> bool:
    """Does the text go on with the kind of place that it is ("at Tarn, the provincial capital of Osvia,")?"""
    match = _KIND_BEHIND.match(view.text, view.w.end[last])
    return match is not None and match["noun"] in words(LISTS, "kinds")


_KIND_BEHIND = re.compile(r",\s+(?:the|an?)\s+(?:(?!of\b)[\w-]+\s+){0,3}?(?P<noun>[a-z]+)(?:\s+(?:of|in|on|near)\b|,)")


def _led_behind(view: View, name: Name) -> str:
    """Return "where" for the place that a clause or number behind it tells of, else "".

    "from Tarn, where 12 people died" · "lowest in Osvia, Tarn (25 percent) and Ellport (21 percent)"
    """
    is_place = view.w.ent[name.first] in PLACES or name.kind
    return "where" if is_place and _TOLD_BEHIND.match(view.text, view.w.end[name.last]) else ""


_TOLD_BEHIND = re.compile(r",\swhere\s|\s\(\d[\d.,]*(?:\s?(?:%|percent|per\scent|degrees))?\)")


def _may_be_place(w: Tokens, name: Name, led: str) -> bool:
    """Is the name a place by its entity, or where only a place can stand?"""
    if w.ent[name.first] in PLACES or (name.begin == name.last and is_known(w.text[name.begin])):
        return True
    if name.kind:
        return w.pos[name.last] == "PROPN"
    if w.ent[name.first] == "PERSON" and (name.last > name.begin or is_given(w.text[name.begin])):
        return False
    if not _stands_as_place(w, name, led) or (led == "hit" and _may_be_somebody(w, name.last)):
        return False
    return w.ent[name.first] != "ORG" or (not w.text[name.begin].isupper() and name.last == name.begin)


def _stands_as_place(w: Tokens, name: Name, led: str) -> bool:
    """Does a short name stand where a place does: behind a plain preposition, struck, or before its clause?"""
    if name.begin != name.first or name.last > name.begin + 2 or w.dep[name.last] not in ("pobj", "dobj", "nsubjpass"):
        return False
    return led in words(LISTS, "plain") or led == "hit" or (led == "at" and _opens_clause(w, name))


def _may_be_somebody(w: Tokens, i: int) -> bool:
    """May somebody be meant to whom it was done ("Renn was captured", "Belcorp has been hit by a strike")?"""
    return w.dep[i] == "nsubjpass" and w.lemma[w.head[i]] in words(LISTS, "of_people_too")


def _opens_clause(w: Tokens, name: Name) -> bool:
    """Does "at" with the name stand before the rest of its clause ("At Tarn, four people were rescued")?"""
    k = name.before
    opens = k == 0 or w.text[k - 1] in (".", ",", ";", "\n") or w.low[k - 1] in ("and", "but")
    return opens and not w.ent[name.first] and w.head[k] > name.last


def _with_larger(w: Tokens, last: int, stop: int) -> int:
    """Return the last token of the larger place behind a comma ("Tarn, Osvia"), or of the place itself."""
    while last + 2 < stop and w.text[last + 1] == "," and w.ent[last + 2] == "GPE" and w.iob[last + 2] == "B":
        last += 2
        last = past(last + 1, stop, lambda last: w.iob[last] == "I" and w.tag[last] != "POS") - 1
    return last


def _country(view: View, name: Name, end: int) -> str | None:
    """Return the country of a place: its own, or what stands behind or before it.

    "Tarn, Osvia" · "the Greek island of Samos".
    """
    w, text = view.w, view.text
    own = country_of(text[w.start[name.begin] : w.end[name.last]])
    if own is None and end > name.last:
        larger = text[w.end[name.last] + 1 : w.end[end]].split(",")[-1].strip()
        own = country_of(larger) if not is_state(larger) else located(larger)
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
