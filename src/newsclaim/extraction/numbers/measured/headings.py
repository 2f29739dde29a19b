"""What a list is about by its heading: "Unemployment in February" over "Vestria 4.1%; Lethia 7.3%"."""

from __future__ import annotations

from bisect import bisect_right

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

#: A longer line is no heading.
_LONGEST = 90


def noun_over(view: View, quantity: Quantity) -> int:
    """Return the head of the heading over a list, or before the colon that opens it; -1 for none."""
    w = view.w
    i = view.within(quantity.start)
    first, _ = view.page.sentence(i)
    colon = next((k for k in range(i - 1, max(first, i - 60) - 1, -1) if w.text[k] == ":"), -1)
    if colon > first and (found := _noun(view, first, colon)) >= 0:
        return found
    blocks = view.article.blocks
    n = bisect_right(blocks, quantity.start, key=lambda block: block.start) - 2
    if n < 0 or blocks[n].end - blocks[n].start > _LONGEST or view.text[blocks[n].end - 1] == ".":
        return -1
    return _noun(view, w.at(blocks[n].start), w.at(blocks[n].end))


def _noun(view: View, first: int, stop: int) -> int:
    """Return the head noun of a line without a verb: the last noun before its first preposition."""
    w = view.w
    found = -1
    for k in range(first, stop):
        if w.tag[k] in ("VBD", "VBZ", "VBP", "MD"):
            return -1
        if w.pos[k] == "ADP" and found >= 0:
            break
        if w.pos[k] in ("NOUN", "PROPN") and w.ent[k] not in ("DATE", "GPE", "PERSON"):
            found = k
    return found
