"""Ways through the parse: the verb that governs a number, what is measured, the words between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEP = 8
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def root_of(view: View, start: int, end: int) -> Token:
    """Return the token of a span (character offsets) whose head stands outside it."""
    first, last = view.at(start), view.at(max(start, end - 1))
    last = min(last, len(view.doc) - 1)
    first = min(first, last)
    for i in range(last, first - 1, -1):
        token = view.doc[i]
        if (token.head.i < first or token.head.i > last or token.head.i == i) and token.pos_ not in ("PUNCT", "SPACE"):
            return token
    return view.doc[last]


def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above a token."""
    for _ in range(_DEEP):
        if token.pos_ in _VERBS and token.dep_ not in ("aux", "auxpass"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def noun_above(token: Token) -> Token | None:
    """Return the noun whose "of" phrase holds a token ("the death of 50 people"), None for a bare measure noun."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    above = token.head
    if token.dep_ != "pobj" or above.i == token.i:
        return None
    return above.head if above.lower_ == "of" and above.head.pos_ == "NOUN" and above.head.i < token.i else None


def own_clause(token: Token) -> Token | None:
    """Return the verb of a relative or participle clause on a noun ("people who were killed", "people living in")."""
    for child in token.rights:
        if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX", "ADJ"):
            return child
        if child.dep_ == "amod" and child.tag_ == "VBN":
            return child
    return None


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb; of the verb it is joined or subordinated to when it has none of its own."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return _antecedent(child, verb)
        if verb.dep_ == "acl" and verb.head.pos_ in _NOUNS:
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acomp") or verb.head.i == verb.i:
            return None
        verb = _verb_above(verb)
    return None


def _verb_above(verb: Token) -> Token:
    return verb.head.head if verb.dep_ == "pcomp" else verb.head


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower_ in ("which", "that", "who") and verb.dep_ == "relcl":
        return verb.head
    return subject


def object_of(verb: Token) -> Token | None:
    """Return the direct object of a verb."""
    return next((child for child in verb.children if child.dep_ in ("dobj", "obj")), None)


def preposition_object(token: Token, words: tuple[str, ...]) -> Token | None:
    """Return the object of the first preposition among `words` that hangs on a token."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in words:
            return next((grandchild for grandchild in child.rights if grandchild.dep_ == "pobj"), None)
    return None


def measured(view: View, quantity: Quantity) -> Token | None:
    """Return the noun that a measure, an amount or a percentage tells about: "shares" in "shares rose 5%"."""
    token: Token | None = root_of(view, quantity.shown_start, quantity.end)
    for _ in range(5):
        if token is None:
            return None
        found, token = _step(token, quantity)
        if found is not None:
            return found
    return None


def _step(token: Token, quantity: Quantity) -> tuple[Token | None, Token | None]:
    """Go one step up; return what is measured when it is found, else the token to go on from (None: nowhere)."""
    head = token.head
    if head.i == token.i:
        return (subject_of(token) if token.pos_ in _VERBS else None), None
    if (
        token.dep_ in ("nummod", "compound", "quantmod", "amod", "nmod")
        and head.i > token.i
        and head.pos_ in ("NOUN", "PROPN")
    ):
        return (None, head) if head.lemma_.lower() in lexicon.words("numbers/topics", "unit_nouns") else (head, None)
    if token.dep_ == "pobj":
        return _over_preposition(head)
    if head.pos_ in _VERBS:
        return _of_verb(head, token), None
    if token.dep_ == "appos" and head.pos_ in ("NOUN", "PROPN") and not quantity.shown_start <= head.idx < quantity.end:
        return head, None
    return None, head


def _over_preposition(preposition: Token) -> tuple[Token | None, Token | None]:
    """Step over a preposition; nouns of other quantities tell nothing ("gained 0.5 percent to 2,901")."""
    above = preposition.head
    if above.lemma_.lower() in lexicon.words("numbers/topics", "unit_nouns"):
        return None, above
    if above.pos_ in ("NOUN", "PROPN"):
        return above, None
    if above.pos_ in _VERBS:
        return _of_verb(above, preposition), None
    if above.i == preposition.i:
        return None, None
    return None, above


def _bought(verb: Token) -> Token | None:
    """Return what is paid for, on or in; in cash is only how ("pay $14.50 in cash for each share")."""
    for words in (("for", "on", "in"), ("for", "on")):
        found = preposition_object(verb, words)
        if found is None or found.lemma_.lower() not in lexicon.words("numbers/topics", "means"):
            return found
    return None


def _of_verb(verb: Token, below: Token) -> Token | None:
    objects = object_of(verb)
    changed = verb.lemma_.lower() in lexicon.words("numbers/topics", "changers")
    if changed and objects is not None and objects.i < below.i:
        return objects
    if below.dep_ in ("prep", "agent") and objects is not None and objects.i != below.i and below.lower_ != "with":
        return objects
    if below.dep_ in ("dobj", "obj"):
        bought = _bought(verb)
        subject = subject_of(verb)
        if (
            verb.lemma_ in ("pay", "spend", "invest", "donate", "give", "allocate", "offer", "bid")
            and bought is not None
        ):
            return bought
        return subject
    return subject_of(verb) or objects
