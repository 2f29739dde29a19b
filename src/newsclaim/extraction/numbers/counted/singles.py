"""Single nameless persons, which are numbers without a numeral: "a soldier was killed", "the driver was shot" are 1.

Whether anything befell them is known when the draft has a class; here they are only proposed. A named person is an
actor and no count, nor is who holds an office ("the mayor was killed") or was told of before ("the man", "the victim").
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.extraction.numbers.classes.words import event_class
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.lexicon import words

_LISTS = "numbers/counted"
_DEFINITE = frozenset({"the", "his", "her", "their", "its"})
_DETERMINERS = _DEFINITE | {"a", "an", "another"}
#: What befalls a person of whom an article speaks for the first time with "the": nothing that is told of old ("died").
_VIOLENT = frozenset({"people-killed", "people-injured"})


def singles(view: View) -> Iterator[tuple[int, float]]:
    """Yield the first token of each phrase for a single nameless person, and how many it stands for (2 in a couple)."""
    w = view.w
    for i in among(w.low, _DETERMINERS):
        if w.block[i] < 0:
            continue
        noun = _noun(w, i)
        if w.low[i] in _DEFINITE:
            if _is_new(view, noun):
                yield i, 1.0
        elif noun >= 0 or (w.low[i] == "another" and _stands_alone(view, i)):
            yield i, 2.0 if noun >= 0 and w.lemma[noun] == "couple" else 1.0


def _noun(w: Tokens, i: int) -> int:
    """Return the noun for one person that a determiner belongs to ("an unidentified man's body": the body), or -1."""
    if w.dep[i] not in ("det", "poss"):
        return -1
    noun = w.head[i]
    over = w.head[noun]
    if w.dep[noun] == "poss" and w.lemma[over] in words(_LISTS, "remains") and noun < over <= i + 8:
        noun = over
    is_somebody = i < noun <= i + 8 and w.tag[noun] == "NN" and _is_somebody(w, noun)
    return noun if is_somebody and not _is_named(w, noun) else -1


def _is_somebody(w: Tokens, noun: int) -> bool:
    lemma = w.lemma[noun]
    if lemma == "couple":
        return w.child(noun, "prep") < 0
    if lemma in words(_LISTS, "remains"):
        return w.pos[w.head[noun]] == "VERB" and w.lemma[w.head[noun]] in words(_LISTS, "finding")
    return stands_for_person(lemma) and lemma not in words(_LISTS, "several_persons")


def _stands_alone(view: View, i: int) -> bool:
    """Is "another" somebody to whom the same verb or its neighbour does something ("one died and another was hurt")?"""
    w = view.w
    verb = w.head[i]
    if w.dep[i] not in ("nsubj", "nsubjpass", "dobj") or event_class(w, verb) not in _VIOLENT:
        return False
    first, _ = view.page.sentence(i)
    return any(event_class(w, k) in _VIOLENT for k in range(first, i) if w.pos[k] in ("VERB", "ADJ"))


def _is_new(view: View, noun: int) -> bool:
    """Is a person with "the" spoken of for the first time, and killed or hurt by somebody or something?"""
    w = view.w
    if noun < 0 or w.dep[noun] not in ("nsubjpass", "dobj", "conj"):
        return False
    verb = w.head[noun]
    while w.dep[verb] == "conj" and w.pos[verb] != "VERB" and w.head[verb] != verb:
        verb = w.head[verb]
    lemma = w.lemma[noun]
    if lemma in words(_LISTS, "spoken_of") or event_class(w, verb) not in _VIOLENT or w.lemma[verb] == "die":
        return False
    return lemma not in (w.lemma[k] for k in range(noun) if w.block[k] >= 0)


def _is_named(w: Tokens, noun: int) -> bool:
    """Is the person named beside the noun ("a fisherman, Ola Berg,", "Ola Berg, a fisherman", "a man named Berg")?"""
    opens = w.left[noun]
    if w.dep[noun] == "appos" or (opens > 1 and w.text[opens - 1] == "," and w.pos[opens - 2] == "PROPN"):
        return True
    for k in w.rights(noun):
        if w.dep[k] == "appos" and w.pos[k] == "PROPN":
            return True
        if w.dep[k] == "acl" and w.lemma[k] in ("name", "identify", "call", "know"):
            return True
    return w.ent[noun + 1] == "PERSON" or (w.text[noun + 1] == "," and w.ent[noun + 2] == "PERSON")
