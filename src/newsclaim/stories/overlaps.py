"""Which articles have the same text or carry passages of one another.

Pairs are proposed by a sampled shingle that both have and that is somebody's words on one side at most; whether they
share enough is then told by their words. An article is held against all others through the index of shingles, never by
going through them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np

from newsclaim.models import Overlap
from newsclaim.stories.furniture import keys_of
from newsclaim.stories.index import Index
from newsclaim.stories.passages import common
from newsclaim.stories.reading import Reading
from newsclaim.stories.shingles import SAID, bare
from newsclaim.stories.words import Flags, Hashes

#: Same text: so much of the shorter one and of the longer one; and of what is not somebody's words in the shorter one.
_SHORTER, _LONGER, _OWN = 0.7, 0.5, 0.5
#: A passage has so many words.
_PASSAGE = 30
#: A shingle that more articles have proposes pairs with the first ones only.
_MOST = 40
#: One shingle alone proposes a pair where at most so many articles have it.
_RARE = 12

Pairs = set[tuple[int, int]]


def proposed(index: Index, touched: Flags, furniture: Hashes) -> Pairs:
    """Return the pairs of articles, by number, of which one is touched and that may have a passage in common."""
    page = _is_furniture(index, furniture)
    said = (index.shingles & SAID) > 0
    counts: dict[tuple[int, int], int] = {}
    for group in _groups(index, touched):
        weight = 2 if len(group) <= _RARE else 1
        kept = group[~page[group]]
        for pair in _pairs(index.shingled[kept].tolist(), said[kept].tolist(), touched):
            counts[pair] = counts.get(pair, 0) + weight
    return {pair for pair, count in counts.items() if count > 1} | set(_identical(index, touched))


def unsettled(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles whose pairs the change of others may have made or undone.

    A shingle that has become rare or common proposes other pairs than before.
    """
    sizes = [_sizes(index, index.flags(changed)) for index in (before, after)]
    keys = {
        key
        for key in sizes[0].keys() | sizes[1].keys()
        if (sizes[0].get(key, 0) <= _RARE) != (sizes[1].get(key, 0) <= _RARE)
        or max(sizes[0].get(key, 0), sizes[1].get(key, 0)) > _MOST
    }
    at = after.shingled[_among(bare(after.shingles), np.array(sorted(keys), np.uint32))]
    return {after.ids[k] for k in np.unique(at)}


def _sizes(index: Index, changed: Flags) -> dict[int, int]:
    return {int(bare(index.shingles[group[:1]])[0]): len(group) for group in _groups(index, changed)}


def _groups(index: Index, touched: Flags) -> Iterator[np.ndarray]:
    """Yield for each shingle that a touched article and others have where they have it, in order of publication."""
    key = bare(index.shingles)
    chosen = np.flatnonzero(_among(key, np.unique(key[touched[index.shingled]])))
    at = index.shingled[chosen]
    order = chosen[np.lexsort((at, index.day[at], key[chosen]))]
    for group in _runs(key[order]):
        yield order[group]


def overlap(index: Index, pair: tuple[int, int], read: Callable[[int], Reading], furniture: Hashes) -> Overlap | None:
    """Return what two articles have in common, None when it is not enough for a passage."""
    i, j = pair
    a, b = read(i), read(j)
    shared = common(a, b, keys_of(furniture, {int(index.outlet[i]), int(index.outlet[j])}))
    words = int(shared.carried.sum())
    same = _same(a, b, shared.a, shared.b, words) or (index.whole[i] == index.whole[j] and index.whole[i] > 0)
    if words < _PASSAGE and not same:
        return None
    return Overlap(
        a=index.ids[i], b=index.ids[j], same=bool(same), words=words, of_a=_part(words, a), of_b=_part(words, b)
    )


def _same(a: Reading, b: Reading, in_a: Flags, in_b: Flags, carried: int) -> bool:
    if not len(a) or not len(b):
        return False
    (shorter, short), (_, long) = sorted(((a, in_a), (b, in_b)), key=lambda side: len(side[0]))
    own = int((~shorter.said).sum())
    return bool(short.mean() >= _SHORTER and long.mean() >= _LONGER and carried >= _OWN * own)


def _part(words: int, reading: Reading) -> float:
    return round(min(1.0, words / len(reading)), 4) if len(reading) else 0.0


def _is_furniture(index: Index, furniture: Hashes) -> Flags:
    of = (index.outlet[index.shingled] << np.uint64(32)) | bare(index.shingles).astype(np.uint64)
    return _among(of, furniture)


def _among(values: np.ndarray, known: np.ndarray) -> Flags:
    if not len(known):
        return np.zeros(len(values), np.bool_)
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def _runs(values: np.ndarray) -> Iterator[slice]:
    """Yield the runs of two or more equal values."""
    edges = np.flatnonzero(values[1:] != values[:-1]) + 1
    bounds = [0, *edges.tolist(), len(values)]
    for start, end in itertools.pairwise(bounds):
        if end - start > 1:
            yield slice(start, end)


def _pairs(articles: list[int], said: list[bool], touched: Flags) -> Iterator[tuple[int, int]]:
    """Yield the pairs of articles with one shingle; those that came first stand first."""
    for k, a in enumerate(articles[:_MOST]):
        for m in range(k + 1, len(articles)):
            b = articles[m]
            if a != b and (touched[a] or touched[b]) and not (said[k] and said[m]):
                yield (a, b) if a < b else (b, a)


def _identical(index: Index, touched: Flags) -> Iterator[tuple[int, int]]:
    """Yield the pairs with the same words; of many each one with the first."""
    order = np.lexsort((np.arange(len(index.ids)), index.day, index.whole))
    for group in _runs(index.whole[order]):
        first, *others = order[group].tolist()
        if index.whole[first]:
            yield from ((min(first, o), max(first, o)) for o in others if touched[first] or touched[o])
