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


def shared(a: Reading, b: Reading, matches: tuple[Places, Places], furniture: Keys) -> Common:
    """Return what two texts share, of which the places of the grams that both have are known; see `matched`.

    Runs that are furniture (keys in order) are left out.
    """
    hits, partners = _without(furniture, a, *matches)
    in_a, in_b = np.zeros(len(a), np.bool_), np.zeros(len(b), np.bool_)
    own = np.zeros(len(a), np.bool_)
    for k in range(SIZE):
        in_a[hits + k] = True
        in_b[partners + k] = True
        own[hits + k] |= ~(a.said[hits + k] & b.said[partners + k])
    return Common(in_a, in_b, own & _long(in_a))


def most(a: Reading, b: Reading, matches: tuple[Places, Places]) -> tuple[int, int]:
    """Return how many words two texts share, and how many of them may be carried: both at most, furniture not left out.

    Quicker to know than what `shared` tells: most pairs that are held against each other share less than a passage.
    """
    hits, partners = matches
    if not len(hits):
        return 0, 0
    ends = (hits[1:] - hits[:-1] > SIZE).nonzero()[0]
    first, last = np.zeros(len(ends) + 1, np.int64), np.full(len(ends) + 1, len(hits) - 1)
    first[1:], last[:-1] = ends + 1, ends
    long = (hits[last] - hits[first] + SIZE >= _RUN).repeat(last - first + 1)
    told = hits[long & ~(a.all_said[hits] & b.all_said[partners])]
    return SIZE * len(hits), int((told[1:] - told[:-1]).clip(max=SIZE).sum()) + SIZE * bool(len(told))


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


def matched(a: Reading, b: Reading) -> tuple[Places, Places]:
    """Return the places of the grams of the first text that the second one has, and where it has them first."""
    if not len(a.grams) or not len(b.grams):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    # Looked for in order, each is found near the one before.
    found = b.ordered.searchsorted(a.ordered)
    same = (b.ordered.take(found, mode="clip") == a.ordered).nonzero()[0]
    hits, partners = a.order[same], b.order[found[same]]
    places = hits.argsort(kind="stable")
    return hits[places], partners[places]


def _long(flags: Flags) -> Flags:
    """Return the flags that stand in a run of at least `_RUN`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= _RUN
    marks = np.zeros(len(flags) + 1, np.int64)
    marks[starts[long]], marks[ends[long]] = 1, -1
    kept: Flags = np.cumsum(marks[:-1]) > 0
    return kept
