"""Which proposed pairs of wordings may be alike, told by arrays for many pairs at once: most that are proposed cannot.

What two wordings have in common (see `likeness`) weighs no more than their words in common, wherever those stand, and
no more than those of them that stand in or beside pairs of words in common. Both sums are taken from above: whether a
wording has a word is told by a table of bits, which says yes for all that it has and for a few that it has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np
import numpy.typing as npt

from newsclaim.stories.statements.likeness import LIGHT, MOST, PART, REACH, WEIGHT
from newsclaim.stories.statements.weights import NAME, TELLING, known
from newsclaim.stories.statements.wordings import Wordings
from newsclaim.stories.words import Flags, Hashes, Pairs, Places

Floats = npt.NDArray[np.float64]

#: So many pairs are looked at together, and the bits of the table for their words: 4 MB.
_AT_ONCE, _BITS = 20_000, 22
#: Sums of weights are exact to so much.
_ROUNDING = 1e-6
_MIXED, _OTHER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def likely(several: Wordings, pairs: Pairs) -> Iterator[Pairs]:
    """Yield the pairs that may be alike, some at a time, in order of their second wordings."""
    pairs = pairs[np.lexsort((pairs[:, 0], pairs[:, 1]))]
    held = _Held(several)
    for begin in range(0, len(pairs), _AT_ONCE):
        portion = pairs[begin : begin + _AT_ONCE]
        portion = portion[held.have_enough_words(portion)]
        for turn in (1, -1):
            portion = portion[held.have_enough_beside(portion[:, ::turn])]
        yield portion


class _Held:
    """The words of all wordings: what each is, what it weighs where it stands, and the pair it makes with the next."""

    def __init__(self, several: Wordings) -> None:
        self._start, self._length = several.start, np.diff(several.start)
        self._word = several.bare.astype(np.uint64)
        self._two = self._word * _OTHER + np.append(self._word[1:], np.uint64(0))
        self._weight = weights_of(several.bare, several.names)
        self._whole = np.round(several.weights.astype(np.float64), 2)
        of = np.repeat(np.arange(len(self._length)), self._length)
        self._is_marked = np.bincount(of[several.marked], minlength=len(self._length)) > 0

    def have_enough_words(self, pairs: Pairs) -> Flags:
        """Tell of pairs whether their words in common weigh enough; those of the shorter wording are gone through."""
        swapped = self._length[pairs[:, 0]] > self._length[pairs[:, 1]]
        sides = np.where(swapped[:, None], pairs[:, ::-1], pairs)
        place, of = self._spread(sides[:, 0])
        common = self._among(self._word, place, sides[:, 1], of)
        return self._would_do(self._summed(of[common], place[common], len(pairs)), sides)

    def have_enough_beside(self, sides: Pairs) -> Flags:
        """Tell of pairs whether those words in common weigh enough that stand in or beside pairs of words in common."""
        place, of = self._spread(sides[:, 0])
        begin = np.cumsum(self._length[sides[:, 0]]) - self._length[sides[:, 0]]
        end = begin + self._length[sides[:, 0]]
        # The last word of a wording makes no pair.
        paired = np.flatnonzero(self._among(self._two, place, sides[:, 1], of) & np.append(of[1:] == of[:-1], False))
        edges = np.zeros(len(place) + 1, np.int64)
        np.add.at(edges, np.maximum(paired - REACH, begin[of[paired]]), 1)
        np.add.at(edges, np.minimum(paired + 2 + REACH, end[of[paired]]), -1)
        common = np.flatnonzero(np.cumsum(edges[:-1]) > 0)
        common = common[self._among(self._word, place[common], sides[:, 1], of[common])]
        return self._would_do(self._summed(of[common], place[common], len(sides)), sides)

    def _spread(self, chosen: Places) -> tuple[Places, Places]:
        """Return the places of all words of some wordings end to end, and which of the wordings each is of."""
        length = self._length[chosen]
        of = np.repeat(np.arange(len(chosen)), length)
        begin = np.cumsum(length) - length
        return np.arange(len(of)) + np.repeat(self._start[chosen] - begin, length), of

    def _among(self, what: Hashes, place: Places, others: Places, of: Places) -> Flags:
        """Tell of words, or pairs of words, at some places whether the wording they are held against has them."""
        bits = np.zeros(1 << _BITS, np.bool_)
        every = np.unique(others)
        theirs, number = self._spread(every)
        bits[_slots(what[theirs], every[number])] = True
        found: Flags = bits[_slots(what[place], others[of])]
        return found

    def _summed(self, of: Places, place: Places, count: int) -> Floats:
        """Return for each of so many pairs what the words at places that are of it weigh together."""
        return np.asarray(np.bincount(of, self._weight[place], count), np.float64)

    def _would_do(self, weight: Floats, sides: Pairs) -> Flags:
        """Tell whether so much in common may be enough; of what is marked the part is not known beforehand."""
        weight = weight + _ROUNDING
        part = weight / self._whole[sides].min(axis=1, initial=np.inf) + _ROUNDING
        enough = ((weight >= WEIGHT) & (part >= PART)) | ((weight >= LIGHT) & (part >= MOST))
        told: Flags = enough | (self._is_marked[sides].any(axis=1) & (weight >= LIGHT))
        return told


def _slots(what: Hashes, wording: Places) -> Hashes:
    """Return the bits of words in wordings."""
    mixed = (what + wording.astype(np.uint64) * _OTHER) * _MIXED
    return (mixed ^ (mixed >> np.uint64(29))) * _MIXED >> np.uint64(64 - _BITS)


def weights_of(keys: npt.NDArray[np.uint32], names: Flags) -> Floats:
    """Return what `weight_of` says of many words."""
    keyed, weights = _known_in_order()
    place = np.minimum(np.searchsorted(keyed, keys), len(keyed) - 1)
    weight = np.where(keyed[place] == keys, weights[place], TELLING)
    return np.where(names, np.minimum(weight, NAME), weight)


@cache
def _known_in_order() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.float64]]:
    found = sorted(known().items())
    return np.array([key for key, _ in found], np.uint32), np.array([weight for _, weight in found])
