"""What a number takes from its neighbours: the thing counted, and what the measure that it repeats tells about."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.classes.rules import classify
from newsclaim.extraction.numbers.classes.words import is_person
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, befalls_people, understood
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields import events
from newsclaim.extraction.numbers.reading.hedges import bounds
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses


def take_over(view: View, this: Draft, before: Draft | None, after: Draft | None) -> None:
    """Fill in what stands next door: `before` and `after` are the neighbours that stand near enough."""
    if before is not None and _is_conversion(view, before, this):
        _convert(before, this)
    _understand(view, this, before, after)


# -- the same measure in another unit --------------------------------------------------------------------------------

_DIMENSIONS = frozenset({"distance", "measure", "money"})
#: The bracket ends, if behind a third unit.
_CLOSES = re.compile(r"(?:[,;]\s[^()\n]{1,40})?[)\]]")


def _is_conversion(view: View, before: Draft, this: Draft) -> bool:
    """Is this the number before it in another unit, in brackets ("75 miles per hour (120 kph)")?"""
    one, other = before.quantity, this.quantity
    if one.measure not in _DIMENSIONS or other.measure not in _DIMENSIONS:
        return False
    if one.unit == other.unit and before.twin is None:
        return False
    between = view.text[one.end : other.start].strip()
    closed = _CLOSES.match(view.text, other.end) is not None
    again = before.twin is not None and between in (",", ";", ", or", "or")
    return between == "or" or (closed and (again or between in ("(", "[", "(~", "(about")))


def _convert(before: Draft, this: Draft) -> None:
    """Give a converted measure what the original has: its hedge, what it tells about, its verb."""
    this.about, this.verb, this.event = before.about, before.verb, before.event
    this.owner, this.noun, this.rule = before.owner, before.noun, before.rule
    this.kind, this.twin = before.kind, before
    quantity, hedge = this.quantity, before.quantity.qualifier
    plain = quantity.qualifier == "exact" and quantity.low == quantity.value
    if plain and hedge != "range" and quantity.value is not None:
        quantity.qualifier = hedge
        quantity.low, quantity.high = bounds(hedge, quantity.value)


# -- things understood -----------------------------------------------------------------------------------------------


def _understand(view: View, this: Draft, before: Draft | None, after: Draft | None) -> None:
    """Take over the thing counted next door where the number has none of its own."""
    if not _lacks_thing(view, this, before):
        return
    near = _donor(view, this, before, after)
    if near is None or near.thing is None or _is_voted_on(view, this, near, near.thing):
        _by_itself(view, this)
    else:
        _from(view, this, near, near.thing)


def _is_voted_on(view: View, this: Draft, near: Draft, other: Thing) -> bool:
    """Is what is counted next door only what a vote is about ("two motions … fell by 33 to 28")?"""
    rival = this.quantity.rival is not None and near.quantity.rival is None and near.kind != "votes"
    near_by = is_person(view.w, other) and near.sentence.first == this.sentence.first
    return rival and not near_by and other.head not in lexicon.words("numbers/rivals", "votes") | _HELD


#: What sides have so many of.
_HELD = frozenset({"seat", "point", "mandate", "delegate"})


def _lacks_thing(view: View, this: Draft, before: Draft | None) -> bool:
    """Has a number no thing of its own, or only people whose kind the number before tells?"""
    named = this.thing is not None and (bool(this.thing.head) or this.thing.rule == "it")
    if this.thing is None and this.about is not None and this.quantity.is_part:
        return False  # "charges go up by a fifth"
    if this.quantity.measure is not None and (named or this.thing is None):
        return False
    return not named or _same_people(view, this, before)


def _by_itself(view: View, this: Draft) -> None:
    """Understand people where something befalls them or where they act; else leave it open what is counted."""
    this.thing = _people_or_none(this.thing)
    people = befalls_people(view.w, this.event) or _act(view, this)
    if this.thing is None and this.quantity.measure is None and people:
        this.thing, this.about = understood("person", "understood"), None
    classify(view, this)


def _from(view: View, this: Draft, near: Draft, other: Thing) -> None:
    """Take over the thing of a neighbour, and its class where nothing else happens to what is counted."""
    own = this.thing
    part, end = (own.part, own.end) if own is not None else (other.rule == "out-of-them", None)
    this.thing = Thing(other.start, other.stop, other.head, other.token, "antecedent", part=part, end=end)
    classify(view, this)
    if this.why.get("class") == "noun" and near.why.get("class") == "other":
        this.kind = "other"  # "53 fire brigades … just six"
    if this.kind == "other" and near.kind != "other" and _same_event(view, this, near):
        this.kind = near.kind


def _act(view: View, this: Draft) -> bool:
    """Are they who does something to something, and nothing else ("200 in Ellport drink tea", "Twelve signed it")?"""
    w, i = view.w, this.root
    if this.quantity.value is None or this.quantity.value == 1 or i < 0 or w.dep[i] != "nsubj":
        return False
    verb = w.head[i]
    done = clauses.object_of(w, verb)
    if w.pos[verb] != "VERB" or w.lemma[verb] == "have" or verb < i or done < verb:
        return False
    if w.lemma[verb] in lexicon.words("numbers/measured", "levels"):
        return False
    behind, known = view.at(this.quantity.end), i > 0 and w.low[i - 1] in ("the", "these", "those")
    return not known and w.pos[behind] in ("ADP", "VERB", "AUX") and w.pos[done] != "NUM"


def _same_event(view: View, this: Draft, near: Draft) -> bool:
    """Does nothing else happen to what is counted than to the neighbour's?"""
    if this.event < 0 or near.event < 0 or this.event == near.event:
        return True
    verb = view.w.lemma[this.event]
    joined = near.kind == "protesters" and verb in lexicon.words(LISTS, "joining")
    if joined or verb in lexicon.words(LISTS, "counting"):
        return True
    return not events.tells(view.w, this.event)


