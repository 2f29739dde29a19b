"""Whose troops they are where no name stands before the noun: a name behind it, or the side spoken of before."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from newsclaim import lexicon
from newsclaim.extraction.numbers.counted.things import LISTS
from newsclaim.extraction.numbers.measured import owners
from newsclaim.extraction.numbers.view import View
from newsclaim.extraction.page.tokens import Tokens, among, back, past
from newsclaim.models import Mention
from newsclaim.names.countries import country_of
from newsclaim.text import fold, span_of

_SIDES = frozenset({"GPE", "NORP", "ORG"})


def unit_of(view: View, noun: int) -> Mention | None:
    """Return whose the unit is that so many make up ("an allied battalion of some 1,000 troops")."""
    w = view.w
    above = w.head[noun]
    unit = w.head[above] if w.dep[noun] == "pobj" and w.low[above] == "of" else -1
    if unit < 0 or w.lemma[unit] not in lexicon.words("numbers/classes", "units_of_armies"):
        return None
    owner = owners.of_noun(view, unit)
    return owners.mention(view, owner) if owner >= 0 else None


def side_behind(view: View, noun: int, verb: int) -> Mention | None:
    """Return the side in "soldiers from Valdoria", "troops of the Valdorian army"."""
    w = view.w
    i = noun + 1
    leaves = verb >= 0 and w.lemma[verb] in lexicon.words("numbers/classes", "leaving")
    if leaves or w.low[i] not in ("from", "of"):
        return None
    for k in range(i + 1, min(i + 3, len(w))):
        if w.ent[k] in _SIDES or (w.pos[k] == "PROPN" and k == i + 1):
            return _run(view, k)
        if w.low[k] != "the":
            return None
    return None


def side_spoken_of(view: View, noun: int, armies: list[tuple[int, Mention]]) -> Mention | None:
    """Return the side of the last troops before, if the article has named no other side up to there.

    "North Valdorian soldiers have arrived … another 1,500 troops are on their way": the same side's.
    """
    if not is_army(view.w, noun):
        return None
    before = [side for i, side in takewhile(lambda named: named[0] < noun, armies)]
    return before[-1] if before and len({country_of(side.text) or fold(side.text) for side in before}) == 1 else None


def named_armies(view: View) -> Iterator[tuple[int, Mention]]:
    """Yield the token of each noun for troops that a side stands before, with the side."""
    w = view.w
    named = lexicon.words(LISTS, "army")
    for i in sorted({*among(w.lemma, named), *among(w.low, named)}):
        for k in range(max(i - 3, 0), i):
            if w.ent[k] in ("NORP", "GPE") and country_of(_run(view, k).text):
                yield i, _run(view, k)
                break


def is_army(w: Tokens, i: int) -> bool:
    """Tell whether a noun stands for the troops of a state; rebels and militants are nobody's."""
    return w.lemma[i] in lexicon.words(LISTS, "army") or w.low[i] in lexicon.words(LISTS, "army")


def _run(view: View, i: int) -> Mention:
    """Return the run of capitalised words around a token, without a possessive ending."""
    w = view.w
    first = last = i
    first = back(first, 0, lambda first: _joins(w, first, i))
    last = past(last + 1, len(w), lambda last: _joins(w, last, i)) - 1
    return Mention(**span_of(view.text, w.start[first], w.end[last]).model_dump())


def _joins(w: Tokens, i: int, core: int) -> bool:
    return w.text[i].istitle() and w.pos[i] in ("PROPN", "ADJ") and w.ent[i] == w.ent[core]
