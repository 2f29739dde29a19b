"""Bare noun phrases on the surface, without articles: where one that begins at a token ends, and its head."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.page.page import Page
from newsclaim.extraction.page.tokens import Tokens, back
from newsclaim.lexicon import words

_LONGEST = 9
_NOUNS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "–", "/", "‑", "&"})
_PARTICIPLES = frozenset({"VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens from `first` to `last`, both included, and its head."""

    first: int
    last: int
    head: int


def phrase_from(w: Tokens, i: int, stop: int) -> Phrase | None:
    """Return the noun phrase that begins at token `i` and ends before `stop`: adjectives, nouns, possessives."""
    head = owner = -1
    j = i
    while j < min(stop, i + _LONGEST):
        if "\n" in w.text[j] or _stops(w, j):
            break
        if _is_noun(w, i, j):
            if head >= 0 and _new_name(w, head, j):
                break
            head = j
        elif w.tag[j] == "POS" and head >= 0 and j + 1 < stop:
            owner, head = head, -1
        elif not _continues(w, j, head, stop):
            break
        j += 1
    head = owner if head < 0 else head
    return Phrase(i, head, head) if head >= 0 else None


def _stops(w: Tokens, j: int) -> bool:
    """Does a phrase end before this word, unless it belongs to a noun behind it ("the four earlier primaries")?"""
    return w.low[j] in words("phrases", "stops") and not (w.dep[j] == "amod" and w.head[j] > j)


def _is_number(w: Tokens, i: int) -> bool:
    return w.tag[i] == "CD" or w.text[i][:1].isdigit()


def _is_noun(w: Tokens, i: int, j: int) -> bool:
    """Is token `j` a noun: by its tag, or a plural the tagger took for a verb behind an adjective?"""
    return not _joined_to_next(w, j) if w.pos[j] in _NOUNS else _mistagged_plural(w, i, j)


def _mistagged_plural(w: Tokens, i: int, j: int) -> bool:
    if w.tag[j] != "VBZ" or w.pos[j] == "AUX" or j <= i or i == 0:
        return False
    single = w.low[i - 1] in ("one", "1", "a", "an", "the", "of") or not _is_number(w, i - 1)
    return not single and w.tag[j - 1] in ("JJ", "NN")


def _joined_to_next(w: Tokens, i: int) -> bool:
    """Does a hyphen tie the word to the next ("life-saving treatments")?"""
    return i + 2 < len(w) and w.tied(i) and w.text[i + 1] in _HYPHENS and w.tied(i + 1)


def _ends_clause(w: Tokens, i: int) -> bool:
    return w.pos[i] in ("CCONJ", "SCONJ", "ADP") or not any(c.isalnum() for c in w.text[i])


def _new_name(w: Tokens, head: int, j: int) -> bool:
    """A name behind a common plural begins something else ("3,000 people Tuesday")."""
    plural = w.tag[head] == "NNS" and j == head + 1
    does = w.dep[j] == "nsubj" and w.head[head] != j  # "four notes Mears sent"
    does = does or w.tag[j + 1 : j + 2] == ["VBD"]
    return w.pos[j] == "PROPN" and plural and (does or w.ent[j] in ("DATE", "TIME", "PERSON", "GPE"))


def _continues(w: Tokens, j: int, head: int, stop: int) -> bool:
    """May a phrase go on over token `j`, which is no noun?"""
    if j + 1 >= stop:
        return False
    if w.text[j] in _HYPHENS and w.tied(j):
        return True
    if _joined_to_next(w, j) or _joined_to_last(w, j):
        return head < 0 or any(c.isalnum() for c in w.text[j])
    return _goes_on(w, head, j) if head >= 0 else _numbered(w, j) or _modifies(w, j)


def _numbered(w: Tokens, j: int) -> bool:
    """Whether a number stands behind an owner: the state's 40 delegates, the island's roughly 200 residents."""
    number = _is_number(w, j)
    if j > 0 and w.tag[j - 1] == "POS":
        return number or w.pos[j] == "ADV"
    return j > 1 and w.tag[j - 2] == "POS" and number


def _joined_to_last(w: Tokens, j: int) -> bool:
    """Does a hyphen tie the word to the one before?"""
    return j > 0 and w.text[j - 1] in _HYPHENS and w.tied(j - 1) and not _ends_clause(w, j)


def _goes_on(w: Tokens, head: int, j: int) -> bool:
    """Go on behind a noun: a number in a name ("Boeing 737 jets"), or an adjective of a later one."""
    if w.pos[j + 1] not in _NOUNS:
        return False
    if _is_number(w, j):
        return w.text[j].isdigit() and w.pos[head] == "PROPN" and head == j - 1
    before = w.tag[j] in _PARTICIPLES and w.dep[j] == "amod" and w.dep[head] in ("compound", "nmod")
    adjective = (w.pos[j] == "ADJ" or before) and w.head[head] > j
    return adjective or w.low[j] in ("related", "based", "led", "backed", "owned")


def _modifies(w: Tokens, j: int) -> bool:
    """May a word stand before a noun: adjective, participle, possessive, what joins or grades them?"""
    if w.pos[j] == "ADJ" or w.tag[j] in _PARTICIPLES or w.tag[j] in ("PRP$", "JJR"):
        return True
    if w.tag[j] == "VBD" and w.low[j].endswith("ed"):
        return w.tag[j + 1] == "NNS" and j > 0 and _is_number(w, j - 1)
    if w.pos[j] == "ADV":
        return w.tag[j + 1] in ("JJ", "VBN", "VBG", "JJR", "JJS", "RB")
    if w.low[j] in ("and", "or"):
        return w.pos[j + 1] in ("ADJ", "NOUN", "PROPN") and w.pos[j - 1] == "ADJ"
    return w.text[j] in (",", "“", '"', "‘", "'") and w.pos[j + 1] == "ADJ"


def phrase_around(page: Page, head: int) -> Phrase:
    """Return the noun phrase of a head noun: it and what modifies it on the left, without articles."""
    w = page.tokens
    first = head
    low = max(page.sentence(head)[0], head - _LONGEST)
    first = back(first, low, lambda first: _stands_before(w, first))
    while first > low and (w.text[first] in _HYPHENS or (w.text[first - 1] in _HYPHENS and w.tied(first - 1))):
        first -= 1
    return Phrase(first, head, head)


def _stands_before(w: Tokens, i: int) -> bool:
    if w.dep[i] == "pobj" and w.ent[i] == "DATE":
        return False  # "in March | unemployment fell"
    if w.pos[i] in _NOUNS or w.pos[i] == "ADJ":
        return True
    if w.tag[i] in ("POS", "VBN", "VBG") and w.dep[i] in ("amod", "case", "compound"):
        return True
    return w.text[i] in _HYPHENS and w.tied(i)


def span_text(w: Tokens, phrase: Phrase) -> tuple[int, int]:
    """Return the character offsets of a phrase."""
    return w.start[phrase.first], w.end[phrase.last]
