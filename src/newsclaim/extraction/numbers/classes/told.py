"""Numbers that tell of no count once it is known what they count and what befell it: the rules in order."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsclaim.extraction.numbers.classes import befallen
from newsclaim.extraction.numbers.classes.words import event_class
from newsclaim.extraction.numbers.counted.unsaid import happened
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

Rule = Callable[[View, Draft], bool]


def is_told(view: View, made: Draft) -> bool:
    """Is the number a claim, by none of the rules anything else?"""
    return not any(rule(view, made) for _, rule in RULES)


_SINGLE = frozenset({"people-killed", "people-injured", "people-missing", "people-detained"})
#: A single nameless person counts by what befell it, not by what it is ("an inmate said").
_BY_EVENT = frozenset({"beside", "inside", "of-noun", "event", "lives", "equated", "state"})


def _is_nobody(view: View, made: Draft) -> bool:
    """Find "no" and "a" with a noun to which nothing happened; "no casualties", "a soldier was killed" are claims."""
    if made.quantity.rule not in ("zero", "single"):
        return False
    place = befallen.place_of(view, made.root)
    if not happened(view.w, place.verb if place is not None else made.verb):
        return True
    if made.event >= 0 and view.w.pos[made.event] == "VERB" and not happened(view.w, made.event):
        return True
    if made.quantity.rule == "single":
        if made.why["class"] == "of-noun" and view.w.quoted[max(0, made.root)] >= 0:
            return True  # "the senseless killing of a courageous man": words on somebody who is known
        dead = made.thing is not None and made.thing.head in words("numbers/counted", "remains")
        return made.kind not in _SINGLE or not (dead or made.why["class"] in _BY_EVENT)
    return not made.kind.startswith("people-")


def _is_bare_one(view: View, made: Draft) -> bool:
    quantity = made.quantity
    word = view.text[quantity.shown_start : quantity.shown_end].lower()
    return quantity.value == 1 and quantity.qualifier == "exact" and word == "one"


#: Ways of counting in which "one" is taken out of several.
_OF_MANY = frozenset({"of-noun", "pronoun", "these", "understood"})


def _is_one_of_many(view: View, made: Draft) -> bool:
    """Find "one of the tests", to which nothing happens and of which no number is told."""
    thing, w = made.thing, view.w
    if not _is_bare_one(view, made) or made.kind != "other" or thing is None or thing.rule not in _OF_MANY:
        return False
    if made.event >= 0 and (w.lemma[made.event] in words("numbers/places", "happening") or event_class(w, made.event)):
        return False
    told = thing.start is not None and _NUMBER.search(view.text, made.quantity.end, thing.stop or 0)
    return not told or (told.group() == "two" and not _does_something(w, made))


def _does_something(w: Tokens, made: Draft) -> bool:
    """Does something happen to the one of two, which is not only what it is ("one of the two roads was blocked")?"""
    one = w.dep[w.before(made.quantity.start)] in ("nsubj", "nsubjpass")
    return one and made.event >= 0 and w.pos[made.event] == "VERB"


_NUMBER = re.compile(r"\d|\b(?:two|three)\b")


def _is_what_somebody_is(view: View, made: Draft) -> bool:
    """Find "she was one of six candidates", "Renn, one of four brothers,": who it is, not how many."""
    w = view.w
    i = view.at(made.quantity.shown_start)
    if not _is_bare_one(view, made) or i + 1 >= len(w) or w.low[i + 1] != "of":
        return False
    told = w.dep[i] in ("attr", "appos") or (w.dep[i] == "pobj" and w.low[w.head[i]] == "as")
    return told and not (w.dep[i] == "attr" and w.low[max(0, w.left[w.head[i]])] == "there")


_POINTING = re.compile(r"\b(?:the|these|those|between|our|other|first|last)\s+$", re.IGNORECASE)
_FEW = 20
#: One that is picked out of several that are known ("the smallest of the five").
_OF_THE_TWO = re.compile(r"\b(?:[a-z]+(?:est|er|st|nd|rd|th)|most|least|last|other|one|only)\s+of\s+the\s+$")
_REACH = 24


def is_pointed_at(view: View, made: Draft) -> bool:
    """Find "the two" with no noun anywhere, nor next door: it stands for two that are known, and counts nothing."""
    quantity = made.quantity
    if quantity.measure is not None or quantity.number.digits:
        return False
    if made.thing is not None:
        before = view.text[max(0, quantity.start - _REACH) : quantity.start]
        return made.thing.rule == "antecedent" and _OF_THE_TWO.search(before) is not None
    if quantity.rival is not None or quantity.value is None or not 1 < quantity.value <= _FEW:
        return False
    return _POINTING.search(view.text, max(0, quantity.start - 8), quantity.start) is not None


def is_pronoun_after_all(view: View, made: Draft, before: Draft | None) -> bool:
    """Is "one" only some such thing ("every town has one"), no part of a count beside it ("two in Tarn, one here")?"""
    if not _is_bare_one(view, made) or made.kind != "other" or made.quantity.measure is not None:
        return False
    if made.thing is None:
        return made.quantity.rival is None
    if made.thing.rule != "antecedent":
        return False
    i, w = view.at(made.quantity.start), view.w
    wanted = w.dep[i] in ("dobj", "obj") and w.lemma[w.head[i]] in _WANTING
    return wanted or before is None or before.sentence.first != made.sentence.first


def is_some_one(view: View, made: Draft, others: tuple[Draft | None, Draft | None]) -> bool:
    """Is it only one or another such thing ("one man shouted", "on one occasion", "one problem is that")?

    A count where something befalls it, or where the same is counted next door ("two drivers … one driver").
    """
    thing, w, i = made.thing, view.w, made.root
    plain = made.kind == "other" and made.role == "total" and made.quantity.measure is None
    if not plain or not _is_bare_one(view, made):
        return False
    if thing is None or thing.rule != "noun-behind" or thing.token != i or w.tag[i] not in ("NN", "NNP"):
        return False
    if _is_counted_beside(made, others):
        return False
    if thing.head in words("numbers/notclaims", "introducing"):
        return True
    only = w.low[max(0, view.at(made.quantity.start) - 1)] in _ONLY
    happens = made.event >= 0 and w.lemma[made.event] in words("numbers/places", "happening")
    return not only and not happens and _is_only_set_in(w, i, thing.head)


def _is_only_set_in(w: Tokens, i: int, head: str) -> bool:
    """Is the noun where or who something is, or the title of what follows ("one key issue: …")?"""
    if w.dep[i] == "pobj":
        of_somebody = w.low[w.head[i]] == "of" and stands_for_person(w.lemma[w.head[w.head[i]]])
        return of_somebody or w.low[w.head[i]] in _SOMEWHERE
    if w.dep[i] == "ROOT":
        return w.text[min(i + 1, len(w) - 1)] == ":"
    return w.dep[i] == "nsubj" and (stands_for_person(head) or w.lemma[w.head[i]] in _BEING)


_ONLY = frozenset({"only", "just", "exactly", "single", "least", "but", "even"})
_SOMEWHERE = frozenset({"in", "on", "from", "at", "as", "behind"})
_BEING = frozenset({"be"})


def _is_counted_beside(made: Draft, others: tuple[Draft | None, Draft | None]) -> bool:
    """Is the same thing counted by the number before or behind?"""
    head = made.thing.head if made.thing is not None else ""
    return any(one is not None and one.thing is not None and one.thing.head == head for one in others)


#: Behind these "one" is some such thing, no share of a count.
_WANTING = frozenset({"have", "want", "need", "make", "find", "use", "see", "buy", "build"})


RULES: tuple[tuple[str, Rule], ...] = (
    ("nobody", _is_nobody),
    ("one-of-many", _is_one_of_many),
    ("what-somebody-is", _is_what_somebody_is),
)
