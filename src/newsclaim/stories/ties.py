"""How alike two articles' stories are: the names and words that both tell, by how few others tell them in those days.

Every pair is judged within its own span of days, so that an article changes nothing for those of other months: what
stands in the corpus in whatever order it came gives the same ties, and a new article is held against its own days only.
"""

from __future__ import annotations

import itertools
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
_MOST = 100
#: So many terms of a tie are kept, the heaviest.
_SHOWN = 6
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
    rarity = np.log((_rounded(around.sum()) + _OTHERS) / (_rounded(counts) + _prior(known)))
    weight: Floats = index.weights[inside].astype(np.float64) * rarity[place]
    length = np.sqrt(np.bincount(at, weight**2, len(index.ids)))
    weight /= length[at]
    telling = (counts[place] > 1) & (counts[place] <= _MOST)
    order = np.flatnonzero(telling)[np.lexsort((at[telling], place[telling]))]
    found = _products(place[order], at[order], weight[order])
    yield from _strong(found, index, known, span)


@dataclass(frozen=True, slots=True)
class Products:
    """For every term and two articles that have it: the articles, what it adds to their likeness, and the term."""

    a: Places
    b: Places
    product: Floats
    term: Places


def _products(place: Places, at: Places, weight: Floats) -> Products:
    """Return the products of terms, which stand in order of the terms and then of the articles."""
    firsts, seconds = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    rows, step = np.arange(len(place)), 1
    while len(rows := rows[rows + step < len(place)]):
        rows = rows[place[rows] == place[rows + step]]
        firsts.append(rows)
        seconds.append(rows + step)
        step += 1
    one, two = np.concatenate(firsts), np.concatenate(seconds)
    return Products(at[one], at[two], weight[one] * weight[two], place[one])


def _strong(found: Products, index: Index, known: Keys, span: int) -> Iterator[Tied]:
    """Yield the pairs of a span whose products make enough."""
    pair = found.a * len(index.ids) + found.b
    pairs, place = np.unique(pair, return_inverse=True)
    a, b = pairs // max(1, len(index.ids)), pairs % max(1, len(index.ids))
    days, other = index.day[a], index.day[b]
    # The earlier one lies in this span; an undated one lies where the other does.
    first = np.where(days == 0, other, np.where(other == 0, days, np.minimum(days, other)))
    gap = np.where((days == 0) | (other == 0), 0, np.abs(days - other))
    strength = np.round(np.bincount(place, found.product, len(pairs)) - _A_DAY * gap, 4)
    wanted = (strength >= ENOUGH) & (gap <= DAYS) & ((first // SPAN == span) if span >= 0 else (first == 0))
    kept = np.flatnonzero(wanted[place])
    kept = kept[np.lexsort((-found.product[kept], place[kept]))]
    begins = np.flatnonzero(np.diff(place[kept], prepend=-1))
    for begin, end in itertools.pairwise([*begins.tolist(), len(kept)]):
        one = place[kept[begin]]
        terms = known[found.term[kept[begin : min(end, begin + _SHOWN)]]].tolist()
        yield Tied(int(a[one]), int(b[one]), float(strength[one]), tuple(terms))


def _rounded(counts: npt.ArrayLike) -> Floats:
    """Return counts in steps of a quarter, so that one article more hardly ever changes what others weigh."""
    rounded: Floats = np.power(1.25, np.round(np.log(np.maximum(counts, 1)) / np.log(1.25)))
    return rounded


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
