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
from newsclaim.stories.words import Flags, Places

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
#: So many sums of pairs are kept in memory at a time.
_CELLS = 4_000_000
#: Pairs are sorted where there may be so many times as many; else a table is quicker.
_SPARSE = 16
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


def ties(index: Index, within: frozenset[int] | None, among: Flags | None = None) -> Iterator[Tied]:
    """Yield the pairs of articles that are alike and lie in some spans of days, or in any.

    Of those pairs only the ones of which one article is `among` some.
    """
    if among is not None and not among.any():
        return
    spans = spans_of(index)
    for span in sorted(set(spans.tolist())):
        if within is None or span in within:
            yield from _in_span(index, spans, span, among)


def spans_of(index: Index) -> Places:
    """Return the span of days in which each article lies."""
    return np.where(index.day > 0, index.day // SPAN, _UNDATED)


def around(spans: Places, span: int) -> Flags:
    """Tell which articles tell how common a term is in a span of days; undated articles do in all of them."""
    return np.isin(spans, (span - 1, span, span + 1, _UNDATED)) if span >= 0 else spans < 0


def rarity(articles: int, counts: Places, known: Keys) -> Floats:
    """Return how rare some terms are, which stand in so many of some articles."""
    rare: Floats = np.log((rounded(articles) + _OTHERS) / (rounded(counts) + _prior(known)))
    return rare


def proposes(counts: Places) -> Flags:
    """Tell of terms which stand in so many articles whether they propose pairs."""
    told: Flags = (counts > 1) & (counts <= _MOST)
    return told


def _in_span(index: Index, spans: Places, span: int, among: Flags | None) -> Iterator[Tied]:
    """Yield the ties whose earlier article lies in a span of days."""
    near_by = around(spans, span)
    inside = np.flatnonzero(near_by[index.termed])
    key, at = index.terms[inside], index.termed[inside]
    known, place, counts = np.unique(key, return_inverse=True, return_counts=True)
    weight: Floats = index.weights[inside].astype(np.float64) * rarity(int(near_by.sum()), counts, known)[place]
    length = np.sqrt(np.bincount(at, weight**2, len(index.ids)))
    weight /= length[at]
    telling = proposes(counts)
    if among is not None:
        telling &= np.bincount(place[among[at]], minlength=len(known)) > 0
    chosen = np.flatnonzero(telling[place])
    order = chosen[np.lexsort((at[chosen], place[chosen]))]
    asked = None if among is None else among[at[order]]
    found = _products(place[order], at[order], weight[order], index.day[at[order]], span, asked)
    yield from _strong(found, index, known)


@dataclass(frozen=True, slots=True)
class Products:
    """For every term and two articles that have it: the articles, what it adds to their likeness, and the term."""

    a: Places
    b: Places
    product: Floats
    term: Places


def _products(  # noqa: PLR0913, PLR0917 - columns of one table
    place: Places, at: Places, weight: Floats, day: Places, span: int, asked: Flags | None
) -> Products:
    """Return the products of terms for pairs that lie in a span and near enough in time.

    `place`, `at`, `weight` and `day` are the number of each term, the article it stands in, its weight there, and that
    article's day, in order of the terms and then of the articles; one of a pair is `asked` for.
    """
    firsts, seconds = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    rows, step = np.arange(len(place)), 1
    while len(rows := rows[rows + step < len(place)]):
        rows = rows[place[rows] == place[rows + step]]
        some = rows if asked is None else rows[asked[rows] | asked[rows + step]]
        some = some[_lie_in(day[some], day[some + step], span)]
        firsts.append(some)
        seconds.append(some + step)
        step += 1
    one, two = np.concatenate(firsts), np.concatenate(seconds)
    return Products(at[one], at[two], weight[one] * weight[two], place[one])


def _lie_in(one: Places, other: Places, span: int) -> Flags:
    """Tell of pairs of days whether the earlier one lies in a span and the other is near; see `span_of` and `near`."""
    dated = (one > 0) & (other > 0)
    first = np.where(dated, np.minimum(one, other), np.maximum(one, other))
    lies: Flags = (first // SPAN == span) & (first > 0) if span >= 0 else first == 0
    near: Flags = ~dated | (np.abs(one - other) <= DAYS)
    told: Flags = lies & near
    return told


def _strong(found: Products, index: Index, known: Keys) -> Iterator[Tied]:
    """Yield the pairs whose products make enough."""
    has_any = np.zeros(len(index.ids), np.bool_)
    has_any[found.a] = has_any[found.b] = True
    local, size = np.cumsum(has_any) - 1, int(has_any.sum())
    one, other = local[found.a], local[found.b]
    if len(one) * _SPARSE < size * size:
        _, cell = np.unique(one * size + other, return_inverse=True)
        kept = np.flatnonzero(np.bincount(cell, found.product)[cell] >= ENOUGH)
        yield from _told(found, kept, index, known)
        return
    rows = max(1, _CELLS // max(1, size))
    for begin in range(0, size, rows):
        # Sums of some articles with all others, as a table: quicker than to sort the pairs.
        inside = np.flatnonzero((one >= begin) & (one < begin + rows))
        cell = (one[inside] - begin) * size + other[inside]
        sums = np.bincount(cell, found.product[inside], minlength=0)
        kept = inside[sums[cell] >= ENOUGH] if len(cell) else inside
        yield from _told(found, kept, index, known)


def _told(found: Products, kept: Places, index: Index, known: Keys) -> Iterator[Tied]:
    """Yield pairs from their products, those of a pair together, the heaviest first."""
    kept = kept[np.lexsort((-found.product[kept], found.b[kept], found.a[kept]))]
    pair = found.a[kept] * len(index.ids) + found.b[kept]
    begins = np.flatnonzero(np.diff(pair, prepend=-1))
    for begin, end in itertools.pairwise([*begins.tolist(), len(kept)]):
        a, b = int(found.a[kept[begin]]), int(found.b[kept[begin]])
        strength = float(found.product[kept[begin:end]].sum()) - _A_DAY * _gap(int(index.day[a]), int(index.day[b]))
        if strength >= ENOUGH:
            terms = known[found.term[kept[begin : min(end, begin + _SHOWN)]]].tolist()
            yield Tied(a, b, round(strength, 4), tuple(terms))


def _gap(one: int, other: int) -> int:
    return abs(one - other) if one and other else 0


def rounded(counts: npt.ArrayLike) -> Floats:
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
        priors.update(dict.fromkeys(keys_of(words.hashes_of(list(listed))).tolist(), count))
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
