"""What is held of a text while it is compared with many others: some eleven bytes a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from newsclaim.stories.reading import SIZE, Reading
from newsclaim.stories.words import Flags, Hashes

_SAID, _ALL_SAID, _SAMPLED = (np.uint8(1 << bit) for bit in range(3))
#: Places in shorter texts take two bytes.
_SHORT = 1 << 16


@dataclass(frozen=True, slots=True)
class Imprint:
    """The words of a text by the runs of `SIZE` that begin with them.

    `grams` are the runs' hashes, `order` tells where each stands in order of these; `flags` tell of
    each word whether it is somebody's, whether all of its run are, and whether the run is one of those that a trace
    keeps; `own` is how many words are the article's own.
    """

    grams: Hashes
    order: npt.NDArray[np.unsignedinteger[Any]]
    flags: npt.NDArray[np.uint8]
    own: int

    def __len__(self) -> int:
        return len(self.flags)


def imprint(reading: Reading) -> Imprint:
    """Return what is held of a text."""
    grams = reading.grams
    flags = reading.said.astype(np.uint8)
    all_said = flags[: len(grams)].copy()
    for k in range(1, SIZE):
        all_said &= flags[k : len(grams) + k]
    own = len(flags) - int(flags.sum())
    flags[: len(grams)] |= all_said * _ALL_SAID
    flags[reading.sampled] |= _SAMPLED
    order = np.argsort(grams, kind="stable")
    return Imprint(grams, order.astype(np.uint16) if len(grams) <= _SHORT else order.astype(np.uint32), flags, own)


def said(flags: npt.NDArray[np.uint8]) -> Flags:
    """Tell which words are somebody's."""
    return (flags & _SAID).astype(np.bool_)


def all_said(flags: npt.NDArray[np.uint8]) -> Flags:
    """Tell of which words the whole run is somebody's."""
    return (flags & _ALL_SAID).astype(np.bool_)


def sampled(flags: npt.NDArray[np.uint8]) -> Flags:
    """Tell which words begin a run that a trace keeps."""
    return (flags & _SAMPLED).astype(np.bool_)
