"""Which articles have the same text or carry passages of one another.

Pairs are proposed by a sampled shingle that both have and that is somebody's words on one side at most; whether they
share enough is then told by their words. An article is held against all others through the index of shingles, never by
going through them.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclaim.models import Overlap
from newsclaim.stories import passages
from newsclaim.stories.furniture import of_outlets
from newsclaim.stories.index import Index
from newsclaim.stories.reading import Reading
from newsclaim.stories.shingles import SAID, Keys, bare
from newsclaim.stories.words import Flags, Hashes, Places

#: Same text: so much of the shorter one and of the longer one; and of what is not somebody's words in the shorter one.
_SHORTER, _LONGER, _OWN = 0.7, 0.5, 0.5
#: A passage has so many words.
_PASSAGE = 30
#: A shingle that more articles have proposes pairs with the first ones only.
_MOST = 40
#: One shingle alone proposes a pair where at most so many articles have it.
_RARE = 6


def proposed(index: Index, touched: Flags, held: Flags, furniture: Hashes) -> list[tuple[int, int]]:
    """Return the pairs of articles, by number, of which one is touched and that may have a passage in common."""
    rows, sizes = _shared(index, held)
    page = _is_furniture(index, rows, furniture)
    said = (index.shingles[rows] & SAID) > 0
    key, rank, at = bare(index.shingles)[rows], _ranks(sizes), index.shingled[rows]
    size = np.repeat(sizes, sizes)
    found, counts = [_identical(index, touched)], [np.full(len(_identical(index, touched)), 2)]
    step, firsts = 1, np.flatnonzero(rank < _MOST)
    while len(firsts := firsts[firsts + step < len(rows)]):
        firsts = firsts[key[firsts] == key[firsts + step]]
        one, other = firsts, firsts + step
        a, b = at[one], at[other]
        wanted = (a != b) & (touched[a] | touched[b]) & ~(said[one] & said[other]) & ~(page[one] & page[other])
        a, b = a[wanted], b[wanted]
        found.append(np.minimum(a, b) * len(index.ids) + np.maximum(a, b))
        counts.append(np.where(size[firsts] <= _RARE, 2, 1)[wanted])
        step += 1
    pairs, place = np.unique(np.concatenate(found), return_inverse=True)
    enough = pairs[np.bincount(place, np.concatenate(counts), len(pairs)) > 1]
    return list(zip((enough // len(index.ids)).tolist(), (enough % len(index.ids)).tolist(), strict=True))


def unsettled(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles whose pairs the change of others may have made or undone.

    A shingle that has become rare or common proposes other pairs than before.
    """
    sides = [(bare(index.shingles), index.flags(changed)[index.shingled]) for index in (before, after)]
    keys = np.unique(np.concatenate([key[moved] for key, moved in sides]))
    old, new = (np.bincount(np.searchsorted(keys, key[_among(key, keys)]), minlength=len(keys)) for key, _ in sides)
    crossing = keys[(old <= _RARE) != (new <= _RARE)]
    crowded = np.concatenate([_crowded(index, index.flags(changed)) for index in (before, after)])
    at = after.shingled[_among(sides[1][0], np.union1d(crossing, crowded))]
    return {after.ids[k] for k in np.unique(at)}


def _crowded(index: Index, changed: Flags) -> Keys:
    """Return the shingles of many articles of which a changed one is among the first: they propose other pairs."""
    rows, sizes = _shared(index, held_by(index, changed))
    first = (_ranks(sizes) < _MOST) & changed[index.shingled[rows]] & (np.repeat(sizes, sizes) > _MOST)
    return bare(index.shingles)[rows[first]]


def held_by(index: Index, touched: Flags) -> Flags:
    """Tell of each kept shingle of the corpus whether a touched article has it."""
    key = bare(index.shingles)
    return _among(key, np.unique(key[touched[index.shingled]]))


def _shared(index: Index, held: Flags) -> tuple[Places, Places]:
    """Return where the shingles of touched articles stand that several articles have, and how many have each.

    In order of the shingles, then of publication.
    """
    key = bare(index.shingles)
    chosen = np.flatnonzero(held)
    at = index.shingled[chosen]
    rows = chosen[np.lexsort((at, index.day[at], key[chosen]))]
    _, sizes = np.unique(key[rows], return_counts=True)
    return rows[np.repeat(sizes, sizes) > 1], sizes[sizes > 1]


def _ranks(sizes: Places) -> Places:
    """Return the numbers from 0 on inside each of some groups of these sizes."""
    begins: Places = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return begins


def overlap(index: Index, pair: tuple[int, int], read: Callable[[int], Reading], page: Keys) -> Overlap | None:
    """Return what two articles have in common, None when it is not enough for a passage.

    Args:
        index: the traces of the corpus.
        pair: the articles' numbers.
        read: gives the words of an article.
        page: the shingles that are furniture of their outlets.
    """
    i, j = pair
    a, b = read(i), read(j)
    identical = index.whole[i] == index.whole[j] and index.whole[i] > 0
    matches = passages.matched(a, b)
    if not identical and not _can_be(a, b, *passages.most(a, b, matches)):
        return None
    shared = passages.shared(a, b, matches, page)
    words = int(shared.carried.sum())
    same = identical or _same(a, b, shared.a, shared.b, words)
    if words < _PASSAGE and not same:
        return None
    return Overlap(
        a=index.ids[i], b=index.ids[j], same=bool(same), words=words, of_a=_part(words, a), of_b=_part(words, b)
    )


def _can_be(a: Reading, b: Reading, words: int, own: int) -> bool:
    """Whether so many words in common, and so many of the author's, may be a passage or the same text."""
    shorter = min(a, b, key=len)
    return own >= _PASSAGE or (words >= _SHORTER * len(shorter) and own >= _OWN * shorter.own)


def _same(a: Reading, b: Reading, in_a: Flags, in_b: Flags, carried: int) -> bool:
    if not len(a) or not len(b):
        return False
    (shorter, short), (_, long) = sorted(((a, in_a), (b, in_b)), key=lambda side: len(side[0]))
    own = int((~shorter.said).sum())
    return bool(short.mean() >= _SHORTER and long.mean() >= _LONGER and carried >= _OWN * own)


def _part(words: int, reading: Reading) -> float:
    return round(min(1.0, words / len(reading)), 4) if len(reading) else 0.0


def _is_furniture(index: Index, rows: Places, furniture: Hashes) -> Flags:
    return _among(of_outlets(index, rows), furniture)


def _among(values: np.ndarray, known: np.ndarray) -> Flags:
    if not len(known):
        return np.zeros(len(values), np.bool_)
    found: Flags = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def _identical(index: Index, touched: Flags) -> Places:
    """Return the pairs with the same words; of many each one with the first."""
    order = np.lexsort((np.arange(len(index.ids)), index.day, index.whole))
    whole = index.whole[order]
    fresh = np.concatenate(([True], whole[1:] != whole[:-1])) if len(whole) else np.zeros(0, np.bool_)
    first = order[np.maximum.accumulate(np.where(fresh, np.arange(len(order)), 0))]
    wanted = ~fresh & (whole > 0) & (touched[first] | touched[order])
    a, b = first[wanted], order[wanted]
    return np.minimum(a, b) * len(index.ids) + np.maximum(a, b)
