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
_STOPS = frozenset({"ago", "earlier", "later", "later.", "each", "apiece", "respectively"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens from `first` to `last`, both included, and its head."""

    first: int
    last: int
    head: int


def phrase_from(view: View, i: int, stop: int) -> Phrase | None:
    """Return the noun phrase that begins at token `i` and ends before `stop`: adjectives, nouns, possessives."""
    head, j = None, i
    while j < min(stop, i + _LONGEST):
        token = view.doc[j]
        if "\n" in token.text:
            break
        if token.pos_ in _NOUNS and token.lower_ not in _STOPS:
            if head is not None and _new_name(view, head, token):
                break
            head = j
        elif not _continues(view, j, head, stop):
            break
        j += 1
    if head is None:
        return None
    return Phrase(i, head, head)


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
    token = view.doc[j]
    following = view.doc[j + 1] if j + 1 < stop else None
    if following is None:
        return False
    if token.tag_ == "POS" or (token.text in _HYPHENS and not token.whitespace_):
        return True
    if head is not None:
        return False
    if token.pos_ == "ADJ" or token.tag_ in _PARTICIPLES or token.tag_ == "PRP$":
        return True
    if token.pos_ == "ADV":
        return following.pos_ in ("ADJ", "VERB") and following.tag_ in ("JJ", "VBN", "VBG", "JJR")
    return (
        token.pos_ in ("CCONJ", "PUNCT")
        and token.text in (",", "and", "or", "“", '"', "‘", "'")
        and following.pos_ == "ADJ"
    )


def phrase_around(view: View, head: Token) -> Phrase:
    """Return the noun phrase of a head noun: it and what modifies it on the left, without articles."""
    first = head.i
    low = max(view.sentence(head.i)[0], head.i - _LONGEST)
    while first > low:
        token = view.doc[first - 1]
        if (
            token.pos_ in _NOUNS
            or token.pos_ == "ADJ"
            or token.tag_ in ("POS", "VBN", "VBG")
            and token.dep_ in ("amod", "case", "compound")
            or token.text in _HYPHENS
            and not token.whitespace_
        ):
            first -= 1
        else:
            break
    return Phrase(first, head.i, head.i)


def span_text(view: View, phrase: Phrase) -> tuple[int, int]:
    """Return the character offsets of a phrase."""
    return view.doc[phrase.first].idx, view.end(view.doc[phrase.last])
