"""Offices that a sentence tells of its subject: "Ada Brook is a lawyer", "She is also president of the guild"."""

from __future__ import annotations

from itertools import takewhile

from newsclaim.extraction.actors.appositions import LINKS, holds_owner, lead, phrase
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.officelinks import OF_BODY
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Range, Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names.titles import is_office

#: Before a verb that says what is the case: its subject and what links it to the sentence before.
_OPENS = frozenset({"nsubj", "cc", "punct", "advmod"})


def told_of_name(w: Tokens, name: Name) -> Range:
    """Find the office in "X is a lawyer": tokens, equal when none."""
    subject = w.dep[name.j - 1] == "nsubj" and w.head[name.j - 1] == name.j
    return _predicate(w, name.j) if subject and not (_is_supposed(w, name.j) or _is_asked(w, name.j)) else (0, 0)


def told_of_pronoun(w: Tokens, k: int) -> Range:
    """Find the office in "She is president of the guild", where `k` is the pronoun's token: tokens, equal when none.

    Only what is the case counts, not what was, could be or is asked.
    """
    verb = k + 1
    subject = w.low[k] in ("he", "she") and w.dep[k] == "nsubj" and w.head[k] == verb
    if not subject or w.tag[verb] != "VBZ" or not _is_asserted(w, verb) or _is_asked(w, verb):
        return 0, 0
    return _predicate(w, verb)


def _is_asserted(w: Tokens, verb: int) -> bool:
    """Whether a verb tells what is so: "the guild, where she is", no "If she is", "They deny that she is"."""
    top = clauses.first_joined(w, verb)
    told = w.dep[top] == "ROOT" or (w.dep[verb] == "relcl" and w.low[verb - 2] == "where")
    return told and all(w.dep[k] in _OPENS for k in w.lefts(verb))


def _is_supposed(w: Tokens, verb: int) -> bool:
    """Whether a verb tells what may be, not what is: "If Brook were a minister"."""
    return any(w.dep[k] == "mark" and w.low[k] not in ("that", "as", "because") for k in w.lefts(verb))


def _is_asked(w: Tokens, k: int) -> bool:
    here = takewhile(lambda i: w.sent[i] == w.sent[k - 1], range(k, len(w)))
    return any(w.text[i] == "?" for i in here)


def _predicate(w: Tokens, k: int) -> Range:
    """Find the office behind the verb at token `k`."""
    if k + 2 >= len(w) or w.lemma[k] != "be" or w.quoted[k] >= 0:
        return 0, 0
    first, end = phrase(w, k + 1)
    noun = lead(w, first, end) - 1
    if noun < first or not is_office(w.text[noun]) or w.tag[noun] not in ("NN", "NNP"):
        return 0, 0
    if _is_related(w, noun) or _is_judged(w, first, noun) or _is_ones_own(w, end):
        return 0, 0
    led = w.pos[first - 1] == "DET" or w.tag[first - 1] == "PRP$" or holds_owner(w, first, noun)
    return (first, end) if led or _goes_on(w, noun, end) else (0, 0)


def _goes_on(w: Tokens, noun: int, end: int) -> bool:
    """Whether an office without an article has whose it is or another office behind it: no "head and shoulders"."""
    if w.low[noun + 1 : noun + 2] == ["and"]:
        return any(map(is_office, w.text[noun + 2 : end]))
    return noun + 1 < end and w.low[noun + 1] in OF_BODY


def _is_related(w: Tokens, noun: int) -> bool:
    """Whether a noun tells only whose relative somebody is: "the daughter of a doctor", no "partner at Ek & Till"."""
    return w.low[noun] in word_list("nominals", "kin") and w.low[noun + 1 : noun + 2] != ["at"]


def _is_judged(w: Tokens, first: int, noun: int) -> bool:
    """Whether somebody is praised or compared: "a critic", "the best mayor of the decade", "the sole teacher there"."""
    if w.low[noun] in word_list("mentions", "judged"):
        return True
    superlative = any(w.tag[i] == "JJS" and w.text[i + 1] != "-" for i in range(first, noun))
    return superlative or not word_list("mentions", "ranks").isdisjoint(w.low[first:noun])


def _is_ones_own(w: Tokens, end: int) -> bool:
    """Whether an office is of something that only a pronoun tells: "president of his own fate"."""
    return end + 1 < len(w) and w.low[end] in LINKS and w.tag[end + 1] == "PRP$"
