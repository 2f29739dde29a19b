"""A gap between rivals: "won by ten points", "a couple of points behind Brask", "three points clear"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import back
from newsclaim.lexicon import words
from newsclaim.models import About

_AHEAD = re.compile(r"\s+(?:ahead|behind|clear|adrift|above|below|in\s+front)\b")
_BY = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|leads?|leading|led|beat(?:s|en|ing)?|trail(?:s|ed|ing)?|los(?:e|es|t|ing)|defeat(?:s|ed|ing)?"
    r"|victory|ahead|behind)\b[^.;:,]{0,50}?\bby\s+(?:(?:just|only|about|more\s+than|at\s+least|a)\s+)*$"
)
_REACH = 90


def lead(view: View, quantity: Quantity, end: int) -> About | None:
    """Return the lead that points are, whose phrase ends at `end`; None for points that are scored or made."""
    ahead = _AHEAD.match(view.text, end) is not None
    if ahead or _BY.search(view.text, max(0, quantity.start - _REACH), quantity.start) is not None:
        return About(head="lead")
    return None


def _named_before(view: View, quantity: Quantity) -> int:
    """Return the name before how far it is ahead in what a poll shows ("puts Brask just three points ahead"), or -1."""
    w = view.w
    i = back(view.at(quantity.start), 1, lambda i: w.low[i] in _JUST) - 1
    ahead = _AHEAD.search(view.text, quantity.end, quantity.end + 20)
    named = ahead is not None and i > 0 and w.pos[i] == "PROPN" and w.dep[i] not in ("nsubj", "nsubjpass")
    return i if named and w.ent[i] not in ("DATE", "TIME") else -1


_JUST = frozenset({"just", "only", "still", "now", "about", "some"})


def sides(view: View, quantity: Quantity) -> Iterator[int]:
    """Yield whose lead it may be, or who lies behind: the subject of the clause, then of those above it."""
    w = view.w
    if (named := _named_before(view, quantity)) >= 0:
        yield named
        return
    verb = clauses.governing_verb(w, clauses.root_of(w, quantity.shown_start, quantity.end))
    if verb >= 0 and w.child(verb, "auxpass") >= 0 and w.lemma[verb] in words("numbers/rivals", "winning"):
        winners = (w.child(k, "pobj") for k in w.kids[verb] if w.dep[k] == "agent")
        yield from (k for k in winners if k >= 0 and w.start[k] > quantity.end)
        return
    while verb >= 0:
        if (subject := clauses.subject_of(w, verb)) >= 0:
            yield subject
        verb = clauses.governing_verb(w, w.head[verb]) if w.tag[verb] == "VBG" and w.head[verb] != verb else -1
