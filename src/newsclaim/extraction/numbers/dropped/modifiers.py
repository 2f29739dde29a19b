"""Numbers that only tell of what kind one thing is: "21-paragraph", "the 27 member bloc", "2+2 talks"."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/notclaims"
_MODIFIER = re.compile(r"[-‑–](?!(?:to|in|or|and)[-‑–])[A-Za-z]")
#: Of these the number is how far one side is before the other.
_LEADS = ("lead", "advantage", "edge", "gap", "margin", "majority", "deficit", "swing")
#: What is told with a hyphen and counts all the same: "tenfold", "20-odd", the lead of one side over another.
_KEPT_MODIFIER = re.compile(
    r"-(?:fold|plus|odd)\b|-(?:three|four|five|six|seven|eight|nine|ten)\b(?!-)"
    rf"|[-‑–](?:points?|seats?|votes?)\s+(?:[a-z]+\s+)?(?:{'|'.join(_LEADS)})\b"
)


def is_modifier(view: View, quantity: Quantity) -> bool:
    """Find a hyphenated modifier that counts ("21-paragraph"); measures, ages and money are claims."""
    if quantity.measure is not None or quantity.number.form == "fraction":
        return False
    if view.text.endswith("-of-", 0, quantity.start):
        return True  # "her family-of-five"
    kept = _KEPT_MODIFIER.match(view.text, quantity.end)
    return kept is None and _MODIFIER.match(view.text, quantity.end) is not None


def is_of_talks(view: View, quantity: Quantity) -> bool:
    """Find how many sit on each side ("a one-on-one meeting", "2+2 talks")."""
    if quantity.measure is not None:
        return False
    low = max(0, quantity.shown_start - 9)
    around = view.text[low : quantity.end + 9]
    if "+" not in around and "-on-" not in around:
        return False
    runs = _SIDES.finditer(view.text, low, quantity.end + 9)
    return any(run.start() <= quantity.shown_start < run.end() for run in runs)


_SIDES = re.compile(r"(?<![\w+])(?:\d{1,2}\+\d(?![\d+])|(?:[A-Za-z]+|\d)-on-(?:[a-z]+|\d)\b)")


def is_of_members(view: View, quantity: Quantity) -> bool:
    """Find the modifier of one thing that is written without its hyphen ("the 27 member bloc")."""
    if quantity.measure is not None or (quantity.value or 0) <= 1:
        return False
    w, i = view.w, view.at(quantity.end)
    of = i + 1 < len(w) and w.low[i] in lexicon.words(_LISTS, "of_members") and w.tag[i] == "NN"
    one = of and w.tag[i + 1] == "NN" and w.low[i + 1] not in _LEADS
    return one and not (i + 2 < len(w) and w.pos[i + 2] in ("NOUN", "PROPN"))
