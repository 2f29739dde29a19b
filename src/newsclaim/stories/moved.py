"""Which articles other articles' coming and going may tie to others than before, or in another way.

What a term weighs depends on how many articles of those days have it, in steps: few of them move with one article.
"""

from __future__ import annotations

import numpy as np

from newsclaim.stories.index import Index
from newsclaim.stories.ties import around, proposes, rarity, rounded, spans_of
from newsclaim.stories.words import Flags, is_in


def retied(before: Index, after: Index, changed: set[str], within: frozenset[int]) -> Flags:
    """Tell of the articles of `after` which have a term that weighs otherwise in some spans, or have changed."""
    found = after.flags(changed)
    sides = [(index, spans_of(index)) for index in (before, after)]
    keys = np.unique(np.concatenate([index.terms[index.flags(changed)[index.termed]] for index, _ in sides]))
    rows = [np.flatnonzero(is_in(index.terms, keys)) for index, _ in sides]
    for span in within:
        near_by = [around(spans, span) for _, spans in sides]
        inside = [some[flags[index.termed[some]]] for (index, _), some, flags in zip(sides, rows, near_by, strict=True)]
        place = [np.searchsorted(keys, index.terms[some]) for (index, _), some in zip(sides, inside, strict=True)]
        counts = [np.bincount(some, minlength=len(keys)) for some in place]
        old, new = (rarity(int(flags.sum()), some, keys) for flags, some in zip(near_by, counts, strict=True))
        moved = (old != new) | (proposes(counts[0]) != proposes(counts[1]))
        found[after.termed[inside[1][moved[place[1]]]]] = True
        if rounded(near_by[0].sum()) != rounded(near_by[1].sum()):
            found |= near_by[1]  # every term weighs otherwise
    return found
