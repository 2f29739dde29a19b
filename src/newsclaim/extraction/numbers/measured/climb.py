"""From an amount up the parse: to the noun it belongs to, or to its verb, over the nouns of other quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page import clauses
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words

LISTS = "numbers/measured"
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_BEFORE_NOUNS = frozenset({"nummod", "compound", "quantmod", "amod", "nmod", "npadvmod"})
_DEEP = 7


@dataclass(frozen=True, slots=True)
class Above:
    """What an amount hangs on: a noun or a verb, and the last word below it on the way."""

    head: int
    below: int
    is_verb: bool
    over: str = ""


def root(view: View, quantity: Quantity) -> int:
    """Return the token of an amount whose head stands outside it."""
    return clauses.root_of(view.w, quantity.front, quantity.end)


def above(view: View, quantity: Quantity, start: int = -1) -> Above | None:
    """Return the noun or verb that an amount, or the word `start`, belongs to; `over` is the preposition between."""
    w = view.w
    i = root(view, quantity) if start < 0 else start
    for _ in range(_DEEP):
        head = w.head[i]
        if head == i:
            return Above(i, i, is_verb=True) if w.pos[i] in _VERBS else None
        if w.pos[head] in _VERBS:
            over = w.low[i] if w.dep[i] in ("prep", "agent") else ""
            return Above(head, i, is_verb=True, over=over)
        if w.dep[i] == "pobj":
            found, i = _over(w, head, quantity)
            if found is not None:
                return found
        elif (
            (w.pos[head] in _NOUNS or (head == i + 1 and w.dep[i] == "compound"))
            and _belongs(w, i, head)
            and not passes(w, head, quantity)
        ):
            return Above(head, i, is_verb=False)
        else:
            i = head
        if i < 0:
            return None
    return None


def _belongs(w: Tokens, i: int, head: int) -> bool:
    behind = w.dep[i] in ("appos", "amod", "acl", "nmod", "npadvmod", "advmod")
    return (w.dep[i] in _BEFORE_NOUNS and head > i) or (behind and head < i)


def _over(w: Tokens, preposition: int, quantity: Quantity) -> tuple[Above | None, int]:
    """Step over a preposition; return what is found, else the word to go on from."""
    head = w.head[preposition]
    if head == preposition:
        return None, -1
    if w.pos[head] in _NOUNS and not passes(w, head, quantity):
        return Above(head, preposition, is_verb=False, over=w.low[preposition]), -1
    if w.pos[head] in _VERBS:
        return Above(head, preposition, is_verb=True, over=w.low[preposition]), -1
    return None, head


_AMOUNTS = frozenset({"a", "an", "half", "third", "thirds", "quarter", "quarters"})
_NUMBERED = re.compile(r"(?:to-)?\d")


def passes(w: Tokens, i: int, quantity: Quantity) -> bool:
    """Is the noun only one of a quantity ("a total of", "0.5 percent to 2,901"), so that the way goes on above it?"""
    if quantity.shown_start <= w.start[i] < quantity.end or w.pos[i] == "NUM" or _NUMBERED.match(w.text[i]):
        return True
    if w.ent[i] in ("DATE", "TIME") and w.dep[i] == "npadvmod":
        return True
    if is_unit(w.lemma[i]) and not _is_priced(w, i):
        return any(w.pos[k] in ("NUM", "SYM") or w.low[k] in _AMOUNTS or w.dep[k] == "nummod" for k in w.lefts(i))
    return w.lemma[i] in words(LISTS, "bundles") and not owned(w, i)


def is_unit(lemma: str) -> bool:
    """Is it a unit or a currency, which is never what is measured?"""
    return lemma in words(LISTS, "unit_nouns") or lemma in _currencies()


def _is_priced(w: Tokens, i: int) -> bool:
    """Is it one of a currency whose worth is told ("one bitcoin is worth $8,000")?"""
    return w.dep[i] == "nsubj" and w.low[w.left[i]] in ("one", "a")


@cache
def _currencies() -> frozenset[str]:
    money = lexicon.load("numbers/money")
    return frozenset(name for table in ("names", "small") for name in money[table])


def owned(w: Tokens, i: int) -> bool:
    """Does a noun say by itself what it is of ("the total for March", "the market value of")?"""
    return any(w.dep[k] in ("compound", "poss") for k in w.kids[i])


def is_step(w: Tokens, i: int) -> bool:
    """Is the noun one for a step or a level, which says less than whose it is ("a rise", "a 12-month low")?"""
    paced = w.lemma[i] in ("rate", "pace") and w.dep[i] == "pobj" and w.low[w.head[i]] == "at"
    return paced or w.lemma[i] in words(LISTS, "steps")
