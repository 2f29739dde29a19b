"""Which blocks recur in an outlet on different days, and which of those are its furniture in an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsclaim.furniture.often import Keys, on_many_days
from newsclaim.furniture.printed import Printed

#: An article of which more recurs is printed again itself: the next state of a story, not furniture.
_MOST = 1 / 2


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of many articles: of each its outlet and words as one key, and the number of its article in `ids`."""

    ids: tuple[str, ...]
    keys: Keys
    at: NDArray[np.int64]
    #: Of each article; undated ones are taken to be of different days.
    days: NDArray[np.int64]

    def with_any(self, keys: Keys) -> set[str]:
        """Return the articles with a block of one of these keys."""
        return {self.ids[n] for n in np.unique(self.at[np.isin(self.keys, keys)])}


def blocks_of(articles: Mapping[str, Printed]) -> Blocks:
    """Return the blocks of all articles of a known outlet."""
    several = [one for one in articles.values() if one.outlet]
    ids = tuple(article for article, one in articles.items() if one.outlet)
    days = np.array([one.day or -n for n, one in enumerate(several, start=1)], np.int64)
    found = [(n, np.flatnonzero(one.lines)) for n, one in enumerate(several)]
    parts = [keys(several[n])[told] for n, told in found]
    at = np.repeat(np.arange(len(several)), [len(told) for _, told in found])
    return Blocks(ids, np.concatenate(parts) if parts else np.empty(0, np.uint64), at, days)


def keys(one: Printed) -> Keys:
    """Return the key of each block of an article."""
    return (np.uint64(one.outlet) << np.uint64(32)) | one.lines.astype(np.uint64)


def recurring(blocks: Blocks) -> Keys:
    """Return the keys of the blocks that an outlet has printed on three days or more, in order."""
    return on_many_days(blocks.keys, blocks.days[blocks.at])


def furniture(one: Printed, often: Keys) -> tuple[int, ...]:
    """Return which blocks of an article, by number, are its outlet's furniture.

    A sentence that recurs in the middle of the account is background, told again word for word; furniture stands above
    or below it, or is no sentence.
    """
    if not one.outlet or not len(often):
        return ()
    recurs = np.isin(keys(one), often) & (one.lines > 0)
    words = one.words()
    if not recurs.any() or words[recurs].sum() > _MOST * words.sum():
        return ()
    foreign = recurs | (one.lines == 0)
    outside = np.logical_and.accumulate(foreign) | np.logical_and.accumulate(foreign[::-1])[::-1]
    return tuple(np.flatnonzero(recurs & (outside | ~one.sentences())).tolist())
