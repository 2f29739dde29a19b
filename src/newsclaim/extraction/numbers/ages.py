"""Ages written without a unit: "aged 41", "Ana Vell, 23,", "she is 60"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_AGED = re.compile(
    r"\b(?:aged|ages?)\s+(?:of\s+)?(?:between\s+|from\s+|about\s+|around\s+|just\s+|over\s+|under\s+)?$", re.IGNORECASE
)
_COMMA = re.compile(r"(?:,|\(|–|—)\s*(?:now\s+|then\s+|just\s+|only\s+)?$")
_AFTER = re.compile(r"\s*[,.;)–—]|\s*$|\s+(?:and|was|were|is|of|from|who)\b")
_SHE_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|who|[Hh]e['’]s|[Ss]he['’]s)\s*(?:is|was|will\s+be|would\s+be|turn(?:s|ed)|has\s+turned)?\s+(?:now\s+|only\s+|just\s+)?$"
)
_SENTENCE_END = re.compile(r"\s*(?:[.,;]|$|\s(?:when|at\s+the\s+time|years?\b|and\b))")
_OLDEST = 120


def mark(view: View, quantity: Quantity) -> None:
    """Make a bare number an age when its surroundings say so."""
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
    if i == 0 or token.pos_ != "PROPN":
        return token.ent_type_ == "PERSON"
    return (
        token.ent_type_ in ("PERSON", "ORG", "")
        and view.doc[i - 1].pos_ in ("PROPN", "ADJ", "PUNCT", "DET", "NOUN", "SPACE", "ADP", "CCONJ", "VERB")
        and view.text[quantity.end : quantity.end + 1] in (",", ")", ".")
        and not (view.text[quantity.end : quantity.end + 1] == "." and token.ent_type_ != "PERSON")
    )


def _predicate(view: View, quantity: Quantity) -> bool:
    """ "She is 60.": a person is said to be a number."""
    return (
        _SHE_IS.search(view.text, max(0, quantity.start - 26), quantity.start) is not None
        and _SENTENCE_END.match(view.text, quantity.end) is not None
    )
