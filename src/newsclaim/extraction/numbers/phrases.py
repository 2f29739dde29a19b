"""Noun phrases on the surface: where one that begins at a token ends, and which word is its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.extraction.numbers.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 9
_NOUNS = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "–", "/", "‑", "&"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_STOPS = frozenset(
    {
        "ago",
        "earlier",
        "later",
        "later.",
        "each",
        "apiece",
        "respectively",
        "today",
        "yesterday",
        "tonight",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens from `first` to `last`, both included, and its head."""

    first: int
    last: int
    head: int


def phrase_from(view: View, i: int, stop: int) -> Phrase | None:
    """Return the noun phrase that begins at token `i` and ends before `stop`: adjectives, nouns, possessives."""
    head: int | None = None
    owner: int | None = None
    j = i
    while j < min(stop, i + _LONGEST):
        token = view.doc[j]
        if "\n" in token.text or token.lower_ in _STOPS:
            break
        if _is_noun(view, i, j):
            if head is not None and _new_name(view, head, token):
                break
            head = j
        elif token.tag_ == "POS" and head is not None and j + 1 < stop:
            owner, head = head, None
        elif not _continues(view, j, head, stop):
            break
        j += 1
    if head is None:
        head = owner
    return Phrase(i, head, head) if head is not None else None


def _is_noun(view: View, i: int, j: int) -> bool:
    """Is token `j` a noun: by its tag, or a plural the tagger took for a verb behind an adjective?"""
    token = view.doc[j]
    if token.pos_ in _NOUNS:
        return not _joined_to_next(token)
    return _mistagged_plural(view, i, j)


def _mistagged_plural(view: View, i: int, j: int) -> bool:
    token = view.doc[j]
    if token.tag_ != "VBZ" or token.pos_ == "AUX" or j <= i or i == 0:
        return False
    before, number = view.doc[j - 1], view.doc[i - 1]
    single = number.lower_ in ("one", "1", "a", "an", "the", "of") or not number.like_num
    return not single and before.tag_ in ("JJ", "NN")


def _joined_to_next(token: Token) -> bool:
    """Does a hyphen tie the word to the next ("life-saving treatments")?"""
    if token.whitespace_ or token.i + 2 >= len(token.doc):
        return False
    hyphen = token.nbor(1)
    return hyphen.text in _HYPHENS and not hyphen.whitespace_


def _ends_clause(token: Token) -> bool:
    return token.is_punct or token.pos_ in ("CCONJ", "SCONJ", "ADP")


def _new_name(view: View, head: int, token: Token) -> bool:
    """A name behind a common plural begins something else ("3,000 people Tuesday")."""
    last = view.doc[head]
    return (
        token.pos_ == "PROPN"
        and last.tag_ == "NNS"
        and token.i == head + 1
        and token.ent_type_ in ("DATE", "TIME", "PERSON", "GPE")
    )


def _continues(view: View, j: int, head: int | None, stop: int) -> bool:
    """May a phrase go on over token `j`, which is no noun?"""
    if j + 1 >= stop:
        return False
    token, following = view.doc[j], view.doc[j + 1]
    if token.text in _HYPHENS and not token.whitespace_:
        return True
    if _joined_to_next(token) or _joined_to_last(view, j):
        return head is None or not token.is_punct
    if head is not None:
        return _goes_on(view, head, j)
    if j > 0 and view.doc[j - 1].tag_ == "POS" and (token.like_num or token.pos_ == "ADV"):
        return True  # "the state's 40 delegates", "the island's roughly 200 residents"
    return (j > 1 and view.doc[j - 2].tag_ == "POS" and token.like_num) or _modifies(token, following)


def _joined_to_last(view: View, j: int) -> bool:
    """Does a hyphen tie the word to the one before?"""
    if j == 0 or view.doc[j - 1].text not in _HYPHENS or view.doc[j - 1].whitespace_:
        return False
    return not _ends_clause(view.doc[j])


def _goes_on(view: View, head: int, j: int) -> bool:
    """Go on behind a noun: a number in a name ("Boeing 737 jets"), or an adjective of a later one."""
    token, following = view.doc[j], view.doc[j + 1]
    if following.pos_ not in _NOUNS:
        return False
    if token.like_num:
        return token.text.isdigit() and view.doc[head].pos_ == "PROPN" and head == j - 1
    return (token.pos_ == "ADJ" and view.doc[head].head.i > j) or token.lower_ in (
        "related",
        "based",
        "led",
        "backed",
        "owned",
    )


def _modifies(token: Token, following: Token) -> bool:
    """May a word stand before a noun: adjective, participle, possessive, what joins or grades them?"""
    if token.pos_ == "ADJ" or token.tag_ in _PARTICIPLES or token.tag_ == "PRP$":
        return True
    if token.tag_ == "VBD" and token.lower_.endswith("ed"):
        return following.tag_ == "NNS" and token.nbor(-1).like_num
    if token.pos_ == "ADV":
        return following.tag_ in ("JJ", "VBN", "VBG", "JJR", "JJS", "RB")
    if token.lower_ in ("and", "or"):
        return following.pos_ in ("ADJ", "NOUN", "PROPN") and token.nbor(-1).pos_ == "ADJ"
    return token.text in (",", "“", '"', "‘", "'") and following.pos_ == "ADJ"


def phrase_around(view: View, head: Token) -> Phrase:
    """Return the noun phrase of a head noun: it and what modifies it on the left, without articles."""
    first = head.i
    low = max(view.sentence(head.i)[0], head.i - _LONGEST)
    while first > low:
        token = view.doc[first - 1]
        if (
            token.pos_ in _NOUNS
            or token.pos_ == "ADJ"
            or (token.tag_ in ("POS", "VBN", "VBG") and token.dep_ in ("amod", "case", "compound"))
            or (token.text in _HYPHENS and not token.whitespace_)
        ):
            first -= 1
        else:
            break
    while first > low and (
        view.doc[first].text in _HYPHENS
        or (view.doc[first - 1].text in _HYPHENS and not view.doc[first - 1].whitespace_)
    ):
        first -= 1
    return Phrase(first, head.i, head.i)


def span_text(view: View, phrase: Phrase) -> tuple[int, int]:
    """Return the character offsets of a phrase."""
    return view.doc[phrase.first].idx, view.end(view.doc[phrase.last])
