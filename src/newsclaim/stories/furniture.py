"""What an outlet prints again and again: passages in three of its articles, on three days."""

from __future__ import annotations

import numpy as np

from newsclaim.stories.index import Index
from newsclaim.stories.shingles import Keys, bare
from newsclaim.stories.words import Flags, Hashes

_OFTEN = 3


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
    of = (index.outlet[at] << np.uint64(32)) | bare(index.shingles[chosen]).astype(np.uint64)
    day = np.where(index.day[at] > 0, index.day[at], -at - 1)
    order = np.lexsort((day, of))
    of, day = of[order], day[order]
    if not len(of):
        return of
    fresh = np.concatenate(([True], (of[1:] != of[:-1]) | (day[1:] != day[:-1])))
    shingles, days = np.unique(of[fresh], return_counts=True)
    often: Hashes = shingles[days >= _OFTEN]
    return often


def keys_of(known: Hashes, outlets: frozenset[int]) -> Keys:
    """Return the keys that are furniture of some outlets, in order."""
    parts = [known[slice(*np.searchsorted(known, (o << 32, (o + 1) << 32)))] for o in outlets if o]
    return (
        np.unique(np.concatenate(parts) & np.uint64(0xFFFFFFFF)).astype(np.uint32) if parts else np.zeros(0, np.uint32)
    )
