"""Numbers that call something by its number: telephones, houses, shares, laws, models."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/notclaims"


@cache
def _address() -> re.Pattern[str]:
    behind, before = (lexicon.either(_LISTS, key) for key in ("street_behind", "street_before"))
    return re.compile(rf"\s(?:[A-Z][\w.’'-]*\s){{1,3}}(?:{behind})\b|\s(?:{before})\s")


def is_address(view: View, quantity: Quantity) -> bool:
    """Find the number of a house ("12 Larch Street")."""
    return quantity.is_bare and _address().match(view.text, quantity.end) is not None


@cache
def _call() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:{lexicon.either(_LISTS, 'calling')})(?:\s+(?-i:[A-Z]{{3,12}})\s+to)?\s+"
        r"(?:on\s+|(?:the\s+)?(?-i:[A-Z][\w’'-]*\s+){1,4}(?:on|at)\s+)?(?:[\d -]{3,14}(?:,|\s+or|\s+and)\s+)?$"
        r"|\b[SM]MS\s+to\s+$"
    )


def is_called(view: View, quantity: Quantity) -> bool:
    """Find a telephone number behind a verb of calling ("dial 112")."""
    if not quantity.is_bare or view.noun_follows(quantity.end):
        return False
    low = max(0, quantity.start - 60)
    emergency = view.text[quantity.start : quantity.shown_end] in lexicon.words(_LISTS, "emergency")
    if emergency and _TO_THEM.search(view.text, low, quantity.start):
        return not view.text.startswith(" of ", quantity.end)
    return _call().search(view.text, low, quantity.start) is not None


_TO_THEM = re.compile(
    r"\b(?:calls?|called|phoned|messages?|SMS|MMS)\s+(?:(?:in|placed|made|went|came|going|coming)\s+)*(?:to|from|with|via|through)\s+$"
)


_STATUTE = re.compile(r"\s(?:U\.?S\.?\s?C(?:ode|\.)|C\.?F\.?R\b|Stat\.)")


def is_code_of_share(view: View, quantity: Quantity) -> bool:
    """Find the code of a share ("Calder Foods (TWSE: 2495)")."""
    closed = quantity.is_bare and view.text[quantity.end : quantity.end + 1] == ")"
    match = _LISTED_AT.search(view.text, max(0, quantity.start - 12), quantity.start) if closed else None
    return match is not None and match["exchange"].lower() in lexicon.words(_LISTS, "exchanges")


_LISTED_AT = re.compile(r"[(;,]\s?(?P<exchange>[A-Z]{2,8}):\s?$")


def is_code(view: View, quantity: Quantity) -> bool:
    """Find the number of a model or file by its many digits without a comma ("models 1808008 and 1821332")."""
    long = quantity.is_bare and _CODE.fullmatch(view.text, quantity.shown_start, quantity.shown_end) is not None
    if not long or view.noun_follows(quantity.end) or _OF.match(view.text, quantity.end):
        return False
    return _called().search(view.text, max(0, quantity.start - 60), quantity.start) is not None


#: Round numbers are counted.
_CODE = re.compile(r"\d{3,}(?!000)\d{3}")
_OF = re.compile(r"\s+of\b")


@cache
def _called() -> re.Pattern[str]:
    """Find the noun for what has such numbers before one or behind others ("models are 1808008, 1821332")."""
    return re.compile(
        rf"(?i)\b(?:{lexicon.either(_LISTS, 'coded')})"
        r"\s+(?:(?:is|are|was|were)\s+)?(?:[\w-]*\d[\w-]*(?:,|,?\s+and|,?\s+or)\s+)*$"
    )


def is_title_of_law(view: View, quantity: Quantity) -> bool:
    """Find the title of a code of laws ("17 U.S. Code § 1201")."""
    return quantity.is_bare and _STATUTE.match(view.text, quantity.end) is not None
