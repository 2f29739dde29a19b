"""The passages that two texts have in common, to the word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsclaim.stories.reading import Reading
from newsclaim.stories.shingles import SIZE, Keys, bare, shingles
from newsclaim.stories.words import Flags, Hashes, grams

#: Shorter runs of common words are turns of phrase, not passages.
_RUN = 10


@dataclass(frozen=True, slots=True)
class Common:
    """What two texts share.

    `a` and `b` tell of each word of either text whether it stands in a run of words that the other has too; `carried`
    of each word of the first whether it stands in a run long enough to be a passage and is, on one side at least, the
    article's own; `apart` are the words of the first that both sides have as somebody's.
    """

    a: Flags
    b: Flags
    carried: Flags
    apart: Flags


def common(a: Reading, b: Reading, furniture: Keys) -> Common:
    """Return what two texts share; runs that are furniture of one of their outlets (keys in order) are left out."""
    hits, partners = _matched(grams(a.words.hash, SIZE), grams(b.words.hash, SIZE))
    hits, partners = _without(furniture, a, hits, partners)
    in_a, in_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    own = np.zeros(len(a), np.bool_)
    for k in range(SIZE):
        in_a[hits + k] = True
        in_b[partners + k] = True
        own[hits + k] |= ~(a.said[hits + k] & b.said[partners + k])
    return Common(in_a, in_b, own & _long(in_a), in_a & ~own)


def _without(furniture: Keys, a: Reading, hits: np.ndarray, partners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Drop the runs of which most sampled shingles are furniture."""
    if not len(furniture) or not len(hits):
        return hits, partners
    kept = shingles(a)
    known = np.searchsorted(furniture, bare(kept.key))
    is_furniture = furniture[np.minimum(known, len(furniture) - 1)] == bare(kept.key)
    run = np.cumsum(np.diff(hits, prepend=hits[0]) > 1)
    at = np.searchsorted(hits, kept.place)
    inside = (at < len(hits)) & (hits[np.minimum(at, len(hits) - 1)] == kept.place)
    runs = run[at[inside]]
    sampled = np.bincount(runs, minlength=run[-1] + 1)
    page = np.bincount(runs, weights=is_furniture[inside], minlength=run[-1] + 1)
    kept_runs = ~((sampled > 0) & (2 * page > sampled))
    return hits[kept_runs[run]], partners[kept_runs[run]]


def _matched(a: Hashes, b: Hashes) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of the grams of the first text that the second one has, and where it has them first."""
    order = np.argsort(b, kind="stable")
    found = np.searchsorted(b[order], a)
    found[found == len(b)] = 0
    hits = np.flatnonzero(b[order][found] == a) if len(b) else np.zeros(0, np.int64)
    return hits, order[found[hits]] if len(b) else hits


def _long(flags: Flags) -> Flags:
    """Return the flags that stand in a run of at least `_RUN`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    kept = flags.copy()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start < _RUN:
            kept[start:end] = False
    return kept
