"""What a reporting verb takes: one function per construction, from a frame to the tokens of its content."""

from __future__ import annotations

from collections.abc import Callable

from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words

Found = tuple[Range, str] | None


def _subtree(w: Words, i: int, low: int) -> Range:
    return max(w.left[i], low), w.right[i] + 1


def clause(w: Words, f: Frame) -> Found:
    """Said (that) the bridge was safe; asked whether …"""
    for k in w.kids[f.verb]:
        if w.dep[k] == "ccomp" and k > f.verb and not _infinitive(w, k):
            a, b = _subtree(w, k, f.verb + 1)
            rule = "that-clause" if w.low[a] == "that" or _marked(w, k) else "bare-clause"
            return (a, b), rule
    return None


def _marked(w: Words, k: int) -> bool:
    mark = w.child(k, "mark")
    return mark >= 0 and w.low[mark] == "that"


def _infinitive(w: Words, k: int) -> bool:
    return any(w.dep[c] == "aux" and w.tag[c] == "TO" for c in w.kids[k])


def infinitive(w: Words, f: Frame) -> Found:
    """Promised to leave."""
    for k in w.kids[f.verb]:
        if w.dep[k] == "xcomp" and k > f.verb and _infinitive(w, k):
            return _subtree(w, k, f.verb + 1), "to-infinitive"
    return None


def object_infinitive(w: Words, f: Frame) -> Found:
    """Urged NATO to explore …: content from the one who is to do it."""
    for k in w.kids[f.verb]:
        if w.dep[k] in {"xcomp", "ccomp", "advcl"} and k > f.verb and _infinitive(w, k):
            inner = w.child(k, "nsubj")
            thing = inner if inner >= 0 else w.child(f.verb, "dobj", "dative", "nsubjpass")
            if thing < 0 or w.left[thing] < f.verb:
                return (_subtree(w, k, f.verb + 1), "to-infinitive") if f.passive else None
            return (w.left[thing], w.right[k] + 1), "to-infinitive"
    thing = w.child(f.verb, "dobj")
    if thing > f.verb:
        for k in w.kids[thing]:
            if w.dep[k] in {"acl", "relcl"} and _infinitive(w, k) and w.low[w.left[k]] == "to":
                return (w.left[thing], w.right[thing] + 1), "to-infinitive"
    return None


def gerund(w: Words, f: Frame) -> Found:
    """Denied sending troops."""
    for k in w.kids[f.verb]:
        if w.dep[k] in {"xcomp", "ccomp", "pcomp"} and k > f.verb and w.tag[k] == "VBG" and k - f.verb < 4:
            return _subtree(w, k, f.verb + 1), "gerund"
    return None


def noun_phrase(w: Words, f: Frame) -> Found:
    """Denied the report."""
    thing = w.child(f.verb, "dobj")
    if thing > f.verb and w.tag[thing] not in {"PRP", "WP", "WDT", "DT"}:
        return _subtree(w, thing, f.verb + 1), "noun-phrase"
    return None


def preposition(*words: str) -> Callable[[Words, Frame], Found]:
    """Warned of a crisis, called for talks."""

    def found(w: Words, f: Frame) -> Found:
        for k in w.kids[f.verb]:
            if w.dep[k] in {"prep", "agent"} and k > f.verb and w.low[k] in words:
                thing = w.child(k, "pobj", "pcomp")
                if thing > k:
                    return (k + 1, w.right[k] + 1), "noun-phrase"
        return None

    return found


def call_on(w: Words, f: Frame) -> Found:
    """Called on the North to lay down its arms."""
    for k in w.kids[f.verb]:
        if w.low[k] in {"on", "upon", "for"} and w.dep[k] in {"prep", "prt"} and k > f.verb:
            thing = w.child(k, "pobj")
            for x in w.kids[f.verb]:
                if w.dep[x] in {"xcomp", "advcl", "ccomp"} and x > k and _infinitive(w, x):
                    return (k + 1, w.right[x] + 1), "to-infinitive"
            if thing > k and any(_infinitive(w, x) for x in w.kids[thing]):
                return (k + 1, w.right[thing] + 1), "to-infinitive"
    return None


def described_as(w: Words, f: Frame) -> Found:
    """Described the deal as a mistake."""
    thing = w.child(f.verb, "dobj")
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] == "as" and w.dep[k] == "prep" and k > f.verb:
            start = w.left[thing] if thing > f.verb and thing < k else k + 1
            return (start, w.right[k] + 1), "described-as"
    return None


def small_clause(w: Words, f: Frame) -> Found:
    """Called the deal a mistake."""
    k = w.child(f.verb, "oprd")
    if k > f.verb:
        thing = w.child(f.verb, "dobj")
        start = w.left[thing] if f.verb < thing < k else w.left[k]
        return (start, w.right[k] + 1), "called"
    k = w.child(f.verb, "ccomp")
    if k > f.verb and w.child(k, "nsubj") >= 0:
        return (w.left[k], w.right[k] + 1), "called"
    return None


def blamed_for(w: Words, f: Frame) -> Found:
    """Accused him of selling his army."""
    thing = w.child(f.verb, "dobj")
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] in {"of", "for"} and w.dep[k] == "prep" and k > f.verb:
            return (k + 1, w.right[k] + 1), "accused-of"
    return None


#: The complement a verb may take, and the function that finds it; tried in this order.
CONSTRUCTIONS: tuple[tuple[str, Callable[[Words, Frame], Found]], ...] = (
    ("clause", clause),
    ("inf", infinitive),
    ("objinf", object_infinitive),
    ("on", call_on),
    ("as", described_as),
    ("small", small_clause),
    ("blame", blamed_for),
    ("ger", gerund),
    ("of", preposition("of", "about")),
    ("against", preposition("against")),
    ("for", preposition("for")),
    ("np", noun_phrase),
)

#: Evaluations: content only where the article quotes words of it, or says how it was described.
NEED_QUOTED = frozenset({"called", "accused-of"})


def complement(w: Words, f: Frame) -> tuple[Range, str, str] | None:
    """Return the content to the right of the frame's verb, the rule's name and the complement it is; None if there is none."""
    if f.takes is None:
        return None
    for take, find in CONSTRUCTIONS:
        if take in f.takes.takes:
            found = find(w, f)
            if found is not None:
                return (*found, take)
    return None
