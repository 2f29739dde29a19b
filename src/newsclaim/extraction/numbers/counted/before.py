"""What a bare number counts is named before it: "more cases, including 165", "the most seats, with 60"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.counted.phrases import thing_around
from newsclaim.extraction.numbers.counted.things import Thing, lemma, understood
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.people import person
from newsclaim.extraction.page.tokens import Tokens

_INCLUDING = re.compile(r"(?:,\s+)?(?:including|among\s+them)\s+$")
_WITH = re.compile(r"\bwith\s+(?:[a-z]+ly\s+)?$")
#: Behind a number that counts what was named: the end of the phrase, or where, when and by whom.
_ENDS = re.compile(
    r"\s*(?:[,.;:)]|$)|\s+(?:in|at|on|from|for|since|during|and(?!\s+\d)|among|across|recorded|reported|confirmed)\b"
)
_PLURALS = frozenset({"NNS", "NNPS"})


def named(view: View, quantity: Quantity, _stop: int) -> Thing | None:
    """Return the plural noun that a bare number is said to be some of, None where none is named."""
    if quantity.measure is not None or quantity.is_part:
        return None
    if _PARENT_OF.search(view.text, max(0, quantity.start - 18), quantity.start) is not None:
        return understood("child", "parent-of")
    if (same := _one_of(view, quantity) or _stepped(view, quantity) or _out_of_them(view, quantity)) is not None:
        return same
    return _some_of(view, quantity) or _as_many(view, quantity) if _ENDS.match(view.text, quantity.end) else None


#: "a father of two"
_PARENT_OF = re.compile(r"\b(?:[Mm]other|[Ff]ather|[Mm]um|[Mm]om|[Dd]ad|[Pp]arents?)\s+of\s+$")

_STEP = re.compile(
    r"\b(?:reduction|increase|rise|fall|drop|decline|cut|decrease|jump|growth)\s+in\s+(?:the\s+)?(?:number\s+of\s+)?"
    r"(?:[a-z-]+\s+){0,2}(?P<noun>[a-z]+s)\s+from\s+(?:[\w.,]+\s+to\s+)?$"
)


def _stepped(view: View, quantity: Quantity) -> Thing | None:
    """Read "a reduction in members from 108 to 90"."""
    match = _STEP.search(view.text, max(0, quantity.start - 90), quantity.start)
    noun = view.at(match.start("noun")) if match is not None else -1
    return thing_around(view, noun, "step") if noun >= 0 and view.w.tag[noun] in _PLURALS else None


_OUT_OF_THEM = re.compile(
    r"(?:^|[.;:“\"\n]\s*)(?:Of|Out\s+of|Among)\s+(?:the|those)\s+(?:(?:people|persons)\s+)?(?:[a-z]+\s+)?(?P<noun>[a-z]+),\s+"
    r"(?:(?:about|around|some|nearly|almost|at\s+least|more\s+than|only|just|all\s+but)\s+)?$"
)
#: What has befallen them, as a state whose noun tells the class.
_BEFALLEN = {
    "dead": "dead", "killed": "dead", "injured": "injured", "hurt": "injured", "wounded": "wounded",
    "missing": "missing",
}  # fmt: skip


def _out_of_them(view: View, quantity: Quantity) -> Thing | None:
    """Read "Of the dead, 18 were children", "Of those killed, 140 were officers": so many of them."""
    match = _OUT_OF_THEM.search(view.text, max(0, quantity.start - 60), quantity.start)
    i = view.at(quantity.end)
    if match is None or i >= len(view.w) or view.w.pos[i] not in ("AUX", "VERB"):
        return None
    noun = view.at(match.start("noun"))
    if (state := _BEFALLEN.get(match["noun"])) is not None:
        return Thing(match.start("noun"), match.end("noun"), state, -1, "out-of-them", part=True)
    if view.w.tag[noun] not in _PLURALS or not person(view.w, noun):
        return None
    thing = thing_around(view, noun, "out-of-them")
    thing.part = True
    return thing


def _one_of(view: View, quantity: Quantity) -> Thing | None:
    """Read "the trial was one of three": three trials."""
    w = view.w
    i = view.at(quantity.start)
    if i < 3 or w.low[i - 1] != "of" or w.low[i - 2] != "one" or w.dep[i - 2] != "attr":
        return None
    subject = clauses.subject_of(w, w.head[i - 2])
    if not 0 <= subject < i or w.pos[subject] != "NOUN":
        return None
    return Thing(w.start[subject], w.end[subject], lemma(w, subject), subject, "one-of")


def _some_of(view: View, quantity: Quantity) -> Thing | None:
    """Read "more cases of cholera, including 165 in one day"."""
    match = _INCLUDING.search(view.text, max(0, quantity.start - 16), quantity.start)
    if match is None:
        return None
    w = view.w
    i = view.at(match.start()) - (view.w.start[view.within(match.start())] >= match.start())
    noun = _head_over(w, min(i, view.at(quantity.start) - 2), view.page.sentence(view.within(quantity.start))[0])
    if noun < 0:
        return None
    thing = thing_around(view, noun, "including")
    thing.part = True
    return thing


def _head_over(w: Tokens, i: int, first: int) -> int:
    """Return the plural that a word belongs to over the phrases on it ("cases of cholera in the north")."""
    found = -1
    while i >= first:
        found = i if w.tag[i] in _PLURALS else found
        if w.dep[i] not in ("pobj", "prep", "compound", "amod", "det", "nmod", "poss", "punct") or w.head[i] >= i:
            return found
        i = w.head[i]
    return found


def _as_many(view: View, quantity: Quantity) -> Thing | None:
    """Read "Renn had the most seats, with 60", "the shops have multiplied, with 1,000 in Norland"."""
    low = max(0, quantity.start - 24)
    if _WITH.search(view.text, low, quantity.start) is None:
        return None
    w = view.w
    i = clauses.root_of(w, quantity.shown_start, quantity.end)
    first = view.page.sentence(i)[0]
    verb = clauses.governing_verb(w, i)
    for _ in range(3):
        if verb < first:
            return None
        for noun in (clauses.object_of(w, verb), clauses.own_subject(w, verb)):
            if first <= noun < i and w.tag[noun] in _PLURALS and noun != i:
                return thing_around(view, noun, "with")
        if w.head[verb] == verb:
            return None
        verb = clauses.governing_verb(w, w.head[verb])
    return None
