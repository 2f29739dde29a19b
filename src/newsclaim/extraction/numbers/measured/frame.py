"""What an amount tells about and whose it is, as one frame: "Apple's revenue" for the $94.9bn that it rose to.

The rules go from the words beside the amount to its verb; the first that finds something decides. `noun` is the head
of what is measured, `owner` the head of whose it is; -1 where nothing says it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsclaim.extraction.numbers.measured import beside, climb, listed, verbs
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.lexicon import words


@dataclass(frozen=True, slots=True)
class Frame:
    """What is measured and whose, as tokens, and the name of the rule; `sure` when the owner stands with the amount."""

    noun: int
    owner: int
    rule: str
    sure: bool = False


#: Rules that take the noun before "of".
OF_NOUN = frozenset({"noun-of", "kind-of"})
Rule = Callable[[View, Quantity, int], tuple[int, int] | None]

RULES: tuple[tuple[str, Rule], ...] = (
    ("listed", listed.item),
    ("worth", beside.worth),
    ("far-off", beside.far_off),
    ("named-with", beside.named_with),
    ("polled", verbs.polled),
    ("level", verbs.level),
    ("makes-up", verbs.makes_up),
    ("kind-of", beside.kind_of),
    ("modified-noun", beside.modified),
    ("noun-behind", beside.behind),
    ("noun-of", beside.noun_of),
    ("label", beside.label),
    ("gap", beside.gap),
    ("verb", verbs.by_verb),
)


def frame_of(view: View, quantity: Quantity, stop: int) -> Frame | None:
    """Return what the words of a sentence say about an amount; `stop` is the token behind the sentence.

    An age tells of nobody but whose it is; a length of time has a topic only where it is said to last.
    """
    if quantity.measure == "age":
        return None
    if quantity.measure == "duration" and APART.match(view.text, quantity.end):
        return None
    whose = beside.for_whom(view, quantity)
    for name, rule in RULES:
        found = rule(view, quantity, stop)
        if found is not None and quantity.measure == "duration" and not _lasts(view, quantity, name, found[0]):
            continue
        if found is not None:
            return Frame(found[0], whose if whose >= 0 else found[1], name, sure=whose >= 0)
    return Frame(-1, whose, "for-whom", sure=True) if whose >= 0 else None


SPAN = re.compile(r"\b(?:last|past|next|previous|coming|first|final|course|space|span|period|every)\s+(?:of\s+)?$")


#: A time from one thing to another is the length of none of them ("a few hours before the attack").
APART = re.compile(r"\s+(?:before|after|earlier|later|ago|prior\s+to|ahead\s+of|from\s+now|behind)\b")


#: "an extension of only six months"
_OF = re.compile(r"\s+of\s+(?:only\s+|just\s+|merely\s+|a\s+mere\s+)?")


def _lasts(view: View, quantity: Quantity, rule: str, noun: int) -> bool:
    """Does a length of time belong to a noun ("a two-year deadline", "two weeks of protests", "the strike lasted")?"""
    w = view.w
    if noun < 0 or w.pos[noun] == "PROPN" or SPAN.search(view.text, max(0, quantity.start - 24), quantity.start):
        return False
    if rule == "verb":
        verb = clauses.governing_verb(w, climb.root(view, quantity))
        until = verb >= 0 and w.lemma[verb] == "be" and view.text.endswith(" in ", 0, quantity.start)
        return verb >= 0 and not until and w.lemma[verb] in words(climb.LISTS, "lasting")
    if rule in OF_NOUN:
        return _OF.fullmatch(view.text, w.end[noun], quantity.start) is not None
    return rule == "modified-noun" or (rule == "noun-behind" and view.text.startswith(" of ", quantity.end))
