"""Adjectives of belief and emphasis: "was confident that …", "is adamant …", "were worried that …"."""

from __future__ import annotations

from newsclaim.extraction.attribution import modality
from newsclaim.extraction.attribution.cues import adjective_stances, listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import phrases
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.subject import surface_subject
from newsclaim.extraction.page.tokens import Range, Tokens, among
from newsclaim.extraction.quotes.noun_cues import is_finite


def adjective_frames(w: Tokens) -> list[tuple[Frame, Range]]:
    """Return a frame and its content for every such adjective with a clause outside quotation marks."""
    table = adjective_stances()
    out = []
    for i in among(w.low, table):
        if w.quoted[i] < 0 and w.block[i] >= 0:
            content = _clause(w, i)
            frame = _frame(w, i, w.low[i]) if content is not None else None
            if content is not None and frame is not None:
                out.append((frame, content))
    return out


def _clause(w: Tokens, i: int) -> Range | None:
    """Return the finite clause after the adjective; "confident to win" and "sure of it" have none.

    The parser hangs it on the adjective or on the verb before it.
    """
    for k in [*w.kids[i], *(w.kids[w.head[i]] if w.dep[i] == "acomp" else ())]:
        if w.dep[k] in {"ccomp", "advcl"} and k > i and w.left[k] == i + 1 and is_finite(w, k):
            mark = w.child(k, "mark")
            if w.dep[k] == "ccomp" or (mark >= 0 and w.low[mark] == "that"):
                return i + 1, w.right[k] + 1
    return None


def _frame(w: Tokens, i: int, low: str) -> Frame | None:
    verb = w.head[i] if w.dep[i] == "acomp" else i
    subject = surface_subject(w, verb)
    if subject < 0 or w.quoted[subject] >= 0 or not animate(w, subject) or w.low[subject] in listed("no_believers"):
        return None
    if modality.unreal(w, verb) or (w.dep[verb] == "ccomp" and w.tag[subject] == "PRP"):
        return None
    who, negated = tuple(phrases.mentions(w, subject)), modality.negated(w, verb)
    return Frame(i, (i, i + 1), low, None, adjective_stances()[low], who, head=subject, negated=negated)
