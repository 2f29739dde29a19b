"""Numbers of the points of a list, line by line or in one run: "1. Boil the water 2. Peel the roots"."""

from __future__ import annotations

import re
from functools import cache

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_OPENS = re.compile(r"(?:^|\n)[ \t]*\(?$")
_MARK = re.compile(r"[.)][ \t]+\S")
#: The next or the last point of a run stands no farther away.
_APART = 400
_LONGEST = 30


def is_list_number(view: View, quantity: Quantity) -> bool:
    """Does the number only number a line ("1. Boil the water"), or a point of a run of points?"""
    if not quantity.number.digits or quantity.unit is not None or not _MARK.match(view.text, quantity.end):
        return False
    opens = _OPENS.search(view.text, max(0, quantity.start - 8), quantity.start) is not None
    return opens or _is_in_run(view.text, quantity)


def _is_in_run(text: str, quantity: Quantity) -> bool:
    """Does the run hold the first point and the one before or behind this one ("… 3,107 carats 2. Lesedi …")?"""
    value = int(quantity.value or 0)
    if not 0 < value <= _LONGEST or not _point(value).match(text, max(0, quantity.start - 1)):
        return False
    before = max(0, quantity.start - _APART)
    if value == 1:
        return _point(2).search(text, quantity.end, quantity.end + _APART) is not None
    if _point(value - 1).search(text, before, quantity.start) is None:
        return False
    return _point(1).search(text, max(0, quantity.start - value * _APART), quantity.start) is not None


@cache
def _point(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s){number}[.)] [A-Z]")
