"""Judgements as content: described the deal as a mistake, called it one, accused him of it, faulted him for it."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens, past
from newsclaim.extraction.quotes.rules import Rule

#: The tokens of a content and the name of the rule that found it.
Found = tuple[Range, Rule] | None
#: Quoted words of a judgement stand among so many tokens.
_NEAR = 6


def described_as(w: Tokens, f: Frame) -> Found:
    """Described the deal as a mistake; was described by Cole as a mistake."""
    if not f.speakers:
        return None
    thing = w.child(f.verb, "dobj")
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] == "as" and w.dep[k] == "prep" and k > f.verb:
            if _label(w, f, thing) and not _is_quoted_near(w, k):
                return None
            return ((w.left[thing] if thing > f.verb and thing < k else k + 1), w.right[k] + 1), "described-as"
    return None


def _is_quoted_near(w: Tokens, k: int) -> bool:
    """Whether quoted words stand close behind a token, in its sentence."""
    return any(w.quoted[x] >= 0 and w.sent[x] == w.sent[k] for x in range(k, min(k + _NEAR, len(w))))


def _label(w: Tokens, f: Frame, thing: int) -> bool:
    """Whether the article only labels a thing for others: the credits that they see | as gifts."""
    inside = w.dep[f.verb] == "relcl" or (0 <= thing < f.verb and w.tag[thing] in {"WP", "WDT"})
    return inside and f.lemma in listed("regarding")


def small_clause(w: Tokens, f: Frame) -> Found:
    """Called the deal a mistake."""
    if f.passive or not f.speakers:
        return None
    label = _label_behind(w, f)
    if label is not None:
        return label
    first = past(f.verb + 1, len(w), lambda first: w.quoted[first] < 0 and w.pos[first] == "PUNCT")
    if first < len(w) and w.quoted[first] >= 0:
        return (first, first + 1), "called"
    k = w.child(f.verb, "oprd")
    if k > f.verb:
        thing = w.child(f.verb, "dobj")
        return ((w.left[thing] if f.verb < thing < k else w.left[k]), w.right[k] + 1), "called"
    k = w.child(f.verb, "ccomp")
    if k > f.verb and w.child(k, "nsubj") >= 0 and w.low[w.left[k]] not in listed("small_clause_marks"):
        return (w.left[k], w.right[k] + 1), "called"
    return _quoted_after(w, f)


def _label_behind(w: Tokens, f: Frame) -> Found:
    """In what Horn called a “poor deal” | has begun: the quoted label and nothing of the clause around it."""
    first = past(f.verb + 2, len(w), lambda first: w.quoted[first] < 0 and w.pos[first] == "PUNCT")
    if f.low == 0 or w.low[f.low - 1] != "what" or first >= len(w) or w.quoted[first] < 0:
        return None
    if w.tag[f.verb + 1] not in {"DT", "PRP$"}:
        return None
    end = past(first, len(w), lambda end: w.quoted[end] == w.quoted[first])
    thing = w.head[end - 1]
    if end <= thing < end + 3 and w.tag[thing] in {"NN", "NNS"}:
        end = thing + 1  # a “deliberate” attack
    return (f.verb + 1, end), "called"


def _quoted_after(w: Tokens, f: Frame) -> Found:
    """Called the plan for the old harbour "a joke", where the parse has lost the joke."""
    if f.verb + 1 < len(w) and w.low[f.verb + 1] in listed("naming_prepositions"):
        return None
    for i in range(f.verb + 1, min(f.verb + 20, len(w))):
        if w.quoted[i] >= 0:
            return (f.verb + 1, i + 1), "called"
        if w.block[i] != w.block[f.verb] or w.text[i] in {".", ";"} or w.tag[i] in FINITE:
            return None
    return None


def blamed_for(w: Tokens, f: Frame) -> Found:
    """Accused him of selling his army; "anyone accused of a crime" tells of no accusation."""
    if f.passive and w.dep[f.verb] in {"acl", "amod"}:
        return None
    thing = w.child(f.verb, "dobj")
    if f.lemma == "charge" and not (thing >= 0 and animate(w, thing)):
        return None  # a fee of two crowns is charged
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] in listed("blame_prepositions") and w.dep[k] == "prep" and k > f.verb:
            start = w.left[thing] if f.verb < thing < k else k + 1
            told = start <= thing or f.passive or w.low[k] == "of"
            return ((start, w.right[k] + 1), "accused-of") if told else None
    return None


def faulted_for(w: Tokens, f: Frame) -> Found:
    """Criticized him for hiding the report; "praised the team for its work" reports no deed and is none."""
    thing = w.child(f.verb, "dobj")
    if f.passive or thing < f.verb:
        return None
    for k in [*w.kids[f.verb], *w.kids[thing]]:
        deed = w.child(k, "pcomp") if w.low[k] in listed("fault_prepositions") and w.dep[k] == "prep" else -1
        if deed > thing:
            return (w.left[thing], w.right[k] + 1), "faulted-for"
    return None


def likened(w: Tokens, f: Frame) -> Found:
    """Likened the plan to a death sentence; charged the mayor with fraud; scientists compare without likening."""
    thing = w.child(f.verb, "dobj", "npadvmod")
    if f.passive or thing < f.verb or w.tag[f.verb] not in FINITE | {"VBN"}:
        return None
    if f.lemma == "compare" and w.pos[thing] not in {"PROPN", "PRON"} and w.quoted[w.right[f.verb]] < 0:
        return None
    joining = listed("charging" if f.lemma == "charge" else "likening")
    joined = (k for k in [*w.kids[f.verb], *w.kids[thing]] if w.low[k] in joining and w.dep[k] in {"prep", "dative"})
    k = next((k for k in joined if k > thing and w.child(k, "pobj", "pcomp") > k), -1)
    return ((w.left[thing], w.right[k] + 1), "likened") if k >= 0 else None
