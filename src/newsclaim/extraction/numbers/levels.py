"""The noun stands before the number: "the number of deaths is 66", "casualties increased to 167"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers import grammar
from newsclaim.extraction.numbers.phrases import phrase_around, span_text
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.things import LISTS, Thing, head_of_people, lemma, understood
from newsclaim.extraction.numbers.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_NUMBER_NOUN = re.compile(
    r"number|total|toll|count|tally|figure|amount|headcount|population|strength|turnout|attendance|caseload|^crowd$",
    re.IGNORECASE,
)
#: How many words above a number the noun of number may stand.
_ABOVE = 4


def by_number_noun(view: View, quantity: Quantity) -> Thing | None:
    """Read "the number of deaths is 66", "the death toll rose to 66", "the population reached 10,000"."""
    if (named := _number_of(view, quantity)) is not None:
        return named
    noun = number_noun(grammar.root_of(view, quantity.shown_start, quantity.end))
    return _counted_by(view, noun) if noun is not None else None


_NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?:the\s+)?(dead|missing|wounded|injured)\b[^.;,\d]{0,24}$")


def _number_of(view: View, quantity: Quantity) -> Thing | None:
    """Read "put the number of missing at 17", where the parse sees no noun in "missing"."""
    low = max(0, quantity.start - 60)
    match = _NUMBER_OF.search(view.text[low : quantity.start]) if quantity.measure is None else None
    return Thing(low + match.start(1), low + match.end(1), match[1], None, "number-of") if match else None


def number_noun(token: Token) -> Token | None:
    """Return the noun of number that a number belongs to ("the toll rose to 66", "the number of deaths is 66")."""
    head = token
    for _ in range(_ABOVE):
        if head.head.i == head.i:
            return None
        head = head.head
        if _is_number_noun(head):
            return head
        if head.pos_ in ("VERB", "AUX"):
            beside = (grammar.object_of(head), grammar.subject_of(head))
            return next((noun for noun in beside if noun is not None and _is_number_noun(noun)), None)
    return None


def _is_number_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" and _NUMBER_NOUN.search(token.lemma_) is not None


def _counted_by(view: View, noun: Token) -> Thing:
    """Return what a noun of number counts: what stands with "of", deaths for a toll, people for a population."""
    word = noun.lemma_.lower()
    left = noun.nbor(-1) if noun.i > view.sentence(noun.i)[0] else None
    if word == "toll" or (left is not None and left.lower_ in ("death", "fatality", "casualty", "body")):
        return understood("death", "toll")
    counted = grammar.preposition_object(noun, ("of", "for", "among"))
    if word == "population" and counted is not None and _is_place(counted):
        return understood("person", "population")
    if counted is not None and (people := head_of_people(counted.lower_)) is not None and counted.pos_ != "NOUN":
        return Thing(counted.idx, view.end(counted), people, counted, "number-of")
    if counted is not None and counted.pos_ in ("NOUN", "PROPN"):
        return _noun(view, counted, "number-of")
    if left is not None and left.pos_ == "NOUN" and left.dep_ == "compound":
        return Thing(left.idx, view.end(left), lemma(left), left, "number-of")
    people_counted = word in ("population", "turnout", "attendance", "headcount", "crowd")
    return understood("person", "population") if people_counted else understood("", "total")


def _is_place(token: Token) -> bool:
    return token.ent_type_ in ("GPE", "LOC", "FAC") or token.lemma_.lower() in lexicon.words(LISTS, "places")


def _noun(view: View, noun: Token, rule: str) -> Thing:
    start, end = span_text(view, phrase_around(view, noun))
    return Thing(start, end, lemma(noun), noun, rule)


def by_level(view: View, quantity: Quantity) -> Thing | None:
    """Read "casualties increased to 167", "cases have reached 300": a plural that rises to, falls to or is a number."""
    token = grammar.root_of(view, quantity.shown_start, quantity.end)
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("to", "at") else token.head
    if verb.lemma_.lower() not in lexicon.words("numbers/topics", "levels") or verb.i >= token.i:
        return None
    subject = grammar.subject_of(verb)
    if subject is None or subject.tag_ not in ("NNS", "NNPS") or subject.i >= verb.i:
        return None
    return _noun(view, subject, "level-of")
