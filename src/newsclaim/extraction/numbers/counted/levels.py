"""The noun stands before the number: "the number of deaths is 66", "casualties increased to 167"."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.phrases import thing_around
from newsclaim.extraction.numbers.counted.things import LISTS, Thing, head_of_people, lemma, understood
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens

_NUMBER_NOUN = re.compile(
    r"(?i)number|total|toll|count|tally|figure|amount|headcount|population|strength|turnout|attendance|caseload|^crowd$"
)
#: How many words above a number the noun of number may stand.
_ABOVE = 4


def by_number_noun(view: View, quantity: Quantity) -> Thing | None:
    """Read "the number of deaths is 66", "the death toll rose to 66", "the population reached 10,000"."""
    if (named := _number_of(view, quantity)) is not None:
        return named
    noun = number_noun(view.w, clauses.root_of(view.w, quantity.shown_start, quantity.end))
    return _counted_by(view, noun) if noun >= 0 else None


_BUNDLE = re.compile(
    r"\b(?:family|household|crew|staff|team|squad|workforce|audience|congregation|garrison|community|city|town|village|island|nation|country)"
    r"\s+of\s+(?:(?:about|around|some|nearly|almost|just|only|over|fewer\s+than|more\s+than)\s+)?$"
)


def by_bundle(view: View, quantity: Quantity) -> Thing | None:
    """Read "a crew of 14", "a city of 70,000", behind which nothing is counted."""
    bare = quantity.measure is None and quantity.number.form != "fraction" and not view.noun_follows(quantity.end)
    told = bare and _BUNDLE.search(view.text, max(0, quantity.start - 40), quantity.start) is not None
    return understood("person", "bundle") if told else None


_NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?:the\s+)?(dead|missing|wounded|injured)\b[^.;,\d]{0,24}$")


def _number_of(view: View, quantity: Quantity) -> Thing | None:
    """Read "put the number of missing at 17", where the parse sees no noun in "missing"."""
    low = max(0, quantity.start - 60)
    match = _NUMBER_OF.search(view.text[low : quantity.start]) if quantity.measure is None else None
    return Thing(low + match.start(1), low + match.end(1), match[1], -1, "number-of") if match else None


def number_noun(w: Tokens, i: int) -> int:
    """Return the noun of number that a number belongs to ("the toll rose to 66", "the number of deaths is 66")."""
    for _ in range(_ABOVE):
        if w.head[i] == i:
            return -1
        i = w.head[i]
        if _is_number_noun(w, i):
            return i
        if w.pos[i] in ("VERB", "AUX"):
            beside = (clauses.object_of(w, i), clauses.subject_of(w, i))
            return next((noun for noun in beside if noun >= 0 and _is_number_noun(w, noun)), -1)
    return -1


def _is_number_noun(w: Tokens, i: int) -> bool:
    return w.pos[i] == "NOUN" and _NUMBER_NOUN.search(w.lemma[i]) is not None


def _counted_by(view: View, noun: int) -> Thing:
    """Return what a noun of number counts: what stands with "of", deaths for a toll, people for a population."""
    w = view.w
    word = w.lemma[noun]
    left = noun - 1 if noun > view.page.sentence(noun)[0] else -1
    if word == "toll" or (left >= 0 and w.low[left] in ("death", "fatality", "casualty", "body")):
        return understood("death", "toll")
    counted = clauses.preposition_object(w, noun, ("of", "for", "among"))
    if counted >= 0 and (found := _by_of(view, word, counted)) is not None:
        return found
    if left >= 0 and w.pos[left] == "NOUN" and w.dep[left] == "compound":
        return Thing(w.start[left], w.end[left], lemma(w, left), left, "number-of")
    people_counted = word in ("population", "turnout", "attendance", "headcount", "crowd")
    return understood("person", "population") if people_counted else understood("", "total")


def _by_of(view: View, word: str, counted: int) -> Thing | None:
    w = view.w
    if word == "population" and (w.pos[counted] == "PROPN" or w.lemma[counted] in lexicon.words(LISTS, "places")):
        return understood("person", "population")
    if (people := head_of_people(w.low[counted])) is not None and w.pos[counted] != "NOUN":
        return Thing(w.start[counted], w.end[counted], people, counted, "number-of")
    return thing_around(view, counted, "number-of") if w.pos[counted] in ("NOUN", "PROPN") else None


def by_level(view: View, quantity: Quantity) -> Thing | None:
    """Read "casualties increased to 167", "cases have reached 300": a plural that rises to, falls to or is a number."""
    w = view.w
    i = clauses.root_of(view.w, quantity.shown_start, quantity.end)
    verb = w.head[w.head[i]] if w.dep[i] == "pobj" and w.low[w.head[i]] in ("to", "at") else w.head[i]
    if w.lemma[verb] not in lexicon.words("numbers/measured", "levels") or verb >= i:
        return None
    subject = clauses.subject_of(w, verb)
    if subject < 0 or w.tag[subject] not in ("NNS", "NNPS") or subject >= verb:
        return None
    return thing_around(view, subject, "level-of")
