"""The wordings of the corpus as arrays, and which pairs of them may be alike."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from newsclaim.stories.statements.wording import Wording
from newsclaim.stories.words import Flags, Hashes, Pairs, Places, is_in

Keys = npt.NDArray[np.uint32]

#: Raise it when the same quote gives another wording than before.
FORM = 2
#: Pairs are proposed by three words in a row that both have and at most so many wordings.
_GRAM, _MOST = 3, 40
_NAME, _MARKED = np.uint32(1), np.uint32(2)
_COUNT = struct.Struct("<I")
_STEP = np.uint64(0xD6E8FEB86659FD93)


def packed(several: Sequence[Wording]) -> bytes:
    """Return the wordings of an article as bytes."""
    forms = np.array([one.form for one in several], np.uint64)
    sizes = np.array([len(one.words) for one in several], np.uint32)
    keys = np.array(
        [
            key | name | 2 * marked
            for one in several
            for key, name, marked in zip(one.words, one.names, one.marked, strict=True)
        ],
        np.uint32,
    )
    weights = np.array([one.weight for one in several], np.float32)
    return b"".join((_COUNT.pack(len(several)), *(part.tobytes() for part in (forms, sizes, weights, keys))))


@dataclass(frozen=True)
class Wordings:
    """Wordings in order of their hashes: what each weighs, where its words begin, and the keys of all end to end.

    The lowest bit of a key tells that the word is a name, the next one that it stands in quotation marks.
    """

    forms: Hashes
    weights: npt.NDArray[np.float32]
    start: Places
    keys: Keys

    @cached_property
    def bare(self) -> Keys:
        """The keys of the words alone."""
        return self.keys & ~(_NAME | _MARKED)

    @property
    def names(self) -> Flags:
        """Which words are names."""
        return (self.keys & _NAME).astype(np.bool_)

    @property
    def marked(self) -> Flags:
        """Which words stand in quotation marks where others do not."""
        return (self.keys & _MARKED).astype(np.bool_)

    def wording(self, number: int) -> Wording:
        """Return a wording by its number."""
        keys = self.keys[self.start[number] : self.start[number + 1]]
        weight = round(float(self.weights[number]), 2)
        flags = ((keys & flag).astype(bool).tolist() for flag in (_NAME, _MARKED))
        return Wording(int(self.forms[number]), weight, (keys & ~(_NAME | _MARKED)).tolist(), *flags)


def wordings(packs: Iterable[bytes]) -> Wordings:
    """Return the wordings of articles, each once."""
    several = [*packs]
    data = np.frombuffer(b"".join(several), np.uint32)
    lengths = np.array([len(one) // 4 for one in several], np.int64)
    begins = np.cumsum(lengths) - lengths
    count = data[begins].astype(np.int64)
    begins += 1
    # Of each article the hashes, the sizes and the weights of its wordings, then all their words.
    form = data[_stretches(begins, 2 * count)].view(np.uint64)
    size = data[_stretches(begins + 2 * count, count)].astype(np.int64)
    weight = data[_stretches(begins + 3 * count, count)].view(np.float32)
    words = data[_stretches(begins + 4 * count, lengths - 1 - 4 * count)]
    # Of one wording that has names in other places, the lightest stands for all.
    order = np.lexsort((weight, form))
    first = order[np.flatnonzero(np.diff(form[order], prepend=form[order][:1] + np.uint64(1)))]
    begin = np.cumsum(size) - size
    start = np.concatenate(([0], np.cumsum(size[first])))
    return Wordings(form[first], weight[first], start, words[_stretches(begin[first], size[first])])


def _stretches(begins: Places, sizes: Places) -> Places:
    """Return the places of some stretches, end to end."""
    ends = np.cumsum(sizes)
    found: Places = np.arange(sizes.sum()) + np.repeat(begins - (ends - sizes), sizes)
    return found


def proposed(before: Wordings, after: Wordings) -> tuple[Places, Pairs]:
    """Return which wordings have to be held against others, and the pairs of them, all by number in `after`.

    These are the new ones, and those with three words in a row that have become common, or are common no more.
    """
    new = ~np.isin(after.forms, before.forms)
    gone = ~np.isin(before.forms, after.forms)
    old, every = _grams(before), _grams(after)
    moved = np.unique(np.concatenate([old.gram[gone[old.at]], every.gram[new[every.at]]]))
    if not len(moved):
        return np.zeros(0, np.int64), np.zeros((0, 2), np.int64)
    old, now = old.among(moved), every.among(moved)
    crossing = moved[(old.counts(moved) <= _MOST) != (now.counts(moved) <= _MOST)]
    touched = new.copy()
    touched[now.among(crossing).at] = True
    if len(crossing):
        now = every.among(np.unique(every.gram[touched[every.at]]))
    return np.flatnonzero(touched), _pairs(now.in_order(), touched)


@dataclass(frozen=True, slots=True)
class _Grams:
    """Three words in a row, as hashes, and the wording each stands in."""

    gram: Hashes
    at: Places

    def among(self, known: Hashes) -> _Grams:
        """Return those that are among some, which are in order."""
        chosen = np.flatnonzero(is_in(self.gram, known))
        return _Grams(self.gram[chosen], self.at[chosen])

    def counts(self, known: Hashes) -> Places:
        """Return how many wordings have each of some, which are in order and hold all of these."""
        return np.bincount(np.searchsorted(known, self.in_order().gram), minlength=len(known))

    def in_order(self) -> _Grams:
        """Return them in order, each once in a wording."""
        order = np.lexsort((self.at, self.gram))
        gram, at = self.gram[order], self.at[order]
        fresh = np.ones(len(gram), np.bool_)
        fresh[1:] = (gram[1:] != gram[:-1]) | (at[1:] != at[:-1])
        return _Grams(gram[fresh], at[fresh])


def _grams(several: Wordings) -> _Grams:
    keys = several.bare.astype(np.uint64)
    if len(keys) < _GRAM:
        return _Grams(np.zeros(0, np.uint64), np.zeros(0, np.int64))
    total = keys[: -_GRAM + 1].copy()
    for k in range(1, _GRAM):
        total = total * _STEP + keys[k : len(keys) - _GRAM + 1 + k]
    total ^= total >> np.uint64(31)
    at = np.repeat(np.arange(len(several.forms)), np.diff(several.start))
    whole = np.flatnonzero(at[: -_GRAM + 1] == at[_GRAM - 1 :])
    gram, at = total[whole], at[whole]
    return _Grams(gram, at)


def _pairs(grams: _Grams, touched: Flags) -> Pairs:
    """Return the pairs of wordings that have one of some grams, which are in order and not too common."""
    gram, at = grams.gram, grams.at
    begins = np.flatnonzero(np.concatenate(([True], gram[1:] != gram[:-1])))
    sizes = np.diff(np.append(begins, len(gram)))
    kept = np.repeat(sizes <= _MOST, sizes)
    gram, at = gram[kept], at[kept]
    found: list[Hashes] = []
    rows, step = np.arange(len(gram)), 1
    size = np.uint64(1 << 32)
    while len(rows):
        rows = rows[rows + step < len(gram)]
        rows = rows[gram[rows] == gram[rows + step]]
        one, other = at[rows], at[rows + step]
        wanted = touched[one] | touched[other]
        found.append(np.unique(one[wanted].astype(np.uint64) * size + other[wanted].astype(np.uint64)))
        step += 1
    every = np.unique(np.concatenate(found)) if found else np.zeros(0, np.uint64)
    return np.stack((every // size, every % size), axis=1).astype(np.int64)
