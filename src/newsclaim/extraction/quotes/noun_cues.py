"""Reporting nouns: "the claim that …", "issued a warning that …", "the word from Cole was that …"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaim.extraction.attribution.cues import listed, noun_stances, owned_stances, verbs
from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import phrases
from newsclaim.extraction.page.people import animate, is_person
from newsclaim.extraction.page.subject import doer
from newsclaim.extraction.page.tokens import FINITE, Range, Tokens, among
from newsclaim.models import Stance

#: A clause has no fewer tokens behind "that".
_SHORTEST = 3


def noun_frames(w: Tokens) -> list[tuple[Frame, Range]]:
    """Return a frame and its content for every reporting noun with a that-clause outside quotation marks."""
    table = {**noun_stances(), **owned_stances()}
    out = []
    for i in among(w.lemma, table):
        if w.pos[i] == "NOUN" and w.quoted[i] < 0 and w.block[i] >= 0:
            content = _content(w, i)
            if content is not None:
                frame = _frame(w, i, table[w.lemma[i]])
                if frame is not None:
                    out.append((frame, content))
    return out


def _content(w: Tokens, i: int) -> Range | None:
    """Return what the noun takes; one that is on the list of owned nouns takes only what it is said to be."""
    if w.lemma[i] in owned_stances():
        return _owned(w, i)
    found = (rule(w, i) for rule in CLAUSES.values())
    return next((content for content in found if content is not None), None)


def _of_phrase(w: Tokens, i: int) -> Range | None:
    """Cole's claims of fraud: what a noun with an owner takes after "of"."""
    of = w.child(i, "prep")
    if w.lemma[i] not in listed("of_nouns") or of != i + 1 or w.low[of] != "of" or w.child(i, "poss") < 0:
        return None
    return of + 1, w.right[of] + 1


def _is_that(w: Tokens, i: int) -> Range | None:
    """The mayor's argument was that …: what a noun is said to be."""
    verb = w.head[i]
    clause = w.child(verb, "ccomp") if w.dep[i] == "nsubj" and w.lemma[verb] == "be" and verb > i else -1
    mark = w.child(clause, "mark") if clause > verb else -1
    return (mark + 1, w.right[clause] + 1) if mark == verb + 1 and w.low[mark] == "that" else None


def _owned(w: Tokens, i: int) -> Range | None:
    """The word from Cole was that …: a noun that tells nothing where it is nobody's."""
    return _is_that(w, i) if _holder(w, i) >= 0 else None


def _that_clause(w: Tokens, i: int) -> Range | None:
    """Return the clause after "that"; a relative clause ("the claim that he made") is none."""
    if _resumed(w, i) or (w.low[i + 1 : i + 2] == ["that"] and _of_verb(w, i)):
        return None
    for k in w.kids[i]:
        mark = w.child(k, "mark")
        if w.dep[k] in {"acl", "ccomp"} and mark > i + 1 and w.low[mark] == "that" and w.right[k] - mark >= _SHORTEST:
            return mark + 1, w.right[k] + 1
    that = next((x for x in range(i + 1, min(i + 3, len(w))) if w.low[x] == "that"), -1)
    if that < 0 or (that == i + 2 and w.text[i + 1] != ","):
        return None
    return (that + 1, w.right[w.head[that]] + 1) if _opens(w, that, w.head[that]) else None


def _opens(w: Tokens, that: int, clause: int) -> bool:
    """Whether "that" opens this clause and is no part of it."""
    known = w.dep[that] == "mark" or _supposed(w, that, clause)
    long = clause > that and w.right[clause] - that >= _SHORTEST
    return known and long and w.dep[clause] in {"acl", "ccomp", "relcl"}


def _bare_clause(w: Tokens, i: int) -> Range | None:
    """An allegation he had hit her, rumours the mill would close; "the claim he made" tells of none."""
    k = w.child(i, "acl", "relcl")
    if _of_verb(w, i):
        return None
    if k < i or w.left[k] != i + 1 or w.dep[i + 1] in {"mark", "advmod"} or w.tag[i + 1] in {"WDT", "WP", "IN", "TO"}:
        return None
    whole = w.child(k, "dobj", "attr", "acomp", "auxpass") > k - 3 or any(w.tag[x] == "MD" for x in w.kids[k])
    subject = w.child(k, "nsubj", "nsubjpass")
    return (i + 1, w.right[k] + 1) if i < subject < k and whole and is_finite(w, k) else None


