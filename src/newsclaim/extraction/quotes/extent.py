"""Where reported content ends: cuts off what the article adds in its own voice."""

from __future__ import annotations

from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words

_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "...", "…"})
_SAID_ASIDE = frozenset({"which", "who", "whom", "whose"})


def trimmed(w: Words, content: Range) -> Range:
    """Return the range without a leading "that" and without punctuation at its edges."""
    a, b = content
    while a < b and (w.text[a] in _EDGE or w.low[a] == "that" and w.tag[a] in {"IN", "WDT"}):
        a += 1
    while b > a and (w.text[b - 1] in _EDGE or w.low[b - 1] in {"and", "but", "while"} or not w.text[b - 1].strip()):
        b -= 1
    return a, b


def one_block(w: Words, content: Range, block: int) -> Range:
    """Return the part of the range that lies in the block."""
    a, b = content
    while a < b and w.block[a] != block:
        a += 1
    while b > a and w.block[b - 1] != block:
        b -= 1
    return a, b


def own_voice(w: Words, content: Range) -> Range:
    """Cut a closing ", which …", ", a move that …", ", marking …" that belongs to the article."""
    a, b = content
    for i in range(a + 3, b):
        if w.text[i] in {",", ";", "—", "–"} and w.quoted[i] < 0 and i + 1 < b and _adds(w, i + 1, a, b):
            return a, i
    return content


def _adds(w: Words, i: int, a: int, b: int) -> bool:
    if w.low[i] in _SAID_ASIDE and w.text[i - 1] == ",":
        verb = w.head[i]
        return w.right[verb] >= b - 2
    if w.low[i] in {"a", "an", "the"} and w.low[i + 1] in {"move", "claim", "step", "charge", "development", "accusation"}:
        return True
    return False
