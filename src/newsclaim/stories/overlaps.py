"""Which articles have the same text or carry passages of one another.

Pairs are proposed by a sampled shingle that both have and that is somebody's words on one side at most; whether they
share enough is then told by their words. An article is held against all others through the index of shingles, never by
going through them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from newsclaim.models import Overlap
from newsclaim.stories import passages
from newsclaim.stories.furniture import of_outlets
from newsclaim.stories.imprint import Imprint
from newsclaim.stories.index import Index
from newsclaim.stories.shingles import SAID, Keys, bare
from newsclaim.stories.words import Flags, Hashes, Pairs, Places, is_in

#: Same text: so much of the shorter one and of the longer one; and of what is not somebody's words in the shorter one.
_SHORTER, _LONGER, _OWN = 0.7, 0.5, 0.5
#: A passage has so many words.
_PASSAGE = 30
#: A shingle that more articles have proposes pairs with the first ones only.
_MOST = 40
#: One shingle alone proposes a pair where at most so many articles have it.
_RARE = 6


def proposed(index: Index, touched: Flags, held: Flags, furniture: Hashes) -> Pairs:
    """Return the pairs of articles, by number, of which one is touched and that may have a passage in common.

    The smaller number stands first, and the pairs in order.
    """
    rows, sizes = _shared(index, held)
    page = _is_furniture(index, rows, furniture)
    said = (index.shingles[rows] & SAID) > 0
    key, rank, at = bare(index.shingles)[rows], _ranks(sizes), index.shingled[rows]
    size = np.repeat(sizes, sizes)
    # The lowest bit tells that this alone proposes the pair.
    found = [2 * _identical(index, touched) + 1]
    step, firsts = 1, np.flatnonzero(rank < _MOST)
    while len(firsts := firsts[firsts + step < len(rows)]):
        firsts = firsts[key[firsts] == key[firsts + step]]
        one, other = firsts, firsts + step
        a, b = at[one], at[other]
        wanted = (a != b) & (touched[a] | touched[b]) & ~(said[one] & said[other]) & ~(page[one] & page[other])
        a, b = a[wanted], b[wanted]
        found.append(2 * (np.minimum(a, b) * len(index.ids) + np.maximum(a, b)) + (size[firsts[wanted]] <= _RARE))
        step += 1
    return np.stack(np.divmod(_enough(np.concatenate(found)), len(index.ids)), axis=1)


def _enough(told: Places) -> Places:
    """Return the pairs that are told twice, or once by what proposes a pair alone, in order; sorts what is told."""
    told.sort()
    pair = told >> 1
    again = np.append(pair[1:] == pair[:-1], False)
    enough = again | (told & 1 > 0)
    enough[1:] &= ~again[:-1]
    return pair[enough]


def unsettled(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles whose pairs the change of others may have made or undone.

    A shingle that has become rare or common proposes other pairs than before.
    """
    sides = [(bare(index.shingles), index.flags(changed)[index.shingled]) for index in (before, after)]
    keys = np.unique(np.concatenate([key[moved] for key, moved in sides]))
    old, new = (np.bincount(np.searchsorted(keys, key[is_in(key, keys)]), minlength=len(keys)) for key, _ in sides)
    crossing = keys[(old <= _RARE) != (new <= _RARE)]
    crowded = np.concatenate([_crowded(index, index.flags(changed)) for index in (before, after)])
    at = after.shingled[is_in(sides[1][0], np.union1d(crossing, crowded))]
    return {after.ids[k] for k in np.unique(at)}


def _crowded(index: Index, changed: Flags) -> Keys:
    """Return the shingles of many articles of which a changed one is among the first: they propose other pairs."""
    rows, sizes = _shared(index, held_by(index, changed))
    first = (_ranks(sizes) < _MOST) & changed[index.shingled[rows]] & (np.repeat(sizes, sizes) > _MOST)
    return bare(index.shingles)[rows[first]]


def held_by(index: Index, touched: Flags) -> Flags:
    """Tell of each kept shingle of the corpus whether a touched article has it."""
    key = bare(index.shingles)
    return is_in(key, np.unique(key[touched[index.shingled]]))


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


def overlaps(
    index: Index, firsts: Sequence[int], second: int, read: Callable[[int], Imprint],
    furniture: Callable[[frozenset[int]], Keys],
) -> Iterator[Overlap]:  # fmt: skip
    """Yield what some articles have in common with another one, where it is enough for a passage.

    Args:
        index: the traces of the corpus.
        firsts: the articles' numbers.
        second: the other's number.
        read: gives the words of an article.
        furniture: gives the shingles that are furniture of some outlets.
    """
    several, other = [read(number) for number in firsts], read(second)
    matches = passages.matched(several, other)
    numbers = np.array(firsts)
    identical = (index.whole[numbers] == index.whole[second]) & (index.whole[second] > 0)
    chosen = np.flatnonzero(identical | _can_be(several, other, *passages.most(several, other, matches)))
    if not len(chosen):
        return
    several = [several[number] for number in chosen.tolist()]
    pages = [furniture(frozenset((int(index.outlet[i]), int(index.outlet[second])))) for i in numbers[chosen].tolist()]
    common = passages.shared(several, other, matches.of(chosen), pages)
    told = zip(several, numbers[chosen].tolist(), identical[chosen].tolist(), *common.counts(), strict=True)
    for one, number, is_identical, in_one, in_other, words in told:
        same = is_identical or _same((one, in_one), (other, in_other), words)
        if words >= _PASSAGE or same:
            yield Overlap(
                a=index.ids[number], b=index.ids[second], same=same, words=words, of_a=_part(words, one),
                of_b=_part(words, other),
            )  # fmt: skip


def _can_be(several: Sequence[Imprint], other: Imprint, words: Places, own: Places) -> Flags:
    """Tell of texts whether so many words in common, and so many of the author's, may be a passage or the same text."""
    sizes, owns = (np.array(part) for part in zip(*((len(one), one.own) for one in several), strict=True))
    shorter, its_own = np.minimum(sizes, len(other)), np.where(sizes <= len(other), owns, other.own)
    may: Flags = (own >= _PASSAGE) | ((words >= _SHORTER * shorter) & (own >= _OWN * its_own))
    return may


def _same(one: tuple[Imprint, int], other: tuple[Imprint, int], carried: int) -> bool:
    """Tell whether two texts of which so many words are in the other one, and so many are carried, are the same."""
    (shorter, short), (longer, long) = sorted((one, other), key=lambda side: len(side[0]))
    if not len(shorter):
        return False
    much = short / len(shorter) >= _SHORTER and long / len(longer) >= _LONGER
    return much and carried >= _OWN * shorter.own


def _part(words: int, text: Imprint) -> float:
    return round(min(1.0, words / len(text)), 4) if len(text) else 0.0


def _is_furniture(index: Index, rows: Places, furniture: Hashes) -> Flags:
    return is_in(of_outlets(index, rows), furniture)


def _identical(index: Index, touched: Flags) -> Places:
    """Return the pairs with the same words; of many each one with the first."""
    order = np.lexsort((np.arange(len(index.ids)), index.day, index.whole))
    whole = index.whole[order]
    fresh = np.concatenate(([True], whole[1:] != whole[:-1])) if len(whole) else np.zeros(0, np.bool_)
    first = order[np.maximum.accumulate(np.where(fresh, np.arange(len(order)), 0))]
    wanted = ~fresh & (whole > 0) & (touched[first] | touched[order])
    a, b = first[wanted], order[wanted]
    return np.minimum(a, b) * len(index.ids) + np.maximum(a, b)
