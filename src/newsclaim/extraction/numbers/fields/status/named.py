"""What the noun that a number fills in calls it: "a target of $40 million", "the projected cost is $40 million"."""

from __future__ import annotations

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.status.governors import group
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.models import TimeRef


def named(view: View, made: Draft, _time: TimeRef | None) -> str | None:
    """Read "the goal is $40 million", "the proposed $40 million dam", "an expected 40 guests"."""
    w = view.w
    if made.quantity.measure in ("age", "duration"):
        return None
    called = group("called").get(w.low[max(0, view.at(made.quantity.start) - 1)])
    noun = _filled(w, made.root)
    if called is not None or noun < 0:
        return called if view.at(made.quantity.start) > 0 else None
    own = group("named").get(w.lemma[noun])
    return own or next((found for k in w.lefts(noun) if (found := group("called").get(w.low[k])) is not None), None)


def _filled(w: Tokens, root: int) -> int:
    """Return the noun whose measure or number this is, -1 for none.

    "a cost of 40" · "the cost is 40" · "40 is the target" · "set the target at 40"
    """
    if root < 0:
        return -1
    root = clauses.first_joined(w, root)
    above = w.head[root]
    if w.dep[root] == "pobj" and w.low[above] == "of" and w.pos[w.head[above]] == "NOUN":
        return w.head[above]
    if w.dep[root] == "pobj" and w.low[above] == "at" and w.lemma[w.head[above]] == "set":
        return max(clauses.object_of(w, w.head[above]), w.child(w.head[above], "nsubjpass"))
    if w.lemma[above] == "be" and w.dep[root] == "attr":
        return clauses.own_subject(w, above)
    return w.child(above, "attr") if w.lemma[above] == "be" and w.dep[root] == "nsubj" else -1
