"""Reported infinitives: promised to leave, urged NATO to explore, called for the ban to be lifted."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed, verbs
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.people import animate
from newsclaim.extraction.page.tokens import Range, Tokens
from newsclaim.extraction.quotes.judgements import Found


def infinitive(w: Tokens, f: Frame) -> Found:
    """Promised to leave."""
    if f.passive or (f.lemma == "agree" and w.tag[f.verb] == "VBG") or _unnamed(w, f):
        return None
    return _own_infinitive(w, f)


def _unnamed(w: Tokens, f: Frame) -> bool:
    """Asked not to be named."""
    end = f.cue[1] + 4
    return f.lemma == "ask" and w.low[f.cue[1] : end - 1] == ["not", "to", "be"] and w.low[end - 1] in listed("unnamed")


def _own_infinitive(w: Tokens, f: Frame) -> Found:
    own = w.kids[f.verb] if w.child(f.verb, "dobj") < 0 else ()
    k = next((k for k in own if w.dep[k] == "xcomp" and k > f.verb and is_infinitive(w, k)), -1)
    return (subtree(w, k, f.verb + 1), "to-infinitive") if k >= 0 else None


def passive_infinitive(w: Tokens, f: Frame) -> Found:
    """Is said to have left; was declared to have won."""
    if not f.passive or (w.child(f.verb, "agent") < 0 and f.lemma not in listed("hearsay_verbs")):
        return None
    found = _own_infinitive(w, f)
    if found is not None:
        return found if _tells(w, f, found[0]) else None
    later = [k for k in w.kids[f.verb] if w.dep[k] == "advcl" and k > f.verb and is_infinitive(w, k)]
    perfect = later and any(w.low[c] == "have" for c in w.kids[later[0]])
    return (subtree(w, later[0], f.verb + 1), "to-infinitive") if perfect else None


def _tells(w: Tokens, f: Frame, content: Range) -> bool:
    """Whether the infinitive tells something by itself: "…," he is reported to have said | is declared to win votes."""
    if w.lemma[content[1] - 1] in verbs() and w.tag[content[1] - 1] in {"VB", "VBN"}:
        return False
    return f.lemma not in listed("pronouncing") or _of_state(w, content)


def _of_state(w: Tokens, content: Range) -> bool:
    """Whether it is said what something is or has done, not why it is said: declared to be void | to win votes."""
    return any(w.lemma[i] in {"be", "have"} for i in range(content[0] + 1, min(content[0] + 3, content[1])))


def object_infinitive(w: Tokens, f: Frame) -> Found:
    """Urged NATO to explore …: content from the one who is to do it."""
    for k in w.kids[f.verb]:
        if w.dep[k] in {"xcomp", "ccomp", "advcl"} and k > f.verb and is_infinitive(w, k):
            return _with_object(w, f, k)
    thing = w.child(f.verb, "dobj")
    for k in w.kids[thing] if thing > f.verb else []:
        if w.dep[k] in {"acl", "relcl"} and is_infinitive(w, k) and w.low[w.left[k]] == "to":
            return (w.left[thing], w.right[thing] + 1), "to-infinitive"
    return None


def _with_object(w: Tokens, f: Frame, k: int) -> Found:
    """Begin with who is to do it; a passive ("were advised to …") needs an agent or quoted words."""
    inner = w.child(k, "nsubj")
    thing = inner if inner >= 0 else w.child(f.verb, "dobj", "dative", "nsubjpass")
    if f.lemma in listed("asking") and thing >= 0 and not animate(w, thing):
        return None
    if thing >= 0 and w.left[thing] >= f.verb:
        return (w.left[thing], w.right[k] + 1), "to-infinitive"
    quoted = any(w.quoted[x] >= 0 for x in range(k, w.right[k]))
    told = f.passive and ((quoted and f.lemma not in listed("classing")) or f.head > f.verb)
    return (subtree(w, k, f.verb + 1), "to-infinitive") if told else None


def for_infinitive(w: Tokens, f: Frame) -> Found:
    """Called for the ban to be lifted; asked for the price to be kept secret."""
    for k in w.kids[f.verb]:
        mark = w.child(k, "mark")
        if k > f.verb and mark > f.verb and w.low[mark] == "for" and is_infinitive(w, k):
            return (mark + 1, w.right[k] + 1), "to-infinitive"
    thing = w.child(f.verb, "prep")
    deed = w.child(f.verb, "xcomp", "advcl")
    if f.verb < thing < deed and w.low[thing] == "for" and w.child(thing, "pobj") > thing and is_infinitive(w, deed):
        return (thing + 1, w.right[deed] + 1), "to-infinitive"
    return None


def call_on(w: Tokens, f: Frame) -> Found:
    """Called on the North to lay down its arms; pleaded with him to stay."""
    joining = listed("called_on") | listed("pleaded_with" if f.lemma == "plead" else "called_on")
    for k in w.kids[f.verb]:
        if w.low[k] not in joining or w.dep[k] not in {"prep", "prt"} or k < f.verb:
            continue
        thing = w.child(k, "pobj")
        deeds = [x for x in w.kids[f.verb] if w.dep[x] in {"xcomp", "advcl", "ccomp"} and x > k and is_infinitive(w, x)]
        if deeds:
            return (k + 1, w.right[deeds[0]] + 1), "to-infinitive"
        if thing > k and any(is_infinitive(w, x) for x in w.kids[thing]):
            return (k + 1, w.right[thing] + 1), "to-infinitive"
    return None


def is_infinitive(w: Tokens, k: int) -> bool:
    """Whether the verb stands behind "to"."""
    return any(w.dep[c] == "aux" and w.tag[c] == "TO" for c in w.kids[k])


def subtree(w: Tokens, i: int, low: int) -> Range:
    """Return the tokens that hang on `i`, from `low` on."""
    return max(w.left[i], low), w.right[i] + 1
