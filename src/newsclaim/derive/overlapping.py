"""Which articles copy one another or carry passages, brought up to date where texts have changed."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    from newsclaim.stories.words import Hashes

    Read = Callable[[Sequence[str]], Iterable[Account]]

#: Texts of so many words are held in memory while pairs are compared, at some eleven bytes a word.
HELD = 6_000_000
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
    from newsclaim.stories.overlaps import unsettled

    anew = changed | _flipped(before, after, changed)
    shifted = unsettled(before, after, changed) - anew
    former, _ = _proposed(before, changed | shifted)
    pairs, page = _proposed(after, anew | shifted)
    held = {pair for pair in former if not shifted.isdisjoint(pair)}
    wanted = [pair for pair in pairs if pair not in held or not anew.isdisjoint(pair)]
    numbered = [(after.number[a], after.number[b]) for a, b in wanted]
    found = list(_compared(after, numbered, read, page, imprints))
    gone = held - pairs
    old = store.overlaps(anew | {article for pair in gone for article in pair})
    lost = [one for one in old if (one.a, one.b) in gone or not anew.isdisjoint((one.a, one.b))]
    store.replace_overlaps(lost, found)
    sharing = {article for one in (*lost, *found) for article in (one.a, one.b)}
    return (anew | _with_partners(former, changed) | sharing) & after.number.keys()


def _with_partners(former: set[tuple[str, str]], changed: set[str]) -> set[str]:
    """Return both articles of each former pair of which one has changed: the other may have lost what it shared."""
    return {one for pair in former if not changed.isdisjoint(pair) for one in pair}


def _proposed(index: Index, articles: set[str]) -> tuple[set[tuple[str, str]], Hashes]:
    """Return the pairs that may have a passage in common and of which one is among some articles.

    Beside them what of the passages of those articles is furniture.
    """
    from newsclaim.stories.furniture import furniture
    from newsclaim.stories.overlaps import held_by, proposed

    flags = index.flags(articles)
    held = held_by(index, flags)
    page = furniture(index, held)
    return {(index.ids[i], index.ids[j]) for i, j in proposed(index, flags, held, page)} if flags.any() else set(), page


def _flipped(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles with a passage that has become an outlet's furniture, or is none any more."""
    import numpy as np

    from newsclaim.stories.furniture import furniture, of_outlets
    from newsclaim.stories.shingles import bare

    sides = [(index, bare(index.shingles), index.flags(changed)[index.shingled]) for index in (before, after)]
    keys = np.unique(np.concatenate([key[moved] for _, key, moved in sides]))
    if not len(keys):
        return set()
    old, new = (furniture(index, np.isin(key, keys)) for index, key, _ in sides)
    moved = np.isin(of_outlets(after, slice(None)), np.setxor1d(old, new))
    return {after.ids[n] for n in np.unique(after.shingled[moved])}


def _compared(
    index: Index, pairs: Sequence[tuple[int, int]], read: Read, page: Hashes, imprints: Mapping[str, Imprint] = _NONE
) -> Iterator[Overlap]:
    """Yield what pairs of articles have in common; the texts of some pairs are read at a time."""
    from newsclaim.stories.furniture import between
    from newsclaim.stories.overlaps import overlaps

    furniture = cache(lambda outlets: between(page, outlets))
    texts = _Texts(index, read, imprints)
    for portion in portions(_near_at_hand(pairs)):
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


def _near_at_hand(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pairs in an order in which the same texts come soon again, so that each is read once or twice.

    Articles that have much in common stand in a row, whatever lies between their days: each takes the name that most of
    those it is paired with go by (label propagation: Raghavan, Albert and Kumara 2007; two rounds are enough here). The
    pairs of one second article come together.
    """
    partners: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        partners[a].append(b)
        partners[b].append(a)
    names = {one: one for one in partners}
    for _ in range(_ROUNDS):
        for one in sorted(partners):
            counts = Counter(names[other] for other in partners[one])
            names[one] = min(counts, key=lambda name: (-counts[name], name))
    place = {one: number for number, one in enumerate(sorted(partners, key=lambda one: (names[one], one)))}
    return sorted(pairs, key=lambda pair: (place[pair[1]], place[pair[0]]))