def _donor(view: View, this: Draft, before: Draft | None, after: Draft | None) -> Draft | None:
    """Return the neighbour whose thing is counted: the next one in a list ("45 and 50 cases"), else the one before."""
    if this.thing is None and after is not None and after.thing is not None and _listed(view, this, after):
        return after
    counts = before is not None and before.thing is not None and before.thing.head and before.quantity.measure is None
    return before if counts else None


def _people_or_none(thing: Thing | None) -> Thing | None:
    """Return people for a thing of which nothing is said ("two of them"), nothing for a bare total or "these"."""
    if thing is None or thing.head or thing.rule in ("total", "these", "it"):
        return thing if thing is not None and (thing.head or thing.rule == "it") else None
    return Thing(None, None, "person", -1, "understood", part=thing.part, end=thing.end)


def _same_people(view: View, this: Draft, before: Draft | None) -> bool:
    """Are the people that are understood those counted just before ("killing seven riders and injuring three more")?"""
    if before is None or before.thing is None or this.thing is None or this.thing.rule != "understood":
        return False
    if before.thing.head in lexicon.words(LISTS, "states"):
        return False
    if _OTHER.search(view.text[max(0, this.quantity.start - 12) : this.quantity.shown_start]):
        return True
    named = before.sentence.first == this.sentence.first and before.thing.token >= 0
    return named and is_person(view.w, before.thing)


#: The rest of what was counted just before ("the other 30 are missing").
_OTHER = re.compile(r"\b(?:other|remaining)\s+$")
_JOINED = re.compile(r"\s*(?:,|,?\s*(?:and|or)|out\s+of|to|of)\s*")


def _listed(view: View, this: Draft, after: Draft) -> bool:
    gap = after.quantity.start - this.quantity.end
    near = after.sentence.first == this.sentence.first and 0 <= gap <= 8
    return near and _JOINED.fullmatch(view.text[this.quantity.end : after.quantity.start]) is not None
