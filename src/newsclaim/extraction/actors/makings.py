"""Noun phrases that nobody named → actors of their own: "officials", "a spokesman for the lenders"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclaim.extraction.page import Page
from newsclaim.extraction.page.people import is_person_noun
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.models import ActorKind
from newsclaim.names import organisations

#: A phrase of more words may begin with a place and a hyphen.
_BASED = 3


def phrase_text(page: Page, tokens: Sequence[int], head: int) -> str:
    """Return the words that name a noun phrase, without determiner; empty when they name nobody."""
    w = page.tokens
    kept = [k for k in tokens if w.text[k].strip()]
    while len(kept) > 1 and _is_determiner(w, kept[0]):
        kept = kept[1:]
    if len(kept) > _BASED and w.text[kept[1]] == "-" and w.low[kept[2]] in word_list("runs", "descriptive_ends"):
        kept = kept[3:]  # "the Yemen-based Houthi movement"
    text = page.text[w.start[kept[0]] : _end(w, kept, head)].strip(' ,"“”') if kept else ""
    empty = word_list("mentions", "determiners") | word_list("mentions", "pronouns")
    return text if any(c.isalnum() for c in text) and text.casefold() not in empty else ""


def _is_determiner(w: Tokens, i: int) -> bool:
    """Whether a first word tells nobody apart: "a spokesman", but "one of the aides"."""
    return w.pos[i] == "PUNCT" or (w.low[i] in word_list("mentions", "determiners") and w.tag[i + 1] != "IN")


def kind_of_noun(w: Tokens, head: int, text: str) -> ActorKind:
    """Return what kind of actor a noun phrase without a name is, by its head."""
    word = w.text[head].lower()
    if word in word_list("mentions", "documents"):
        return "document"
    # "the news agency", "the Harbour Wire agency", but "the intelligence agency".
    if word in word_list("mentions", "media") and not (word == "agency" and _is_public_body(text)):
        return "media"
    if word in word_list("mentions", "groups") or w.tag[head] == "NNS":
        return "group"
    if w.pos[head] != "PROPN" and is_person_noun(w, head):
        return "person"
    if w.pos[head] == "PROPN" and not organisations.has_mark(text) and w.ent[head] == "PERSON":
        return "person"
    return "organisation"


def _end(w: Tokens, tokens: Sequence[int], head: int) -> int:
    """The end of the noun phrase: before a relative clause, apposition or comma behind its head."""
    for before, k in pairwise(tokens):
        if k > head and (w.text[k] in (",", "(", "—", "–") or w.tag[k] in ("WDT", "WP", "WP$")):
            return w.end[before]
    return w.end[tokens[-1]]


def _is_public_body(text: str) -> bool:
    return bool(set(text.casefold().split()) & word_list("mentions", "agency_of_state"))
