"""Bodies and forces that are institutions, neither dead nor soldiers: "19 independent bodies", "12 police forces"."""

from __future__ import annotations

from newsclaim.extraction.numbers.classes import befallen
from newsclaim.extraction.numbers.classes.words import LISTS
from newsclaim.extraction.numbers.counted.things import Thing
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.lexicon import words

#: No troops are counted by fewer forces.
_FEW = 5
_EITHER = frozenset({"body", "force", "personnel", "brigade"})


def are_counted(view: View, made: Draft, thing: Thing) -> bool:
    """Are bodies or forces counted that are neither of the dead nor of an army?"""
    inside = set(thing.inside.split())
    if thing.head not in _EITHER or not words(LISTS, "of_armies").isdisjoint(inside):
        return False
    if thing.head == "force" and (made.quantity.value or _FEW) < _FEW:
        return True  # "two opposed forces in the party"
    if thing.head == "body" and (_is_no_body(view, made, thing) or _act(view, made)):
        return True
    kinds = words(LISTS, "of_institutions") & inside
    return bool(kinds) and not (kinds <= words(LISTS, "of_the_dead") and _are_unearthed(view, made))


def _is_no_body(view: View, made: Draft, thing: Thing) -> bool:
    """Is it "no body spoke of it"?"""
    return made.quantity.rule == "zero" and view.w.low[thing.token] == "body"


def _act(view: View, made: Draft) -> bool:
    """Does something do what only the living or an office does ("two bodies oversee the port", "have to comply")?"""
    w, place = view.w, befallen.place_of(view, made.root)
    if place is None or place.role != "doer":
        return False
    does = {w.lemma[place.verb]}
    if w.lemma[place.verb] == "have":
        does |= {w.lemma[k] for k in w.rights(place.verb) if w.tag[k] == "VB"}
    return not does.isdisjoint(words(LISTS, "acting"))


def _are_unearthed(view: View, made: Draft) -> bool:
    """Did somebody find the bodies ("found 12 student bodies in the rubble")?"""
    is_body = made.thing is not None and made.thing.head == "body"
    place = befallen.place_of(view, made.root) if is_body else None
    return place is not None and view.w.lemma[place.verb] in words(LISTS, "unearthing") and place.role != "doer"
