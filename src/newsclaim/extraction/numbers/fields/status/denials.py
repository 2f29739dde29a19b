"""Numbers that are said to be untrue: "not 12", "falsely claimed", "did not die", "reports … are exaggerated"."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.status.governors import group
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import TimeRef

_NOT = re.compile(r"(?:[,;–—-]|\b(?:and|but|is|was|are|were))\s+not\s+$", re.IGNORECASE)
_LISTS = "numbers/status"
_UNTRUE_WORDS = ("untruths", "wrongly", "baseless")


@cache
def _falsely() -> re.Pattern[str]:
    """Find "the misstatement that", and verbs of telling by somebody whom the article itself contradicts."""
    untruths, wrongly, baseless = (lexicon.either(_LISTS, key) for key in _UNTRUE_WORDS)
    return re.compile(
        rf"(?i)\b(?:{untruths})\s+that\b|\b(?:{wrongly})\s+\w+(?:ed|s|ing)?\b"
        rf"|\b(?:{baseless})\s+(?:claim|report|post|rumou?r|figure|number|story|stor|news)\w*\b"
    )


_UNTRUE = re.compile(
    r"(?i)\b(?:it|this)\s+(?:is|was|['’]s)\s+(?:not\s+(?:true|correct|the\s+case)|untrue|false|wrong|a\s+lie|a\s+myth|nonsense)\s+(?:to\s+say\s+)?that\b"
    r"|\bno\s+truth\s+(?:in|to)\b|\b(?:is|are)\s+not\s+true\s+that\b"
)

_REJECTED = re.compile(
    r"\b(?:dismiss|reject|den[yi]|refut|rebut)\w*\s+(?:[\w’']+\s+){0,3}?"
    r"(?:claims?|reports?|allegations?|suggestions?|rumou?rs?|accusations?)\s+that\b"
)


def not_so_many(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "3 ships sank, not 12 as the rebels claim"."""
    return "denied" if _NOT.search(view.text, max(0, made.quantity.start - 8), made.quantity.start) else None


def said_falsely(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "It is not true that 40 ships sank", "a blog falsely claimed that 260 tents had burned"."""
    low, start = max(made.sentence.start, made.quantity.start - 160), made.quantity.start
    if not made.sentence.words.isdisjoint(("that", "truth")):  # all but what is falsely claimed have one of them
        if (found := _UNTRUE.search(view.text, low, start)) is not None:
            return None if ";" in view.text[found.end() : start] else "denied"
        if (found := _REJECTED.search(view.text, low, start)) is not None and ";" not in view.text[found.end() : start]:
            return "denied"
    tells = not made.sentence.words.isdisjoint(lexicon.words(_LISTS, *_UNTRUE_WORDS))
    found = _falsely().search(view.text, low, start) if tells else None
    return "disputed" if found is not None and not re.search(r"[;.]\s", view.text[found.end() : start]) else None


def negated(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "3,000 people did not die", "did not claim 12 lives": what befalls people, negated."""
    w = view.w
    if made.event < 0 or made.quantity.rule == "zero":
        return None
    if not made.kind.startswith("people-") or made.why.get("class") not in ("event", "lives"):
        return None
    verbs = [made.event]
    if w.dep[made.event] in ("acomp", "oprd", "attr", "xcomp"):
        verbs.append(w.head[made.event])
    return "denied" if any(w.dep[k] == "neg" or w.low[k] == "never" for verb in verbs for k in w.lefts(verb)) else None


def told_untrue(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "Reports of 1,500 casualties are exaggerated"."""
    return "denied" if made.verb >= 0 and _is_untrue(view.w, made.verb, made.quantity) else None


def _is_untrue(w: Tokens, verb: int, quantity: Quantity) -> bool:
    """Is what tells of the number said to be untrue ("reports of 1,500 casualties are exaggerated")?"""
    if w.lemma[verb] != "be" and w.child(verb, "auxpass") < 0:
        return False
    subject = clauses.subject_of(w, verb)
    if subject < 0 or quantity.start > w.start[verb] or w.lemma[subject] not in group("tellings"):
        return False
    said = [verb, *(k for k in w.rights(verb) if w.dep[k] in ("acomp", "attr"))]
    return w.child(verb, "neg") < 0 and any(w.low[k] in group("untrue") for k in said)
