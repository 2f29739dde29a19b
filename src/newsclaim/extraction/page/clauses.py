"""Ways through the parse: the verb above a word, its subject and object, clauses on a noun. No token is -1.

Unlike `subject`, which looks for who speaks or acts, a subject here may be a thing.
"""

from __future__ import annotations

from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words

_DEEP = 8
#: What may stand between a subject and its verb.
_BESIDE = frozenset({"AUX", "ADV", "PART"})
#: Digits of a year.
_YEAR = 4
_VERBS = frozenset({"VERB", "AUX"})
_NO_VERBS = frozenset({"aux", "auxpass", "prep"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def root_of(w: Tokens, start: int, end: int) -> int:
    """Return the token of a span (character offsets) whose head stands outside it."""
    last = min(w.before(max(start, end - 1)), len(w) - 1)
    first = min(w.before(start), last)
    outside = (i for i in range(last, first - 1, -1) if w.head[i] < first or w.head[i] > last or w.head[i] == i)
    return next((i for i in outside if w.dep[i] != "punct" and w.pos[i] != "SPACE"), last)


def governing_verb(w: Tokens, i: int) -> int:
    """Return the nearest verb above a token, no participle that stands for a preposition ("following the raid")."""
    for _ in range(_DEEP):
        if w.pos[i] in _VERBS and w.dep[i] not in _NO_VERBS:
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
        if (found := max(_behind_year(w, verb), _doer(w, verb))) >= 0:
            return found
        head = w.head[verb]
        if w.dep[verb] not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acomp") or head == verb:
            return -1
        verb = w.head[head] if w.dep[verb] == "pcomp" else head
    return -1


def _behind_year(w: Tokens, verb: int) -> int:
    """Return the subject that the model hangs on a year before it: "In 2012 | turnout was 86 percent"."""
    noun = back(verb, 0, lambda k: w.pos[k] in _BESIDE) - 1
    if noun < 0 or w.pos[noun] != "NOUN" or w.dep[noun] != "pobj":
        return -1
    prep = w.head[noun]
    year = w.text[prep + 1]
    dated = prep + 1 < noun and w.low[prep] in ("in", "since", "by", "for") and year.isdigit() and len(year) == _YEAR
    return noun if dated else -1


def _doer(w: Tokens, verb: int) -> int:
    """Return who does it by the word above: who is ordered to, accused of it, told of, or described by it."""
    head = w.head[verb]
    helper = w.child(verb, "auxpass") if w.tag[verb] == "VBN" else -1
    if helper >= 0 and (misplaced := w.child(helper, "nsubj", "nsubjpass")) >= 0:
        return misplaced  # "Ravn was re-elected"
    if w.dep[verb] in ("xcomp", "ccomp") and w.lemma[head] in words("numbers/measured", "controlling"):
        ordered = object_of(w, head)
        if head < ordered < verb:
            return ordered
    if w.dep[verb] == "ccomp" and head < object_of(w, head) < verb:
        return object_of(w, head)  # "indicated the winds were near 180 mph", taken for an object
    if w.dep[verb] == "acl" and w.pos[head] in _NOUNS:
        return head
    return _accused(w, w.head[head], verb) if w.dep[verb] == "pcomp" else -1


def _accused(w: Tokens, verb: int, done: int) -> int:
    """Return who is accused of what is done ("accused the firm of raising prices"), -1 for nobody."""
    found = object_of(w, verb) if w.lemma[verb] in words("numbers/measured", "accusing") else -1
    return found if verb < found < done else -1


def own_subject(w: Tokens, verb: int) -> int:
    """Return the subject that stands on the verb itself."""
    found = w.child(verb, "nsubj", "nsubjpass")
    return _antecedent(w, found, verb) if found >= 0 else -1


def _antecedent(w: Tokens, subject: int, verb: int) -> int:
    return w.head[verb] if w.low[subject] in ("which", "that", "who") and w.dep[verb] == "relcl" else subject


def object_of(w: Tokens, verb: int) -> int:
    """Return the direct object of a verb."""
    return w.child(verb, "dobj", "obj")


def preposition_object(w: Tokens, i: int, words: tuple[str, ...]) -> int:
    """Return the object of the first preposition among `words` that hangs on a token."""
    prep = next((k for k in w.rights(i) if w.dep[k] == "prep" and w.low[k] in words), -1)
    return next((x for x in w.rights(prep) if w.dep[x] == "pobj"), -1) if prep >= 0 else -1


def first_joined(w: Tokens, i: int) -> int:
    """Return the first of those that a token is listed with, itself where it is none of a list."""
    while w.dep[i] == "conj" and w.head[i] < i:
        i = w.head[i]
    return i


def object_before_to(w: Tokens, verb: int) -> int:
    """Return the object before an infinitive that is what does it ("forecast output to fall"), -1 for none."""
    thing = verb - 2
    told = thing > 0 and w.low[verb - 1] == "to" and w.dep[thing] in ("dobj", "obj") and w.head[thing] == w.head[verb]
    return thing if told else -1
