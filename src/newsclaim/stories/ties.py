"""How alike two articles' stories are: the names and words that both tell, by how few others tell them in those days.

Every pair is judged within its own span of days, so that an article changes nothing for those of other months: what
stands in the corpus in whatever order it came gives the same ties, and a new article is held against its own days only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from newsclaim import lexicon
from newsclaim.stories import words
from newsclaim.stories.index import Index
from newsclaim.stories.shingles import Keys
from newsclaim.stories.terms import keys_of
from newsclaim.stories.words import Places
from newsclaim.text import fold

Floats = npt.NDArray[np.float64]

#: Articles of one event are published within so many days.
DAYS = 7
#: Days are counted in spans of so many; how common a term is, is told within a span and the two beside it.
SPAN = 8
#: Each term is rare among the articles of its days and so many others that are not in the corpus.
_OTHERS = 1000
#: So many of those others have the names of countries, and of cities, offices and given names that are often told.
_COUNTRY, _WELL_KNOWN = 60, 25
#: A term that more articles of its days have proposes no pair.
_MOST = 250
#: Ties are so strong at least.
ENOUGH = 0.2
#: What a day between two articles takes away.
_A_DAY = 0.02


@dataclass(frozen=True, slots=True)
class Tied:
    """Two articles by number, how alike they are, and the terms that tell so, the heaviest first."""

    a: int
    b: int
    strength: float
    terms: tuple[int, ...]


#: The span in which undated articles lie.
_UNDATED = -1


def spans_around(days: Iterable[int]) -> frozenset[int] | None:
    """Return the spans of days in which articles of some days may make or undo ties; None: in all."""
    listed = set(days)
    return None if 0 in listed else frozenset(day // SPAN + k for day in listed for k in (-1, 0, 1))


def span_of(one: int, other: int) -> int:
    """Return the span in which a tie of two days lies: that of the earlier one; undated ones lie where others do."""
    first = min(one, other) or max(one, other)
    return first // SPAN if first else _UNDATED


def near(one: int, other: int) -> bool:
    """Tell whether articles of two days may tell of one event."""
    return not one or not other or abs(one - other) <= DAYS


def ties(index: Index, within: frozenset[int] | None) -> Iterator[Tied]:
    """Yield the pairs of articles that are alike and lie in some spans of days, or in any."""
    spans = np.where(index.day > 0, index.day // SPAN, _UNDATED)
    for span in sorted(set(spans.tolist())):
        if within is None or span in within:
            yield from _in_span(index, spans, span)


def _in_span(index: Index, spans: Places, span: int) -> Iterator[Tied]:
    """Yield the ties whose earlier article lies in a span of days; undated articles lie in all of them."""
    around = np.isin(spans, (span - 1, span, span + 1, -1)) if span >= 0 else spans < 0
    inside = np.flatnonzero(around[index.termed])
    key, at = index.terms[inside], index.termed[inside]
    known, place, counts = np.unique(key, return_inverse=True, return_counts=True)
    rarity = np.log((int(around.sum()) + _OTHERS) / (counts + _prior(known)))
    weight: Floats = index.weights[inside].astype(np.float64) * rarity[place]
    length = np.sqrt(np.bincount(at, weight**2, len(index.ids)))
    weight /= length[at]
    telling = (counts[place] > 1) & (counts[place] <= _MOST)
    order = np.flatnonzero(telling)[np.lexsort((at[telling], place[telling]))]
    found = _products(place[order], at[order], weight[order])
    days, other = index.day[found.a], index.day[found.b]
    # The earlier one lies in this span; an undated one lies where the other does.
    first = np.where(days == 0, other, np.where(other == 0, days, np.minimum(days, other)))
    gap = np.where((days == 0) | (other == 0), 0, np.abs(days - other))
    wanted = (gap <= DAYS) & ((first // SPAN == span) if span >= 0 else (first == 0))
    yield from _strong(found.only(wanted), gap[wanted], known)


@dataclass(frozen=True, slots=True)
class Products:
    """For every term and two articles that have it: the articles, what it adds to their likeness, and the term."""

    a: Places
    b: Places
    product: Floats
    term: Places

    def only(self, chosen: np.ndarray) -> Products:
        """Return some of them, in some order."""
        return Products(self.a[chosen], self.b[chosen], self.product[chosen], self.term[chosen])


def _products(place: Places, at: Places, weight: Floats) -> Products:
    firsts: list[Places] = []
    seconds: list[Places] = []
    step = 1
    rows = np.arange(len(place))
    while len(rows):
        rows = rows[rows + step < len(place)]
        rows = rows[place[rows] == place[rows + step]]
        firsts.append(rows)
        seconds.append(rows + step)
        step += 1
    one, two = np.concatenate(firsts or [rows]), np.concatenate(seconds or [rows])
    return Products(at[one], at[two], weight[one] * weight[two], place[one])


def _strong(found: Products, gap: Places, known: Keys) -> Iterator[Tied]:
    if not len(gap):
        return
    order = np.lexsort((-found.product, found.b, found.a))
    found, gap = found.only(order), gap[order]
    a, b, product, term = found.a, found.b, found.product, found.term
    starts = np.flatnonzero(np.concatenate(([True], (a[1:] != a[:-1]) | (b[1:] != b[:-1]))))
    strength = np.add.reduceat(product, starts) - _A_DAY * gap[starts]
    ends = np.append(starts[1:], len(a))
    for k in np.flatnonzero(strength >= ENOUGH):
        best = known[term[starts[k] : min(ends[k], starts[k] + 6)]].tolist()
        yield Tied(int(a[starts[k]]), int(b[starts[k]]), round(float(strength[k]), 4), tuple(best))


def _prior(keys: Keys) -> npt.NDArray[np.float64]:
    """Return of how many other articles each term stands in by what is known of it."""
    known, counts = _well_known()
    place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[place] == keys, counts[place], 1.0)


@cache
def _well_known() -> tuple[Keys, Floats]:
    priors: dict[int, float] = {}
    for listed, count in ((_names(), _WELL_KNOWN), (_countries(), _COUNTRY)):
        for name in listed:
            priors.update(dict.fromkeys(keys_of(words.hashes_of(fold(name).split())).tolist(), count))
    keys = np.array(sorted(priors), np.uint32)
    return keys, np.array([priors[key] for key in keys.tolist()])


def _countries() -> Iterator[str]:
    for entry in lexicon.load("countries")["countries"].values():
        for field in ("names", "adjectives", "people", "capitals"):
            yield from entry.get(field, ())


def _names() -> Iterator[str]:
    places = lexicon.load("places")
    yield from [*places["regions"], *places["cities"]]
    for gender in ("male", "female"):
        yield from lexicon.words("names_given", gender)
