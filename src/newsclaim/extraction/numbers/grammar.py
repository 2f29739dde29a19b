"""Ways through the parse: the verb that governs a number, what is measured, the words between. No token is -1."""

from __future__ import annotations

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens

_DEEP = 8
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def root_of(view: View, start: int, end: int) -> int:
    """Return the token of a span (character offsets) whose head stands outside it."""
    w = view.w
    last = view.within(max(start, end - 1))
    first = min(view.at(start), last)
    for i in range(last, first - 1, -1):
        if (w.head[i] < first or w.head[i] > last or w.head[i] == i) and w.pos[i] not in ("PUNCT", "SPACE"):
            return i
    return last


def governing_verb(w: Tokens, i: int) -> int:
    """Return the nearest verb above a token."""
    for _ in range(_DEEP):
        if w.pos[i] in _VERBS and w.dep[i] not in ("aux", "auxpass"):
            return i
        if w.head[i] == i:
            return -1
        i = w.head[i]
    return -1


def noun_above(w: Tokens, i: int) -> int:
    """Return the noun whose "of" phrase holds a token ("the death of 50 people"), none for a bare measure noun."""
    while w.dep[i] == "conj" and w.head[i] != i:
        i = w.head[i]
    above = w.head[i]
    if w.dep[i] != "pobj" or above == i:
        return -1
    noun = w.head[above]
    return noun if w.low[above] == "of" and w.pos[noun] == "NOUN" and noun < i else -1


def own_clause(w: Tokens, i: int) -> int:
    """Return the verb of a relative or participle clause on a noun ("people who were killed", "people living in")."""
    for k in w.rights(i):
        if w.dep[k] in ("acl", "relcl") and w.pos[k] in ("VERB", "AUX", "ADJ"):
            return k
        if w.dep[k] == "amod" and w.tag[k] == "VBN":
            return k
    return -1


def subject_of(w: Tokens, verb: int) -> int:
    """Return the subject of a verb; of the verb it is joined or subordinated to when it has none of its own."""
    for _ in range(4):
        for k in w.kids[verb]:
            if w.dep[k] in _SUBJECTS:
                return _antecedent(w, k, verb)
        head = w.head[verb]
        if w.dep[verb] == "acl" and w.pos[head] in _NOUNS:
            return head
        if w.dep[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acomp") or head == verb:
            return -1
        verb = w.head[head] if w.dep[verb] == "pcomp" else head
    return -1


def _antecedent(w: Tokens, subject: int, verb: int) -> int:
    if w.low[subject] in ("which", "that", "who") and w.dep[verb] == "relcl":
        return w.head[verb]
    return subject


def object_of(w: Tokens, verb: int) -> int:
    """Return the direct object of a verb."""
    return w.child(verb, "dobj", "obj")


def preposition_object(w: Tokens, i: int, words: tuple[str, ...]) -> int:
    """Return the object of the first preposition among `words` that hangs on a token."""
    for k in w.rights(i):
        if w.dep[k] == "prep" and w.low[k] in words:
            return next((x for x in w.rights(k) if w.dep[x] == "pobj"), -1)
    return -1


def measured(view: View, quantity: Quantity) -> int:
    """Return the noun that a measure, an amount or a percentage tells about: "shares" in "shares rose 5%"."""
    i = root_of(view, quantity.shown_start, quantity.end)
    for _ in range(5):
        if i < 0:
            return -1
        found, i = _step(view.w, i, quantity)
        if found >= 0:
            return found
    return -1


def _step(w: Tokens, i: int, quantity: Quantity) -> tuple[int, int]:
    """Go one step up; return what is measured when it is found, else the token to go on from (-1: nowhere)."""
    head = w.head[i]
    if head == i:
        return (subject_of(w, i) if w.pos[i] in _VERBS else -1), -1
    before_noun = w.dep[i] in ("nummod", "compound", "quantmod", "amod", "nmod") and head > i
    if before_noun and w.pos[head] in ("NOUN", "PROPN"):
        return (-1, head) if w.lemma[head] in lexicon.words("numbers/topics", "unit_nouns") else (head, -1)
    if w.dep[i] == "pobj":
        return _over_preposition(w, head)
    if w.pos[head] in _VERBS:
        return _of_verb(w, head, i), -1
    own = quantity.shown_start <= w.start[head] < quantity.end
    return (head, -1) if w.dep[i] == "appos" and w.pos[head] in ("NOUN", "PROPN") and not own else (-1, head)


def _over_preposition(w: Tokens, preposition: int) -> tuple[int, int]:
    """Step over a preposition; nouns of other quantities tell nothing ("gained 0.5 percent to 2,901")."""
    above = w.head[preposition]
    if w.lemma[above] in lexicon.words("numbers/topics", "unit_nouns"):
        return -1, above
    if w.pos[above] in ("NOUN", "PROPN"):
        return above, -1
    if w.pos[above] in _VERBS:
        return _of_verb(w, above, preposition), -1
    return -1, (-1 if above == preposition else above)


def _bought(w: Tokens, verb: int) -> int:
    """Return what is paid for, on or in; in cash is only how ("pay $14.50 in cash for each share")."""
    for words in (("for", "on", "in"), ("for", "on")):
        found = preposition_object(w, verb, words)
        if found < 0 or w.lemma[found] not in lexicon.words("numbers/topics", "means"):
            return found
    return -1


_PAYING = frozenset({"pay", "spend", "invest", "donate", "give", "allocate", "offer", "bid"})


def _of_verb(w: Tokens, verb: int, below: int) -> int:
    objects = object_of(w, verb)
    changed = w.lemma[verb] in lexicon.words("numbers/topics", "changers")
    if changed and 0 <= objects < below:
        return objects
    if w.dep[below] in ("prep", "agent") and objects not in (-1, below) and w.low[below] != "with":
        return objects
    if w.dep[below] in ("dobj", "obj"):
        bought = _bought(w, verb) if w.lemma[verb] in _PAYING else -1
        return bought if bought >= 0 else subject_of(w, verb)
    subject = subject_of(w, verb)
    return subject if subject >= 0 else objects
