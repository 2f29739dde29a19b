"""The words of a text as numbers: where each begins and ends, and a hash of its folded letters.

No string is made of any word: code points are folded by a table (case, accents), and the hash of every word is cut out
of one running sum, so that a corpus is read at some ten million words a second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
#: Two numbers a row.
Pairs = npt.NDArray[np.int64]

#: So many code points of a text are read; what comes behind is no news article any more.
LONGEST = 1_000_000
#: Letters beyond are no words (emoji, rare scripts); up to the second one they have case and accents.
_PLANE, _CASED = 0x10000, 0x2500
#: A capital behind these makes no name.
_ENDS = ".!?:;…”\"“‘’'(\n\t-–—*•"
_BLANK = ord(" ")
#: Where there are so many times as many numbers as are known, those that may be known are told first.
_SIFTED = 3
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_STEP = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text, in order: offsets of their beginnings and ends, and their hashes.

    `capital` tells which begin with a capital, `opening` which stand where a sentence begins.
    """

    start: Places
    end: Places
    hash: Hashes
    capital: Flags
    opening: Flags

    def __len__(self) -> int:
        return len(self.start)

    def among(self, spans: Sequence[tuple[int, int]]) -> Flags:
        """Tell of each word whether it begins in one of some spans, which are in order and do not overlap."""
        return within(self.start, spans)

    def only(self, chosen: Flags) -> Words:
        """Return some of the words."""
        kept = (part[chosen] for part in (self.start, self.end, self.hash, self.capital, self.opening))
        return Words(*kept)  # type: ignore[arg-type] # in the same order


def read(text: str) -> Words:
    """Return the words of a text: runs of letters and digits, without apostrophes, hyphens and points."""
    points = np.frombuffer(text[:LONGEST].encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    folds, capitals, ends = _tables()
    points = np.where(points < _PLANE, points, 0)
    letters = folds[points]
    edges = np.flatnonzero(np.diff(np.concatenate(([False], letters > 0, [False]))))
    start, end = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << max(16, len(letters).bit_length()))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(letters * powers[: len(letters)], dtype=np.uint64)))
    hashes = mixed((sums[end] - sums[start]) * inverses[start])
    before, two_before = points[start - 1], points[start - 2]
    opening = (start < 2) | ends[before] | ((before == _BLANK) & ends[two_before])
    return Words(start, end, hashes, capitals[points[start]], opening)


def within(places: Places, spans: Sequence[tuple[int, int]]) -> Flags:
    """Tell of each place whether it lies in one of some spans, which are in order and do not overlap."""
    if not spans:
        return np.zeros(len(places), np.bool_)
    edges = np.array(spans, np.int64).ravel()
    inside: Flags = np.searchsorted(edges, places, side="right") % 2 == 1
    return inside


def is_in(values: np.ndarray, known: np.ndarray) -> Flags:
    """Tell of each number whether it is one of those that are known, which are in order."""
    if not len(known):
        return np.zeros(len(values), np.bool_)
    if len(values) > max(1 << 14, _SIFTED * len(known)):
        # Most are told by a table of bits, quicker than by search.
        bits = np.zeros(1 << 20, np.bool_)
        bits[known & 0xFFFFF] = True
        likely = np.flatnonzero(bits[values & 0xFFFFF])
        found = np.zeros(len(values), np.bool_)
        found[likely] = _sought(values[likely], known)
        return found
    return _sought(values, known)


def _sought(values: np.ndarray, known: np.ndarray) -> Flags:
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def grams(words: Hashes, size: int) -> Hashes:
    """Return a hash for every run of `size` words, none when there are fewer."""
    if len(words) < size:
        return np.zeros(0, np.uint64)
    total = words[: len(words) - size + 1].copy()
    for k in range(1, size):
        total = total * _STEP + words[k : len(words) - size + 1 + k]
    return mixed(total)


def whole(words: Hashes) -> int:
    """Return one hash for all words in their order."""
    total = (words * _powers(1 << max(16, len(words).bit_length()))[0][: len(words)]).sum(dtype=np.uint64)
    return int(mixed(np.array([total]))[0])


def mixed(values: Hashes) -> Hashes:
    """Return the hashes with every bit depending on every other (the finaliser of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def hashes_of(words: Sequence[str]) -> Hashes:
    """Return the hashes of single words."""
    return read(" ".join(words)).hash


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    """Powers of the base and of its inverse, modulo 2 ** 64."""
    return tuple(  # type: ignore[return-value] # of two
        np.concatenate((np.ones(1, np.uint64), np.cumprod(np.full(size - 1, base, np.uint64), dtype=np.uint64)))
        for base in (_BASE, _INVERSE)
    )


@cache
def _tables() -> tuple[Hashes, Flags, Flags]:
    """The folded code point of every letter and digit, 0 for all else; the capitals; what ends sentences."""
    known = [chr(point) for point in range(_PLANE)]
    folds = np.arange(_PLANE, dtype=np.uint64)
    folds[[not letter.isalnum() for letter in known]] = 0
    for letter in filter(str.isalnum, known[:_CASED]):
        folds[ord(letter)] = ord(unicodedata.normalize("NFKD", letter)[0].casefold()[0])
    capitals = np.zeros(_PLANE, np.bool_)
    capitals[[ord(letter) for letter in known[:_CASED] if letter.isupper()]] = True
    ends = np.zeros(_PLANE, np.bool_)
    ends[[ord(mark) for mark in _ENDS]] = True
    return folds, capitals, ends
