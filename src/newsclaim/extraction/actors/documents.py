"""Whose a text is: the owner in "X's report", "X data", "figures from X", "information released last year by X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from newsclaim.extraction.actors.covered import Covered
from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.page.tokens import Range, Tokens
from newsclaim.lexicon import words

#: What leads from a text to who wrote it; tokens behind its noun among which it stands.
_FROM = frozenset({"by", "from"})
_REACH = 8
#: Between a text and "by": how and when it was made public.
_BETWEEN = frozenset({"VERB", "ADV", "NOUN", "ADJ", "NUM", "DET", "PROPN"})
#: More places of one noun are looked through in no article.
_MOST = 12
_NAMED = frozenset({"name", "short-name", "metonym"})


def is_text(w: Tokens, head: int) -> bool:
    """Tell whether a noun stands for what somebody wrote or worked out: a report, figures."""
    keys = (("mentions", "documents"), ("nouns", "documents"), ("nouns", "evidence"), ("mentions", "worked_out"))
    return any(w.low[head] in words(*key) or w.lemma[head] in words(*key) for key in keys)


def owner_of_text(w: Tokens, first: int, head: int) -> Range | None:
    """Return the tokens of who owns the text whose noun is `head`, in a phrase that begins at `first`."""
    for k in range(head - 1, first, -1):
        if w.tag[k] == "POS":
            return first, k
    k = _maker(w, head)
    return (k, w.right[_noun(w, k)] + 1) if k else None


def body_before(w: Tokens, covered: Covered, first: int, head: int) -> Entity | None:
    """Return the body whose name stands before the noun of a text: "the Halvern report", not "the Norland report"."""
    for k in range(head - 1, first - 1, -1):
        found = covered.at(w.start[k])
        if found:
            entity, place = found
            seat = entity.kind == "government" and place.how == "metonym"
            body = seat or entity.kind in ("organisation", "media")
            return entity if body and place.how in _NAMED and w.low[k] not in words("mentions", "platforms") else None
        if w.pos[k] not in ("NOUN", "ADJ", "PROPN"):
            break
    return None


def earlier(w: Tokens, first: int, head: int) -> Iterator[int]:
    """Yield the nouns before that stand for the same text as a definite phrase, nearest first: "a study …. The report".

    `first` and `head` are tokens of the phrase; one that tells which ("the second report") means none before.
    """
    inside = w.low[first + 1 : head]  # the court order is no other order
    itself = w.low[head] in words("mentions", "texts_themselves")
    if itself or w.low[first] not in ("the", "this") or w.tag[head] == "NNS" or len(inside) > 1:
        return
    lemma, reports = w.lemma[head], words("mentions", "reports")
    same = sorted(reports) if lemma in reports else [lemma]
    before = merge(*(_nearest(w.of_lemma(one), first) for one in same), reverse=True)
    for k in islice(before, _MOST):
        if w.tag[k] != "NNS" and (not inside or w.low[k - 1 : k] == inside):
            yield k


def _nearest(places: list[int], first: int) -> list[int]:
    """Return the places before a token, nearest first."""
    stop = bisect_left(places, first)
    return places[max(0, stop - _MOST) : stop][::-1]


def issuer(w: Tokens, k: int) -> int:
    """Return who issued the text `k` or said something in it, -1 where nobody did: "X sent a letter", "X said in a"."""
    verb = w.head[k]
    inside = w.dep[k] == "pobj" and w.low[verb] == "in"
    if inside and w.dep[w.head[verb]] == "nsubj" and w.head[w.head[verb]] < w.head[verb]:
        verb = w.head[verb]  # "said Ada Lund in a statement"
    verb = w.head[verb] if inside else verb
    lemmas = words("mentions", "announcing_in") if inside else words("mentions", "issuing")
    active = w.dep[k] in ("pobj", "dobj") and w.lemma[verb] in lemmas
    if active and w.tag[verb] == "VBD" and w.dep[verb] == "acl":
        return w.head[verb]  # "It was over, the palace announced in a statement", where the parser hangs the verb on it
    return w.child(verb, "nsubj") if active else -1


def _maker(w: Tokens, head: int) -> int:
    """Return the first token of who made a text, 0 where it is not told: "data provided last month by X"."""
    for k in range(head + 1, min(len(w) - 1, head + _REACH)):
        if w.low[k] in _FROM and not (w.low[k] == "from" and w.ent[k + 1] in ("DATE", "TIME", "GPE")):
            return k + 1
        if w.low[k] in words("mentions", "passed_on") or w.pos[k] not in _BETWEEN or w.tag[k] in ("VBD", "VBZ", "VBP"):
            break
    return 0


def _noun(w: Tokens, k: int) -> int:
    """Return the noun of the phrase that begins at a token: that on which its preposition leads."""
    noun = w.child(k - 1, "pobj")
    return noun if noun >= 0 else k
