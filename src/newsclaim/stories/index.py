"""The traces of a whole corpus as arrays, in order of the articles' ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from newsclaim.stories.shingles import Keys
from newsclaim.stories.terms import Weights
from newsclaim.stories.trace import unpacked
from newsclaim.stories.words import Flags, Hashes, Places


@dataclass(frozen=True)
class Index:
    """Articles by number, in order of their ids: day, outlet and text of each, and the traces of all end to end."""

    ids: tuple[str, ...]
    day: Places
    outlet: npt.NDArray[np.uint64]
    whole: Hashes
    shingles: Keys
    shingled: Places
    terms: Keys
    weights: Weights
    termed: Places

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each article."""
        return {article: number for number, article in enumerate(self.ids)}

    def flags(self, ids: Iterable[str]) -> Flags:
        """Tell of each article whether it is one of some."""
        found = np.zeros(len(self.ids), np.bool_)
        found[[self.number[article] for article in ids if article in self.number]] = True
        return found


def index_of(traces: Mapping[str, bytes]) -> Index:
    """Return the traces of articles, as they are kept, as arrays."""
    ids = tuple(sorted(traces))
    found = unpacked([traces[article] for article in ids])
    numbers = np.arange(len(ids))
    return Index(
        ids=ids,
        day=found.heads["day"].astype(np.int64),
        outlet=found.heads["outlet"].astype(np.uint64),
        whole=found.heads["whole"].astype(np.uint64),
        shingles=found.shingles,
        shingled=np.repeat(numbers, found.heads["shingles"]),
        terms=found.terms,
        weights=found.weights,
        termed=np.repeat(numbers, found.heads["terms"]),
    )
