"""Whose a length of time is: whoever lives, works, waits or is held for so long."""

from __future__ import annotations

from newsclaim.extraction.numbers.fields.holders import over_place
from newsclaim.extraction.numbers.measured import antecedents, owners
from newsclaim.extraction.numbers.measured.agents import is_name, may_own
from newsclaim.extraction.numbers.measured.climb import LISTS, root
from newsclaim.extraction.numbers.measured.frame import APART, SPAN
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.models import Mention


def owner(view: View, quantity: Quantity) -> Mention | None:
    """Return the subject of "lived there for ten years", "spent three weeks in jail", None for a span of days."""
    w = view.w
    if APART.match(view.text, quantity.end) or SPAN.search(view.text, max(0, quantity.start - 24), quantity.start):
        return None
    verb = _lasting(w, root(view, quantity))
    subject = _borne_by(w, verb) if verb >= 0 else -1
    if subject < 0 or not w.start[subject] < quantity.start:
        return None
    if w.low[w.child(verb, "nsubj", "nsubjpass")] == "who":
        subject = over_place(view, subject)
    found = antecedents.behind(view, subject) if _is_somebody(view, subject) else -1
    return owners.mention(view, found) if found >= 0 else None


def _borne_by(w: Tokens, verb: int) -> int:
    """Return the subject, or whom it bans or jails for so long."""
    held = clauses.object_of(w, verb) if w.lemma[verb] in words(LISTS, "imposing") else -1
    return held if held >= 0 else clauses.subject_of(w, verb)


def _lasting(w: Tokens, i: int) -> int:
    """Return the verb that goes on for a time, -1 without: any with "for", with an object only those of bearing it."""
    above = w.head[i]
    if w.dep[i] == "pobj" and w.low[above] == "for":
        verb = w.head[above]
        return verb if w.pos[verb] in ("VERB", "AUX") and w.dep[verb] not in ("aux", "auxpass") else -1
    if w.dep[i] == "pobj" and w.low[above] == "to" and w.lemma[w.head[above]] == "sentence":
        return w.head[above]
    if w.dep[i] == "pobj" and w.low[above] == "of" and w.dep[w.head[above]] == "dobj":
        above = w.head[w.head[above]]  # "faces a sentence of five years"
        return above if w.lemma[above] in words(LISTS, "bearing") else -1
    borne = w.dep[i] in ("dobj", "npadvmod") and w.lemma[above] in words(LISTS, "bearing")
    return above if borne else -1


def _is_somebody(view: View, i: int) -> bool:
    """Is it somebody who does so, none of a kind, no thing?"""
    w = view.w
    if w.pos[i] == "PRON":
        return w.low[i] in ("he", "she", "they", "we", "i")
    if w.tag[i] == "NNS" and not is_name(view, i) and w.child(i, "det", "poss", "nummod") < 0:
        return False
    return may_own(view, i)
