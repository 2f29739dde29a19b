"""Shingles: hashes of five words in a row, one in eight of them kept, by which texts with a common passage are found.

Which ones are kept is told by the hash alone, so that two texts keep the same ones of a passage they share. A passage
of 30 words has 26 shingles; one in 32 such passages keeps none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclaim.stories.reading import SIZE, Reading
from newsclaim.stories.words import Hashes, Places

Keys = npt.NDArray[np.uint32]

#: The lowest bit of a key tells that all its words are somebody's; the others are the shingle's.
SAID = np.uint32(1)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The kept shingles of a text in order: the number of the word each begins with, and its key of 32 bits."""

    place: Places
    key: Keys


def shingles(reading: Reading) -> Shingles:
    """Return the kept shingles of a text."""
    place = reading.sampled
    said = np.ones(len(place), np.bool_)
    for k in range(SIZE):
        said &= reading.said[place + k]
    return Shingles(place, keys_of(reading.grams[place]) | said.astype(np.uint32))


def keys_of(grams: Hashes) -> Keys:
    """Return the keys of shingles that are nobody's words."""
    return (grams >> np.uint64(32)).astype(np.uint32) & ~SAID


def bare(keys: Keys) -> Keys:
    """Return the keys without what they tell of who says it."""
    return keys & ~SAID
