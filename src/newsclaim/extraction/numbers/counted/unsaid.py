"""Numbers of people without a numeral: "no casualties", "none of the 40 died" are 0, "a soldier was killed" is 1.

Both are claims only where people are killed, injured, missing, displaced, detained or ill; whether they are is known
when they have a class. A named person is an actor, no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.numbers.quantity import Numeral, Quantity, of_numeral
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import SILENT

_LISTS = "numbers/counted"
_NONE = re.compile(
    r"(?=[Nnw])\b(?P<zero>(?:N|n)o(?:-|\s)one|(?:N|n)obody|(?:N|n)one|(?:N|n)ot\s+(?:a\s+single|one)|(?:N|n)o|without(?:\s+any)?)\b(?!\s*[-–]|\s+(?:longer|doubt|matter|way|idea|(?:more|less|fewer|later)\s+than)\b)"
)
_ARTICLES = frozenset({"a", "an", "another"})


def unsaid(view: View, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with zeros and single persons put among them, in text order."""
    zeros = list(_zeros(view))
    spans = [(zero.start, zero.end) for zero in zeros]
    kept = [q for q in quantities if not any(start < q.shown_end and q.shown_start < end for start, end in spans)]
    taken = {view.at(q.shown_start) for q in kept}
    taken |= {view.at(start) + k for start, end in spans for k in range(len(view.text[start:end].split()))}
    singles = (single for single in _singles(view) if view.at(single.start) not in taken)
    return sorted([*kept, *zeros, *singles], key=lambda q: (q.shown_start, q.shown_end))


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


def _singles(view: View) -> Iterator[Quantity]:
    w = view.w
    for i, word in enumerate(w.low):
        if word not in _ARTICLES or w.dep[i] != "det" or w.block[i] < 0:
            continue
        noun = w.head[i]
        if i < noun <= i + 8 and w.tag[noun] == "NN" and _is_somebody(w, noun) and not _is_named(w, noun):
            yield _quantity(w.start[i], w.end[i], 1.0, "single")


def _is_somebody(w: Tokens, noun: int) -> bool:
    return stands_for_person(w.lemma[noun]) and w.lemma[noun] not in words(_LISTS, "several_persons")


def _is_named(w: Tokens, noun: int) -> bool:
    """Is the person named beside the noun ("a fisherman, Ola Berg,", "Ola Berg, a fisherman", "a man named Berg")?"""
    opens = w.left[noun]
    if w.dep[noun] == "appos" or (opens > 1 and w.text[opens - 1] == "," and w.pos[opens - 2] == "PROPN"):
        return True
    for k in w.rights(noun):
        if w.dep[k] == "appos" and w.pos[k] == "PROPN":
            return True
        if w.dep[k] == "acl" and w.lemma[k] in ("name", "identify", "call", "know"):
            return True
    return noun + 1 < len(w) and (
        w.ent[noun + 1] == "PERSON" or (w.text[noun + 1] == "," and w.ent[min(noun + 2, len(w) - 1)] == "PERSON")
    )


def _quantity(start: int, end: int, value: float, rule: str) -> Quantity:
    made = of_numeral(Numeral(start, end, value, rule=rule))
    made.low = made.high = value
    return made


#: Verbs that stand with these tell of nothing that happened ("no one should be hurt", "to arrest a man").
_UNREAL = frozenset(
    {"can", "could", "may", "might", "would", "should", "must", "will", "shall", "'ll", "to", "ca", "wo"}
)


def happened(w: Tokens, verb: int) -> bool:
    """Does a verb tell of something that happened, not of what may, should or never does?"""
    while verb >= 0:
        helpers = {w.low[k] for k in w.kids[verb] if w.dep[k] in ("aux", "neg", "mark")}
        if helpers & (_UNREAL | {"not", "n't", "never", "if", "unless", "whether"}):
            return False
        shared = w.dep[verb] == "conj" and w.tag[verb] == "VB" and w.head[verb] != verb
        verb = w.head[verb] if shared else -1
    return True
