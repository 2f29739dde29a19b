"""Whose troops they are where no name stands before the noun: a name behind it, or the side spoken of before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from newsclaim import lexicon
from newsclaim.extraction.numbers.things import LISTS
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Mention
from newsclaim.names.countries import country_of
from newsclaim.text import fold

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDES = frozenset({"GPE", "NORP", "ORG"})
#: "withdraw 2,000 troops from Syria": the name behind says where they were, not whose they are.
_LEAVING = frozenset(
    {"withdraw", "pull", "remove", "return", "evacuate", "redeploy", "expel", "bring", "move", "recall"}
)


def side_behind(view: View, noun: Token, verb: Token | None) -> Mention | None:
    """Return the side in "soldiers from Valdoria", "troops of the Valdorian army"."""
    i = noun.i + 1
    if i >= len(view.doc) or view.doc[i].lower_ not in ("from", "of"):
        return None
    if verb is not None and verb.lemma_.lower() in _LEAVING:
        return None
    for token in view.doc[i + 1 : i + 3]:
        if token.ent_type_ in _SIDES or (token.pos_ == "PROPN" and token.i == i + 1):
            return _run(view, token)
        if token.lower_ != "the":
            return None
    return None


def side_spoken_of(view: View, noun: Token) -> Mention | None:
    """Return the side of the last troops before, if the article has named no other side up to there.

    "North Valdorian soldiers have arrived … another 1,500 troops are on their way": the same side's.
    """
    if not is_army(noun):
        return None
    before = [side for i, side in takewhile(lambda named: named[0] < noun.i, view.armies)]
    return before[-1] if before and len({_key(side) for side in before}) == 1 else None


def named_armies(view: View) -> Iterator[tuple[int, Mention]]:
    """Yield the token of each noun for troops that a side stands before, with the side."""
    for token in view.doc:
        if not is_army(token):
            continue
        for k in range(max(token.i - 3, 0), token.i):
            if view.doc[k].ent_type_ in ("NORP", "GPE") and country_of(_run(view, view.doc[k]).text):
                yield token.i, _run(view, view.doc[k])
                break


def is_army(token: Token) -> bool:
    """Tell whether a noun stands for the troops of a state; rebels and militants are nobody's."""
    return token.lemma_.lower() in lexicon.words(LISTS, "army") or token.lower_ in lexicon.words(LISTS, "army")


def _key(side: Mention) -> str:
    return country_of(side.text) or fold(side.text)


def _run(view: View, token: Token) -> Mention:
    """Return the run of capitalised words around a token, without a possessive ending."""
    first = last = token
    while first.i > 0 and _joins(first.nbor(-1), token):
        first = first.nbor(-1)
    while last.i + 1 < len(view.doc) and _joins(last.nbor(1), token):
        last = last.nbor(1)
    start, end = first.idx, view.end(last)
    return Mention(start=start, end=end, text=view.text[start:end])


def _joins(token: Token, core: Token) -> bool:
    return (
        token.is_title and token.pos_ in ("PROPN", "ADJ") and token.ent_type_ == core.ent_type_ and not token.is_punct
    )
