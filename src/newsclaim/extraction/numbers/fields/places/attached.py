"""Whether a place and a number hang on the same words: how the parse tells it, however far apart they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.places.led import LISTS, PLACES
from newsclaim.extraction.numbers.fields.places.spots import Spot
from newsclaim.extraction.numbers.quantity import AMOUNTS
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

_DEEP = 8
_SUBJECTS = ("nsubj", "nsubjpass")
#: Over these the verb above a clause is another's.
_SAME = frozenset({"xcomp", "acl", "relcl", "pcomp"})


def attached(view: View, made: Draft, own: Sequence[Spot]) -> Spot | None:
    """Return the place that hangs on a word over the number or on its verb's subject ("the flats in Tarn, each $5m").

    A time has that of its own verb, or of the noun it stands before ("a two-day meeting in Tarn").
    """
    w = view.w
    over = list(_around(w, made.root) if made.kind == "duration" else _above(w, made.root))
    away = words(LISTS, "away")
    real = [spot for spot in own if not spot.told and spot.led not in away and w.ent[view.within(spot.start)] in PLACES]
    found = [
        (over.index(holder), spot) for spot in real for holder in _joined(w, _holder(view, spot)) if holder in over
    ]
    return min(found, key=lambda entry: entry[0])[1] if found else None


def _joined(w: Tokens, holder: int) -> Iterator[int]:
    """Yield a word and the verbs that it is joined to under one subject ("were looted, burned and wrecked in Tarn")."""
    yield holder
    while holder >= 0 and w.dep[holder] == "conj" and w.pos[holder] == "VERB" and w.child(holder, *_SUBJECTS) < 0:
        holder = w.head[holder]
        yield holder


def is_aside(view: View, made: Draft, spot: Spot) -> bool:
    """Does a place belong to a clause that only tells of somebody by the way, outside of which the number stands?

    "the Vell Diamond, found in Tarn, weighed 90 carats" · "firms based in Tarn pay $3" · "voted 62% to 38% to remain in
    the league". What is counted may itself be what is there ("40 firms based in Tarn").
    """
    w = view.w
    if made.kind in AMOUNTS and _is_of_next(view, made, spot):
        return True
    verb = _holder(view, spot)
    if verb < 0 or w.pos[verb] != "VERB" or w.dep[verb] not in ("acl", "xcomp"):
        return False
    if w.lemma[verb] in _STAYING and made.quantity.rival is not None:
        return True
    if w.dep[verb] != "acl" or w.head[verb] == made.root or w.left[verb] <= made.root <= w.right[verb]:
        return False
    if w.lemma[verb] in _STAYING:
        return True
    return w.lemma[verb] in words(LISTS, "seats") or (made.kind in AMOUNTS and w.text[verb - 1] == ",")


def _is_of_next(view: View, made: Draft, spot: Spot) -> bool:
    """Is it told of the next of several clauses ("the DAX fell 1 percent and shares in Tarn rose")?"""
    w = view.w
    its = clauses.governing_verb(w, view.within(spot.start))
    apart = its >= 0 and w.dep[its] in ("conj", "advcl") and w.head[its] == made.verb and its != made.verb
    return apart and made.root < w.left[its] <= view.within(spot.start) and w.child(its, "nsubj", "nsubjpass") >= 0


#: Where somebody wants to stay is where nothing happens yet ("the right to remain in Norland").
_STAYING = frozenset({"remain", "stay", "live"})


def _holder(view: View, spot: Spot) -> int:
    """Return the word that a place hangs on: that over its preposition, the verb that strikes it; -1 for none."""
    w, i = view.w, view.within(spot.start)
    for _ in range(_DEEP):
        over = w.head[i]
        if w.dep[i] == "pobj" and w.low[over] == spot.led:
            return w.head[over]
        if spot.led == "hit" and w.dep[i] in ("dobj", "nsubj", "nsubjpass"):
            return over
        if over == i:
            return -1
        i = over
    return -1


def _above(w: Tokens, i: int) -> Iterator[int]:
    """Yield a word and those over it, as far as one clause goes, with the subjects of its verbs."""
    for _ in range(_DEEP):
        yield i
        if w.pos[i] in ("VERB", "AUX"):
            yield from (k for k in w.kids[i] if w.dep[k] in ("nsubj", "nsubjpass"))
            if w.dep[i] not in _SAME:
                return
        if w.head[i] == i:
            return
        i = w.head[i]


def _around(w: Tokens, i: int) -> Iterator[int]:
    """Yield the noun that a time stands before, else the words over it up to its verb."""
    if w.dep[i] in ("compound", "nummod", "amod"):
        yield w.head[i]
        return
    for _ in range(_DEEP):
        yield i
        if w.pos[i] in ("VERB", "AUX") or w.head[i] == i:
            return
        i = w.head[i]
