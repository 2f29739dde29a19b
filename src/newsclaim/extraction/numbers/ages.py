"""Ages written without a unit: "aged 41", "Ana Vell, 23,", "she is 60"."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_AGED = re.compile(
    r"\b(?:aged|ages?)\s+(?:of\s+)?(?:between\s+|from\s+|about\s+|around\s+|just\s+|over\s+|under\s+)?$", re.IGNORECASE
)
_COMMA = re.compile(r"(?:,|\(|–|—)\s*(?:now\s+|then\s+|just\s+|only\s+)?$")
_AFTER = re.compile(r"\s*[,.;)–—]|\s*$|\s+(?:and|was|were|is|of|from|who)\b")
_NEXT_AGE = re.compile(r"\s+and\s+\d{1,2}\s*[,.;)]")
_SHE_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|[Hh]e['’]s|[Ss]he['’]s)\s*(?:is|was|will\s+be|would\s+(?:be|have\s+been)|turn(?:s|ed)|has\s+turned)?\s+(?:now\s+|only\s+|just\s+)?$"
)
_SENTENCE_END = re.compile(r"\s*(?:[.,;]|$|\s(?:when|at\s+the\s+time|years?\b|and\b|on\b))")
_OLDEST = 120


_LISTED = re.compile(r"\s*(?:,|,?\s*and|or|to|/)\s*")


def mark(view: View, quantity: Quantity, before: Quantity | None) -> None:
    """Make a bare number an age when its surroundings say so, or when it is listed behind one."""
    if before is not None and before.measure == "age" and before.rule == "bare-age" and quantity.measure is None:
        between = view.text[before.end : quantity.start]
        if (
            _LISTED.fullmatch(between)
            and _AFTER.match(view.text, quantity.end)
            and 0 < (quantity.value or 0) <= _OLDEST
        ):
            quantity.unit, quantity.measure, quantity.rule = before.unit, "age", "bare-age"
            return
    if quantity.measure not in (None, "duration") or not 0 < (quantity.value or quantity.high or 0) <= _OLDEST:
        return
    if quantity.measure == "duration" and quantity.unit not in ("year", "month"):
        return
    if quantity.number.scale > 1 or quantity.number.form not in ("point", "range"):
        return
    aged = _AGED.search(view.text, max(0, quantity.start - 20), quantity.start)
    if aged is None and (
        quantity.measure is not None or not (_behind_name(view, quantity) or _predicate(view, quantity))
    ):
        return
    if aged is not None and not aged.group().lower().startswith("age of"):
        quantity.start = aged.start()
    quantity.unit, quantity.measure, quantity.rule = quantity.unit or "year", "age", "bare-age"


def _behind_name(view: View, quantity: Quantity) -> bool:
    """ "Ana Vell, 23, pleaded": between a person's name and a comma."""
    match = _COMMA.search(view.text, max(0, quantity.start - 10), quantity.start)
    if match is None or not _AFTER.match(view.text, quantity.end) or quantity.number.form == "range":
        return False
    i = view.at(max(0, match.start() - 1))
    token = view.doc[i]
    if i > 0 and token.tag_ == "NN" and view.text[quantity.end : quantity.end + 1] in (",", ")"):
        return token.ent_type_ == "PERSON" or is_person_noun(token.lemma_.lower())
    if i == 0 or token.pos_ != "PROPN":
        return token.ent_type_ == "PERSON"
    return (
        token.ent_type_ in ("PERSON", "ORG", "")
        and view.doc[i - 1].pos_ in ("PROPN", "ADJ", "PUNCT", "DET", "NOUN", "SPACE", "ADP", "CCONJ", "VERB")
        and (view.text[quantity.end : quantity.end + 1] in (",", ")", ".") or _NEXT_AGE.match(view.text, quantity.end))
        and not (view.text[quantity.end : quantity.end + 1] == "." and token.ent_type_ != "PERSON")
    )


_PERSON_ENDING = re.compile(
    r"(?:[^w]er|or|ist|man|woman|ess|ian|ant|king|leader|chief|mother|father|son|daughter|wife|husband|boss|star)$"
)


def is_person_noun(lemma: str) -> bool:
    """Does a singular noun name a person, by the list of people or its ending ("the singer, 67,")?"""
    return lemma in lexicon.load("numbers/classes")["nouns"]["person"] or _PERSON_ENDING.search(lemma) is not None


def _predicate(view: View, quantity: Quantity) -> bool:
    """ "She is 60.": a person is said to be a number."""
    return (
        _SHE_IS.search(view.text, max(0, quantity.start - 26), quantity.start) is not None
        and _SENTENCE_END.match(view.text, quantity.end) is not None
    )
