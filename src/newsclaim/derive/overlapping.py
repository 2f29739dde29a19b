"""Which articles copy one another or carry passages, brought up to date where texts have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsclaim.derive.changes import portions

if TYPE_CHECKING:
    from newsclaim.models import Overlap
    from newsclaim.store import Store
    from newsclaim.stories.account import Account
    from newsclaim.stories.imprint import Imprint
    from newsclaim.stories.index import Index
    from newsclaim.stories.words import Hashes, Pairs, Places

    Read = Callable[[Sequence[str]], Iterable[Account]]

#: Texts of so many words are held in memory while pairs are compared, at some eleven bytes a word.
HELD = 12_000_000
#: So often are articles told what those they are paired with go by.
_ROUNDS = 2
_NONE: Mapping[str, Imprint] = MappingProxyType({})


def overlapping(  # noqa: PLR0913, PLR0917 - what was, what is, and what is read of it
    store: Store, before: Index, after: Index, changed: set[str], read: Read, imprints: Mapping[str, Imprint] = _NONE
) -> set[str]:
    """Write all overlaps that are other than before; return the articles that may have others.

    Pairs whose texts are as before are compared only where they were not proposed before: what they have in common
    depends on nothing but the two and on what is furniture of their outlets.

    `read` returns the accounts of some articles; `imprints` are of those that have been read.
    """
    import numpy as np

    from newsclaim.stories.overlaps import unsettled

    anew = changed | _flipped(before, after, changed)
    shifted = unsettled(before, after, changed) - anew
    former = _named(before, _proposed(before, changed | shifted)[0])
    pairs, page = _proposed(after, anew | shifted)
    held = {pair for pair in former if not shifted.isdisjoint(pair)}
    gone = held - _named(after, pairs[after.flags(shifted)[pairs].any(axis=1)])
    kept = _numbered(after, held - gone)
    wanted = after.flags(anew)[pairs].any(axis=1) | ~np.isin(_codes(after, pairs), _codes(after, kept))
    found = list(_compared(after, pairs[wanted], read, page, imprints))
    old = store.overlaps(anew | {article for pair in gone for article in pair})
    lost = [one for one in old if (one.a, one.b) in gone or not anew.isdisjoint((one.a, one.b))]
    store.replace_overlaps(lost, found)
    sharing = {article for one in (*lost, *found) for article in (one.a, one.b)}
    return (anew | _with_partners(former, changed) | sharing) & after.number.keys()


def _named(index: Index, pairs: Pairs) -> set[tuple[str, str]]:
    """Return pairs of articles by their ids."""
    return {(index.ids[a], index.ids[b]) for a, b in pairs.tolist()}


def _numbered(index: Index, pairs: Iterable[tuple[str, str]]) -> Pairs:
    """Return pairs of articles by their numbers, a row each."""
    import numpy as np

    return np.array([(index.number[a], index.number[b]) for a, b in pairs], np.int64).reshape(-1, 2)


def _codes(index: Index, pairs: Pairs) -> Places:
    """Return a number for each pair."""
    return pairs[:, 0] * len(index.ids) + pairs[:, 1]


def _with_partners(former: set[tuple[str, str]], changed: set[str]) -> set[str]:
    """Return both articles of each former pair of which one has changed: the other may have lost what it shared."""
    return {one for pair in former if not changed.isdisjoint(pair) for one in pair}


def _proposed(index: Index, articles: set[str]) -> tuple[Pairs, Hashes]:
    """Return the pairs, by number, that may have a passage in common and of which one is among some articles.

    Beside them what of the passages of those articles is furniture.
    """
    from newsclaim.stories.furniture import furniture
    from newsclaim.stories.overlaps import held_by, proposed

    flags = index.flags(articles)
    held = held_by(index, flags)
    page = furniture(index, held)
    return proposed(index, flags, held, page), page


def _flipped(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles with a passage that has become an outlet's furniture, or is none any more."""
    import numpy as np

    from newsclaim.stories.furniture import furniture, of_outlets
    from newsclaim.stories.shingles import bare
    from newsclaim.stories.words import is_in

    sides = [(index, bare(index.shingles), index.flags(changed)[index.shingled]) for index in (before, after)]
    keys = np.unique(np.concatenate([key[moved] for _, key, moved in sides]))
    if not len(keys):
        return set()
    old, new = (furniture(index, is_in(key, keys)) for index, key, _ in sides)
    moved = is_in(of_outlets(after, slice(None)), np.setxor1d(old, new))
    return {after.ids[n] for n in np.unique(after.shingled[moved])}


def _compared(
    index: Index, pairs: Pairs, read: Read, page: Hashes, imprints: Mapping[str, Imprint] = _NONE
) -> Iterator[Overlap]:
    """Yield what pairs of articles have in common; the texts of some pairs are read at a time."""
    from newsclaim.stories.furniture import between
    from newsclaim.stories.overlaps import overlaps

    furniture = cache(lambda outlets: between(page, outlets))
    texts = _Texts(index, read, imprints)
    for rows in portions(_near_at_hand(pairs)):
        portion = [tuple(row.tolist()) for row in rows]
        texts.hold({number for pair in portion for number in pair})
        for second, group in groupby(portion, key=itemgetter(1)):
            yield from overlaps(index, [first for first, _ in group], second, texts.held.__getitem__, furniture)


class _Texts:
    """Texts by number that are held while pairs are compared; those that were not asked for longest are given up."""

    def __init__(self, index: Index, read: Read, imprints: Mapping[str, Imprint]) -> None:
        self._index, self._read = index, read
        self.held = {index.number[article]: told for article, told in imprints.items()}
        self._words = sum(map(len, self.held.values()))

    def hold(self, needed: set[int]) -> None:
        """Hold some texts, and of the others as many as there is room for."""
        from newsclaim.stories.imprint import imprint
        from newsclaim.stories.reading import reading

        missing = [self._index.ids[number] for number in sorted(needed - self.held.keys())]
        for number in needed & self.held.keys():
            self.held[number] = self.held.pop(number)  # the last ones to be given up
        for account in self._read(missing):
            told = self.held[self._index.number[account.id]] = imprint(reading(account))
            self._words += len(told)
        for number in list(self.held):
            if self._words <= HELD or number in needed:
                return
            self._words -= len(self.held.pop(number))


def _near_at_hand(pairs: Pairs) -> Pairs:
    """Return pairs in an order in which the same texts come soon again, so that each is read once or twice.

    Articles that have much in common stand in a row, whatever lies between their days: each takes the name that most of
    those it is paired with go by (label propagation: Raghavan, Albert and Kumara 2007; two rounds are enough here). The
    pairs of one second article come together.
    """
    import numpy as np

    articles, ends = np.unique(pairs, return_inverse=True)
    one, other = ends.reshape(-1, 2).T
    names = np.arange(len(articles))
    for _ in range(_ROUNDS):
        told = np.concatenate((one, other)) * len(names) + names[np.concatenate((other, one))]
        told, counts = np.unique(told, return_counts=True)
        at, name = np.divmod(told, max(1, len(names)))
        order = np.lexsort((name, -counts, at))
        names = name[order[np.flatnonzero(np.diff(at[order], prepend=-1))]]
    place = np.empty(len(articles), np.int64)
    place[np.lexsort((articles, names))] = np.arange(len(articles))
    return pairs[np.lexsort((place[one], place[other]))]
