"""Shingles: hashes of five words in a row, one in eight of them kept, by which texts with a common passage are found.

Which ones are kept is told by the hash alone, so that two texts keep the same ones of a passage they share. A passage
of 30 words has 26 shingles; one in 32 such passages keeps none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclaim.stories.words import Hashes, Places, grams

Keys = npt.NDArray[np.uint32]

SIZE = 5
SAMPLED = 8


@dataclass(frozen=True, slots=True)
class Shingles:
    """The kept shingles of a text in order: the number of the word each begins with, and its key of 32 bits."""

    place: Places
    key: Keys


def shingles(words: Hashes) -> Shingles:
    """Return the kept shingles of some words."""
    every = grams(words, SIZE)
    place = np.flatnonzero(every % np.uint64(SAMPLED) == 0)
    return Shingles(place, keys_of(every[place]))


def keys_of(hashes: Hashes) -> Keys:
    """Return the upper half of each hash: enough to find by, and half as large."""
    return (hashes >> np.uint64(32)).astype(np.uint32)