def is_finite(w: Tokens, k: int) -> bool:
    """Tell whether a clause has a finite verb: its head, or a helping one."""
    return w.tag[k] in FINITE or any(w.tag[x] in FINITE for x in w.kids[k])


def _supposed(w: Tokens, that: int, clause: int) -> bool:
    """Whether a clause with "would" or "will" was taken for a relative one: the rumour that the bridge would close."""
    modal = any(w.tag[k] == "MD" for k in w.kids[clause])
    return modal and w.dep[that] == "dobj" and w.child(clause, "nsubj", "nsubjpass") > that


def _of_verb(w: Tokens, i: int) -> bool:
    """Said in a report that …: the clause belongs to the verb."""
    over = w.head[w.head[i]]
    return w.dep[i] == "pobj" and over < i and w.tag[over].startswith("VB") and w.lemma[over] in verbs()


def _resumed(w: Tokens, i: int) -> bool:
    """Whether the noun takes up what was said: ", a claim that nobody believes"."""
    return w.left[i] > 0 and w.text[w.left[i] - 1] == "," and w.low[w.left[i]] == "a"


#: What a reporting noun takes, by name; tried in this order.
CLAUSES: Mapping[str, Callable[[Tokens, int], Range | None]] = {
    "that": _that_clause,
    "of": _of_phrase,
    "is-that": _is_that,
    "bare": _bare_clause,
}


def _frame(w: Tokens, i: int, stance: Stance) -> Frame | None:
    lemma = w.lemma[i]
    who = _holder(w, i)
    verb = w.head[i]
    if who < 0 and any(w.low[k] in listed("whichever") for k in w.kids[i]):
        return None  # any suggestion that …
    if who < 0 and w.dep[i] in {"dobj", "attr"} and w.pos[verb] in {"VERB", "AUX"}:
        if w.lemma[verb] in listed("voicing", "rejecting"):
            who = doer(w, verb)
            if w.lemma[verb] in listed("rejecting"):
                return _rejected(w, verb, who)
        elif lemma in listed("feelings"):
            return None
    elif who < 0 and lemma in listed("feelings"):
        return None
    return _held(w, i, who, stance) if who < 0 or animate(w, who) else None


def _held(w: Tokens, i: int, who: int, stance: Stance) -> Frame:
    """Return the frame of a noun of saying with its holder, who may be unknown (-1)."""
    holders = tuple((a, _no_case(w, a, b)) for a, b in phrases.mentions(w, who)) if who >= 0 else ()
    return Frame(i, (i, i + 1), w.lemma[i], None, stance, holders, head=who, passive=who < 0)


def _rejected(w: Tokens, verb: int, who: int) -> Frame | None:
    """Return the frame of the verb that says of a notion that it is untrue: denied reports that …."""
    if who < 0 or not animate(w, who):
        return None
    return Frame(verb, (verb, verb + 1), w.lemma[verb], None, "denies", tuple(phrases.mentions(w, who)), head=who)


def _no_case(w: Tokens, a: int, b: int) -> int:
    return b - 1 if b - 1 > a and w.tag[b - 1] == "POS" else b


def _holder(w: Tokens, i: int) -> int:
    """Return whose claim it is: Cole's claim, a claim by Cole."""
    poss = w.child(i, "poss")
    poss = w.child(i - 2, "poss") if poss < 0 and w.text[i - 1] == "-" else poss
    if poss >= 0:
        return poss
    over = w.head[i] if w.dep[i] == "attr" else i
    for k in [*w.kids[i], *w.kids[over]]:
        if k > i and w.dep[k] in {"prep", "agent"} and w.low[k] in listed("owner_prepositions"):
            return w.child(k, "pobj")
    owner = _owner_behind(w, i)
    return owner if owner >= 0 else _owner_before(w, i - 1)


def _owner_behind(w: Tokens, i: int) -> int:
    """Return whose claim it is by "of": it was the claim of Cole that …."""
    of = w.child(i, "prep")
    if of != i + 1 or w.low[of] != "of" or not _is_that(w, i):
        return -1
    owner = w.child(of, "pobj")
    return owner if owner >= 0 and animate(w, owner) else -1


def _owner_before(w: Tokens, before: int) -> int:
    """Return whose claim it is by a name before it: the Brookline claim."""
    if before < 0 or w.dep[before] != "compound":
        return -1
    return before if w.ent[before] in {"ORG", "PERSON"} or is_person(w, before) else -1
