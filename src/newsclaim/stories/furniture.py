"""What an outlet prints again and again: passages in three of its articles, on three days."""

from __future__ import annotations

from functools import partial, reduce

import numpy as np

from newsclaim.furniture.often import on_many_days
from newsclaim.stories.index import Index
from newsclaim.stories.shingles import Keys, bare
from newsclaim.stories.words import Flags, Hashes, Places


def furniture(index: Index, among: Flags | None = None) -> Hashes:
    """Return the shingles that are furniture, each as its outlet's hash and its key, in order.

    Of one outlet on as many days; undated articles count as of different days, articles of no known outlet not at all.

    Args:
        index: the traces of the corpus.
        among: of each kept shingle whether it is asked for; None asks for all.
    """
    known = index.outlet[index.shingled] > 0
    chosen = np.flatnonzero(known if among is None else known & among)
    at = index.shingled[chosen]
    day = np.where(index.day[at] > 0, index.day[at], -at - 1)
    return on_many_days(of_outlets(index, chosen), day)


def of_outlets(index: Index, rows: Places | slice) -> Hashes:
    """Return of some kept shingles the outlet together with the words: what `furniture` tells of."""
    return (index.outlet[index.shingled[rows]] << np.uint64(32)) | bare(index.shingles[rows]).astype(np.uint64)


def between(known: Hashes, outlets: frozenset[int]) -> Keys:
    """Return the keys that are no passages between articles of some outlets, in order: what is furniture of all.

    What only one of two outlets prints again and again, the other has taken from it.
    """
    parts = [known[slice(*np.searchsorted(known, (o << 32, (o + 1) << 32)))] & np.uint64(0xFFFFFFFF) for o in outlets]
    return reduce(partial(np.intersect1d, assume_unique=True), parts).astype(np.uint32)
