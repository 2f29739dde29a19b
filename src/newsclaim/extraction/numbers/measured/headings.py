"""What a list is about by its heading: "Unemployment in February" over "Vestria 4.1%; Lethia 7.3%"."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import FINITE

#: A longer line is no heading.
_LONGEST = 90
#: Another item of the list ("Osvik: 48%"), which stands under the heading too.
_ITEM = re.compile(r"(?:[-–—•*·]\s+)?[A-Z][^\n.!?]{0,60}?[\s:–—-][$€£]?\d[\d.,]*(?:\s?(?:%|[a-z]+\b)){0,2}\.?\s*")


def noun_over(view: View, quantity: Quantity, name: int = -1) -> int:
    """Return the head of the heading over a list, or before the colon that opens it; -1 for none.

    `name` is the last token of the item's own name, whose colon opens no list, -1 for none.
    """
    own = name + 1 if name >= 0 else -1
    found = _before_colon(view, quantity, own)
    if found < 0:
        found = _line_above(view, quantity, listed=name >= 0)
    return _before_colon(view, quantity, -1) if found < 0 <= own else found


def _before_colon(view: View, quantity: Quantity, own: int) -> int:
    """Return the head before the last colon of the sentence, that of the item's `own` name left out; -1 for none."""
    w = view.w
    i = view.within(quantity.start)
    first, _ = view.page.sentence(i)
    colon = next((k for k in range(i - 1, max(first, i - 60) - 1, -1) if w.text[k] == ":" and k != own), -1)
    said = colon > first and w.text[colon + 1] in ('"', "“", "‘")
    return _noun(view, first, colon) if colon > first and not said else -1


def _line_above(view: View, quantity: Quantity, *, listed: bool) -> int:
    """Return the head of the short line over a number, over the whole list of an item; -1 for none."""
    w, blocks = view.w, view.article.blocks
    n = bisect_right(blocks, quantity.start, key=lambda block: block.start) - 2
    while listed and n >= 0 and _ITEM.fullmatch(view.text, blocks[n].start, blocks[n].end):
        n -= 1
    if n < 0 or blocks[n].end - blocks[n].start > _LONGEST or view.text[blocks[n].end - 1] == ".":
        return -1
    if not listed and not FINITE.isdisjoint(w.tag[slice(*view.page.sentence(view.within(quantity.start)))]):
        return -1  # a sentence under a heading tells itself what it is about
    return _noun(view, w.at(blocks[n].start), w.at(blocks[n].end))


def _noun(view: View, first: int, stop: int) -> int:
    """Return the head noun of a line without a verb: the last noun before its first preposition."""
    w = view.w
    found = -1
    for k in range(first, stop):
        if w.tag[k] in FINITE:
            return -1
        if w.pos[k] == "ADP" and found >= 0:
            break
        person = w.ent[k] == "PERSON" and w.pos[k] == "PROPN"
        if w.pos[k] in ("NOUN", "PROPN") and w.ent[k] not in ("DATE", "GPE") and not person:
            found = k
    return found
