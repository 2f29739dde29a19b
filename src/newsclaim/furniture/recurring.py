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
    """The blocks of many articles: of each its outlet and words as one key, and the number of its article in `ids`.

    `days` has the day of each article, 0 where it has none.
    """

    ids: tuple[str, ...]
    keys: Keys
    at: NDArray[np.int64]
    days: NDArray[np.int64]

    def __add__(self, others: Blocks) -> Blocks:
        """Return these with those of other articles."""
        return Blocks(
            self.ids + others.ids,
            np.concatenate((self.keys, others.keys)),
            np.concatenate((self.at, others.at + len(self.ids))),
            np.concatenate((self.days, others.days)),
        )

    def with_any(self, keys: Keys) -> set[str]:
        """Return the articles with a block of one of these keys."""
        return {self.ids[n] for n in np.unique(self.at[np.isin(self.keys, keys)])}


def blocks_of(articles: Mapping[str, Printed]) -> Blocks:
    """Return the blocks of all articles of a known outlet."""
    several = [one for one in articles.values() if one.outlet]
    ids = tuple(article for article, one in articles.items() if one.outlet)
    lines = np.concatenate([np.empty(0, np.uint32), *(one.lines for one in several)])
    at = np.repeat(np.arange(len(several)), [len(one.lines) for one in several])
    told = np.flatnonzero(lines)
    outlets, days = np.array([(one.outlet, one.day) for one in several], np.int64).reshape(-1, 2).T
    return Blocks(ids, keys(outlets[at[told]], lines[told]), at[told], days)


def keys(outlet: int | NDArray[np.int64], lines: NDArray[np.uint32]) -> Keys:
    """Return the keys of some blocks of an outlet."""
    return (np.asarray(outlet).astype(np.uint64) << np.uint64(32)) | lines.astype(np.uint64)


def recurring(blocks: Blocks) -> Keys:
    """Return the keys of the blocks that an outlet has printed on three days or more, in order.

    Undated articles are taken to be of different days.
    """
    days = np.where(blocks.days > 0, blocks.days, -np.arange(1, len(blocks.ids) + 1))
    return on_many_days(blocks.keys, days[blocks.at])


def furniture(one: Printed, often: Keys) -> tuple[int, ...]:
    """Return which blocks of an article, by number, are its outlet's furniture.

    A sentence that recurs in the middle of the account is background, told again word for word; furniture stands above
    or below it, or is no sentence.
    """
    if not one.outlet or not len(often):
        return ()
    recurs = np.isin(keys(one.outlet, one.lines), often) & (one.lines > 0)
    words = one.words()
    if not recurs.any() or words[recurs].sum() > _MOST * words.sum():
        return ()
    foreign = recurs | (one.lines == 0)
    outside = np.logical_and.accumulate(foreign) | np.logical_and.accumulate(foreign[::-1])[::-1]
    return tuple(np.flatnonzero(recurs & (outside | ~one.sentences())).tolist())
