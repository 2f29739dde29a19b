"""What a reporting verb takes: one function per construction, from a frame to the tokens of its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsclaim.extraction.quotes import speakers
from newsclaim.extraction.quotes.cues import nouns
from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words

Found = tuple[Range, str] | None


class Complement(NamedTuple):
    """What a verb takes: its tokens, the name of the rule, and the kind of complement."""

    content: Range
    rule: str
    take: str


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"WP", "WRB", "WDT"})
_TIME = frozenset({"DATE", "TIME"})


def _subtree(w: Words, i: int, low: int) -> Range:
    return max(w.left[i], low), w.right[i] + 1


def clause(w: Words, f: Frame) -> Found:
    """Said (that) the bridge was safe; asked whether …"""
    kids = [k for k in w.kids[f.verb] if w.dep[k] == "ccomp" and k > f.verb and not _infinitive(w, k)]
    if not kids and f.takes is not None and "someone" in f.takes.takes:
        kids = _told_clause(w, f)
    if not kids or not any(_finite(w, k) for k in kids):
        return None
    a = w.left[kids[0]]
    b = max(w.right[k] for k in kids) + 1
    if w.tag[max(a, f.verb + 1)] == "WRB" and w.text[max(a, f.verb + 1) - 1] == ",":
        return None
    rule = "that-clause" if w.low[max(a, f.verb + 1)] == "that" or _marked(w, kids[0]) else "bare-clause"
    return (max(a, f.verb + 1), b), rule


def _told_clause(w: Words, f: Frame) -> list[int]:
    """Told the court he had slept: the parser hangs the clause on the listener."""
    listener = w.child(f.verb, "dobj")
    if listener < f.verb:
        return []
    return [
        k
        for k in w.kids[listener]
        if w.dep[k] in {"relcl", "acl", "ccomp"}
        and w.child(k, "nsubj") >= 0
        and w.tag[w.left[k]] not in _WH | {"IN"}
        or w.dep[k] == "acl"
        and w.low[w.left[k]] == "that"
    ]


def _finite(w: Words, k: int) -> bool:
    """Whether the clause has a finite verb; inside quotations and after wrong tags anything goes."""
    if w.tag[k] in _FINITE or w.quoted[k] >= 0:
        return True
    verbal = {"aux", "auxpass", "expl"} | ({"nsubj"} if w.pos[k] in {"VERB", "AUX"} else {"cop"})
    return any(w.dep[c] in verbal or w.tag[c] in _FINITE for c in w.kids[k])


def _marked(w: Words, k: int) -> bool:
    mark = w.child(k, "mark")
    return mark >= 0 and w.low[mark] == "that"


def _infinitive(w: Words, k: int) -> bool:
    return any(w.dep[c] == "aux" and w.tag[c] == "TO" for c in w.kids[k])


def infinitive(w: Words, f: Frame) -> Found:
    """Promised to leave."""
    for k in w.kids[f.verb]:
        if w.dep[k] == "xcomp" and k > f.verb and _infinitive(w, k) and w.child(f.verb, "dobj") < 0:
            return _subtree(w, k, f.verb + 1), "to-infinitive"
    return None


#: Passives that tell hearsay without naming anybody: "is said to be ill".
_HEARSAY = frozenset("say report allege claim declare announce project estimate rumour rumor quote".split())


def passive_infinitive(w: Words, f: Frame) -> Found:
    """Is said to have left; was declared to have won."""
    agent = w.child(f.verb, "agent") >= 0
    return infinitive(w, f) if f.passive and (agent or f.lemma in _HEARSAY) else None


def object_infinitive(w: Words, f: Frame) -> Found:
    """Urged NATO to explore …: content from the one who is to do it."""
    for k in w.kids[f.verb]:
        if w.dep[k] in {"xcomp", "ccomp", "advcl"} and k > f.verb and _infinitive(w, k):
            inner = w.child(k, "nsubj")
            thing = inner if inner >= 0 else w.child(f.verb, "dobj", "dative", "nsubjpass")
            if thing < 0 or w.left[thing] < f.verb:
                by = f.passive and (
                    w.child(f.verb, "agent") >= 0 or any(w.quoted[x] >= 0 for x in range(k, w.right[k]))
                )
                return (_subtree(w, k, f.verb + 1), "to-infinitive") if by else None
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
    if thing <= f.verb or f.passive or w.child(f.verb, "dative") >= 0 or w.tag[thing] in {"PRP", "WP", "WDT", "DT"}:
        return None
    if f.lemma == "deny" and w.lemma[thing] not in nouns("deniable") or w.ent[thing] == "PERSON":
        return None
    a, b = _subtree(w, thing, f.verb + 1)
    if b < len(w) and w.sent[b] == w.sent[thing] and w.tag[b] in _FINITE:
        return None
    return (a, b), "noun-phrase"


def preposition(*words: str) -> Callable[[Words, Frame], Found]:
    """Warned of a crisis, called for talks."""

    def found(w: Words, f: Frame) -> Found:
        if w.child(f.verb, "dobj") >= 0 and f.lemma in {"call", "appeal"}:
            return None
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
    """Described the deal as a mistake; was described by Cole as a mistake."""
    if not f.speakers:
        return None
    thing = w.child(f.verb, "dobj")
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] == "as" and w.dep[k] == "prep" and k > f.verb:
            start = w.left[thing] if thing > f.verb and thing < k else k + 1
            return (start, w.right[k] + 1), "described-as"
    return None


def small_clause(w: Words, f: Frame) -> Found:
    """Called the deal a mistake."""
    if f.passive or not f.speakers:
        return None
    k = w.child(f.verb, "oprd")
    if k > f.verb:
        thing = w.child(f.verb, "dobj")
        start = w.left[thing] if f.verb < thing < k else w.left[k]
        return (start, w.right[k] + 1), "called"
    k = w.child(f.verb, "ccomp")
    if k > f.verb and w.child(k, "nsubj") >= 0:
        return (w.left[k], w.right[k] + 1), "called"
    for i in range(f.verb + 1, min(f.verb + 20, len(w))):
        if w.block[i] != w.block[f.verb] or w.quoted[i] < 0 and (w.text[i] in ".;" or w.tag[i] in _FINITE):
            return None
        if w.quoted[i] >= 0:
            return (f.verb + 1, i + 1), "called"
    return None


def blamed_for(w: Words, f: Frame) -> Found:
    """Accused him of selling his army."""
    thing = w.child(f.verb, "dobj")
    for k in [*w.kids[f.verb], *(w.kids[thing] if thing >= 0 else [])]:
        if w.low[k] in {"of", "for"} and w.dep[k] == "prep" and k > f.verb:
            deed = w.child(k, "pcomp")
            return (k + 1, w.right[k] + 1), "accused-of" if deed < 0 or f.passive else "gerund"
    return None


#: The complement a verb may take, and the function that finds it; tried in this order.
CONSTRUCTIONS: tuple[tuple[str, Callable[[Words, Frame], Found]], ...] = (
    ("clause", clause),
    ("clause", passive_infinitive),
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

#: Verbs whose clause is so usual that the words alone tell it where the parse fails.
_PLAIN = frozenset(
    """say state report announce claim add tell note argue insist allege warn believe estimate explain reply write confirm
    acknowledge maintain assert suggest conclude rule deem reveal admit observe remark stress tweet predict complain promise speculate""".split()
)


def read_clause(w: Words, f: Frame) -> Found:
    """Said the bridge was safe, where the parse has no clause: that, a question word or a phrase with a finite verb later."""
    if f.lemma not in _PLAIN and " " not in f.lemma or f.passive:
        return None
    i = stop = f.cue[1]
    while (
        stop < len(w)
        and w.sent[stop] == w.sent[f.verb]
        and w.block[stop] == w.block[f.verb]
        and (w.text[stop] not in ".;:" or w.quoted[stop] >= 0)
    ):
        stop += 1
    i = _skip_aside(w, f, i, stop)
    if i >= stop:
        return None
    if w.low[i] == "that" and w.tag[i] == "IN" or w.tag[i] in _WH:
        return ((i, stop), "that-clause") if stop - i > 2 else None
    if (
        w.tag[i] not in {"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "EX", "IN"}
        or w.tag[i] == "IN"
        and w.low[i] not in {"by", "if", "although", "while", "in", "on", "as", "most"}
    ):
        return None
    finite = next((x for x in range(i + 1, stop) if w.tag[x] in {"VBD", "VBZ", "VBP", "MD"}), -1)
    if finite < 0 or any(w.tag[x] in _WH for x in range(i, finite)) or w.text[i - 1] == "," and w.tag[i] == "IN":
        return None
    return (i, stop), "bare-clause"


def _skip_aside(w: Words, f: Frame, i: int, stop: int) -> int:
    """Skip whom it is said to, when and where: told Reuters on Monday (that)."""
    while i < stop and (w.pos[i] in {"ADV"} and w.tag[i] != "WRB" or w.ent[i] in _TIME):
        i += 1
    if f.takes is not None and "someone" in f.takes.takes and i < stop and w.pos[i] != "ADP":
        phrase = speakers.phrase_after(w, i, stop)
        i = phrase[1] if phrase is not None else i
    while i < stop and w.low[i] in {"to", "in", "at", "on", "during"} and f.lemma != "estimate":
        phrase = speakers.phrase_after(w, i + 1, stop)
        if phrase is None:
            break
        i = phrase[1]
    while i < stop and (
        w.ent[i] in _TIME or w.low[i] in {"on", ","} and i + 1 < stop and (w.ent[i + 1] in _TIME or w.text[i] == ",")
    ):
        i += 1
    return i


def complement(w: Words, f: Frame) -> Complement | None:
    """Return the content to the right of the frame's verb, the rule's name and the complement it is; None if there is none."""
    if f.takes is None:
        return None
    if " " in f.lemma:
        return read_complement(w, f)
    for take, find in CONSTRUCTIONS:
        if take in f.takes.takes:
            found = find(w, f)
            if found is not None:
                return Complement(*found, take)
    return None


def read_complement(w: Words, f: Frame) -> Complement | None:
    """Return the content that the words alone tell, where the parse has none."""
    if f.takes is None or "clause" not in f.takes.takes:
        return None
    found = read_clause(w, f)
    return Complement(*found, "clause") if found is not None else None
