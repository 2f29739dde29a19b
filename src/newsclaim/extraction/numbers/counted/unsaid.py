"""Numbers of people without a numeral: "no casualties", "none of the 40 died" are 0, "a soldier was killed" is 1.

Both are claims only where people are killed, injured, missing, displaced, detained or ill; whether they are is known
when they have a class. A named person is an actor, no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.numbers.counted.singles import singles
from newsclaim.extraction.numbers.quantity import Numeral, Quantity, of_numeral
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import SILENT

_LISTS = "numbers/counted"
_NONE = re.compile(
    r"(?=[Nnw])\b(?P<zero>(?:N|n)o(?:-|\s)one|(?:N|n)obody|(?:N|n)one|(?:N|n)ot\s+(?:a\s+single(?:\s+one(?=\s+of\b))?|one)|(?:N|n)o|without(?:\s+any)?)\b(?!\s*[-–]|\s+(?:longer|doubt|matter|way|idea|(?:more|less|fewer|later)\s+than)\b)"
)


def unsaid(view: View, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with zeros and single persons put among them, in text order."""
    zeros = list(_zeros(view))
    spans = [(zero.start, zero.end) for zero in zeros]
    kept = [q for q in quantities if not any(start < q.shown_end and q.shown_start < end for start, end in spans)]
    taken = {view.at(q.shown_start) for q in kept}
    taken |= {view.at(start) + k for start, end in spans for k in range(len(view.text[start:end].split()))}
    persons = (_quantity(view.w.start[i], view.w.end[i], n, "single") for i, n in singles(view) if i not in taken)
    return sorted([*kept, *zeros, *persons], key=lambda q: (q.shown_start, q.shown_end))


def _zeros(view: View) -> Iterator[Quantity]:
    w = view.w
    for match in _NONE.finditer(view.text, 0, w.end[-1]):
        i = view.within(match.start())
        if view.page.block_kind(match.start()) in SILENT or w.start[i] != match.start():
            continue
        if match["zero"].startswith("without") and not _loses(w, i + 1):
            continue
        yield _quantity(match.start(), match.end(), 0.0, "zero")


def _loses(w: Tokens, i: int) -> bool:
    """Does a noun for losses follow ("without casualties", "without any loss of life")?"""
    return any(w.lemma[k] in words(_LISTS, "losses") for k in range(i, min(i + 3, len(w))))


def _quantity(start: int, end: int, value: float, rule: str) -> Quantity:
    made = of_numeral(Numeral(start, end, value, rule=rule))
    made.low = made.high = value
    return made


def happened(w: Tokens, verb: int) -> bool:
    """Does a verb tell of something that happened, not of what may, should or never does?"""
    while verb >= 0:
        helpers = {w.low[k] for k in w.kids[verb] if w.dep[k] in ("aux", "neg", "mark")}
        if helpers & (words(_LISTS, "unreal") | {"not", "n't", "never", "if", "unless", "whether"}):
            return False
        shared = w.dep[verb] == "conj" and w.tag[verb] == "VB" and w.head[verb] != verb
        verb = w.head[verb] if shared else -1
    return True
