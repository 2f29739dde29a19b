"""The passages that two texts have in common, to the word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsclaim.stories.reading import SIZE, Reading
from newsclaim.stories.shingles import Keys, keys_of
from newsclaim.stories.words import Flags, Places

#: Shorter runs of common words are turns of phrase, not passages.
_RUN = 10


@dataclass(frozen=True, slots=True)
class Common:
    """What two texts share.

    `a` and `b` tell of each word of either text whether it stands in a run of words that the other has too; `carried`
    of each word of the first whether it stands in a run long enough to be a passage and is, on one side at least, the
    article's own.
    """

    a: Flags
    b: Flags
    carried: Flags


def common(a: Reading, b: Reading, furniture: Keys) -> Common:
    """Return what two texts share; runs that are furniture (keys in order) are left out."""
    hits, partners = _without(furniture, a, *_matched(a, b))
    in_a, in_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    own = np.zeros(len(a), np.bool_)
    for k in range(SIZE):
        in_a[hits + k] = True
        in_b[partners + k] = True
        own[hits + k] |= ~(a.said[hits + k] & b.said[partners + k])
    return Common(in_a, in_b, own & _long(in_a))


def _without(furniture: Keys, a: Reading, hits: Places, partners: Places) -> tuple[Places, Places]:
    """Drop the runs of which most sampled shingles are furniture."""
    if not len(furniture) or not len(hits):
        return hits, partners
    keys = keys_of(a.grams[a.sampled])
    is_furniture = furniture[np.minimum(np.searchsorted(furniture, keys), len(furniture) - 1)] == keys
    if not is_furniture.any():
        return hits, partners
    run = np.cumsum(np.diff(hits, prepend=hits[0]) > 1)
    at = np.minimum(np.searchsorted(hits, a.sampled), len(hits) - 1)
    inside = hits[at] == a.sampled
    runs = run[at[inside]]
    sampled = np.bincount(runs, minlength=run[-1] + 1)
    page = np.bincount(runs, weights=is_furniture[inside], minlength=run[-1] + 1)
    kept_runs = ~((sampled > 0) & (2 * page > sampled))
    return hits[kept_runs[run]], partners[kept_runs[run]]


def _matched(a: Reading, b: Reading) -> tuple[Places, Places]:
    """Return the places of the grams of the first text that the second one has, and where it has them first."""
    if not len(b.grams):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    ordered = b.grams[b.order]
    found = np.minimum(np.searchsorted(ordered, a.grams), len(ordered) - 1)
    hits = np.flatnonzero(ordered[found] == a.grams)
    return hits, b.order[found[hits]]


def _long(flags: Flags) -> Flags:
    """Return the flags that stand in a run of at least `_RUN`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    kept = flags.copy()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start < _RUN:
            kept[start:end] = False
    return kept
