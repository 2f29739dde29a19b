"""Reported gerunds: denied sending troops, polls showed Cole leading."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.extraction.quotes.infinitives import subtree
from newsclaim.extraction.quotes.judgements import Found
from newsclaim.lexicon import words


def gerund(w: Tokens, f: Frame) -> Found:
    """Denied sending troops."""
    for k in w.kids[f.verb]:
        joined = w.dep[k] in {"xcomp", "ccomp", "pcomp"} or (w.dep[k] == "advcl" and w.left[k] == f.cue[1] > f.verb + 1)
        if joined and k > f.verb and _gerund(w, k) and w.left[k] - f.verb < 4:
            return subtree(w, k, f.verb + 1), "gerund"
    return None


def _gerund(w: Tokens, k: int) -> bool:
    """Doing, being done, having done."""
    auxiliaries = [c for c in w.kids[k] if w.dep[c] in {"aux", "auxpass"}]
    return w.tag[auxiliaries[0] if auxiliaries else k] == "VBG"


def doing(w: Tokens, f: Frame) -> Found:
    """Polls showed Cole leading Marsh: what figures show somebody doing."""
    if f.head < 0 or not {w.lemma[f.head], w.low[f.head]} & words("nouns", "evidence"):
        return None
    for k in w.kids[f.verb]:
        if w.dep[k] == "ccomp" and k > f.verb and w.tag[k] == "VBG" and w.child(k, "nsubj") > f.verb:
            return subtree(w, k, f.verb + 1), "doing"
    thing = w.child(f.verb, "dobj")
    held = _standing(w, f, thing)
    if held > thing:
        return (w.left[thing], w.right[held] + 1), "doing"
    for k in range(f.verb + 2, thing):
        if w.tag[k] == "VBG" and w.tag[k - 1] in {"NNP", "NNPS", "PRP"} and w.head[k] == thing:
            return (f.verb + 1, max(w.right[k] for k in w.kids[f.verb] if w.dep[k] in {"dobj", "prep"}) + 1), "doing"
    return None


def _standing(w: Tokens, f: Frame, thing: int) -> int:
    """Return the preposition before where somebody stands ("Cole | at 40 percent"); -1 when there is none."""
    if thing <= f.verb or w.tag[thing] != "NNP":
        return -1
    held = max(w.child(thing, "prep"), w.child(f.verb, "prep"))
    return held if held > thing and w.low[held] in listed("standings") else -1
