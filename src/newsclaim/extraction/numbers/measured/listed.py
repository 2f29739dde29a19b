"""Items of a list, each a name and its number: "Norland €0.61; Ostmark €0.55", "Norland 34,000; Lethia 19,700"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.measured import headings
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_NAME = r"[A-Z][\w.’'-]*(?: (?:of |and |the )?[A-Z][\w.’'-]*){0,3}"
#: What stands before an item at the head of a line.
_BULLET = r"(?:[^\w\s$€£]{1,3}\s+)?"
_BEFORE = re.compile(rf"(?:^|[;:\n]\s*|;\s+and\s+){_BULLET}(?:[Ii]n )?(?P<name>{_NAME})(?:\s*[:–—-])?\s+$")
_AMOUNT = r"[$€£]?\d[\d.,]*"
_NEXT = re.compile(rf"[^;\n.]{{0,24}}[;\n]\s*{_BULLET}(?:and\s+)?(?:in )?{_NAME}(?:\s*[:–—-])?\s+{_AMOUNT}")
_LAST = re.compile(rf"{_NAME}(?:\s*[:–—-])?\s+{_AMOUNT}[^;\n]{{0,24}}[;\n]\s*{_BULLET}(?:and\s+)?(?:in )?$")
#: How far before a number the name of its item may begin.
_REACH = 60


def owner(view: View, quantity: Quantity) -> int:
    """Return the last token of the name whose item of a list a number is, -1 where it is none."""
    low = max(0, quantity.front - _REACH)
    match = _BEFORE.search(view.text, low, quantity.front)
    if match is None:
        return -1
    others = _NEXT.match(view.text, quantity.end) or _LAST.search(view.text, max(0, low - _REACH), match.start("name"))
    return view.at(match.end("name")) - 1 if others else -1


def item(view: View, quantity: Quantity, _stop: int) -> tuple[int, int] | None:
    """Return what a list is about by its heading, and whose the item is."""
    name = owner(view, quantity)
    return (headings.noun_over(view, quantity, name), name) if name >= 0 else None
