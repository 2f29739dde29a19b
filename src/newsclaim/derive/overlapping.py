"""Which articles copy one another or carry passages, brought up to date where texts have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from newsclaim.derive.changes import portions

if TYPE_CHECKING:
    from newsclaim.models import Overlap
    from newsclaim.store import Store
    from newsclaim.stories.account import Account
    from newsclaim.stories.index import Index
    from newsclaim.stories.reading import Reading
    from newsclaim.stories.words import Hashes

    Read = Callable[[Sequence[str]], Iterable[Account]]

#: So many texts are held in memory while pairs are read.
HELD = 4000
_NONE: Mapping[str, Reading] = MappingProxyType({})


def overlapping(  # noqa: PLR0913, PLR0917 - what was, what is, and what is read of it
    store: Store, before: Index, after: Index, changed: set[str], read: Read, readings: Mapping[str, Reading] = _NONE
) -> tuple[list[Overlap], set[str]]:
    """Return all overlaps, and the articles that may have others than before; write those.

    Pairs whose texts are as before are compared only where they were not proposed before: what they have in common
    depends on nothing but the two and on what is furniture of their outlets.

    `read` returns the accounts of some articles; `readings` are of those that have been read.
    """
    from newsclaim.stories.furniture import furniture
    from newsclaim.stories.overlaps import unsettled

    pages = furniture(before), furniture(after)
    partners = {one for pair in _proposed(before, changed, pages[0]) for one in pair}
    anew = changed | _flipped(before, after, changed)
    shifted = unsettled(before, after, changed) - anew
    held = _proposed(before, shifted, pages[0])
    pairs = _proposed(after, anew | shifted, pages[1])
    wanted = [(after.number[a], after.number[b]) for a, b in pairs if a in anew or b in anew or (a, b) not in held]
    found = list(_compared(after, wanted, read, pages[1], readings))
    gone = held - pairs
    kept: list[Overlap] = []
    lost: list[Overlap] = []
    for one in store.overlaps():
        (lost if one.a in anew or one.b in anew or (one.a, one.b) in gone else kept).append(one)
    store.replace_overlaps(lost, found)
    touched = anew | partners | {article for one in (*lost, *found) for article in (one.a, one.b)}
    return kept + found, touched & after.number.keys()


def _proposed(index: Index, articles: set[str], page: Hashes) -> set[tuple[str, str]]:
    """Return the pairs that may have a passage in common and of which one is among some articles."""
    from newsclaim.stories.overlaps import proposed

    flags = index.flags(articles)
    return {(index.ids[i], index.ids[j]) for i, j in proposed(index, flags, page)} if flags.any() else set()


def families(overlaps: Iterable[Overlap], articles: set[str]) -> list[Overlap]:
    """Return the overlaps of some articles and of all that are tied to them by a chain of overlaps."""
    links: dict[str, list[Overlap]] = defaultdict(list)
    for one in overlaps:
        links[one.a].append(one)
        links[one.b].append(one)
    reached, waiting = set(articles), list(articles)
    while waiting:
        for one in links[waiting.pop()]:
            fresh = {one.a, one.b} - reached
            reached |= fresh
            waiting += fresh
    return list({(one.a, one.b): one for article in reached for one in links.get(article, ())}.values())


def _flipped(before: Index, after: Index, changed: set[str]) -> set[str]:
    """Return the articles with a passage that has become an outlet's furniture, or is none any more."""
    import numpy as np

    from newsclaim.stories.furniture import furniture
    from newsclaim.stories.shingles import bare

    sides = [(index, bare(index.shingles), index.flags(changed)[index.shingled]) for index in (before, after)]
    keys = np.unique(np.concatenate([key[moved] for _, key, moved in sides]))
    if not len(keys):
        return set()
    old, new = (furniture(index, np.isin(key, keys)) for index, key, _ in sides)
    of = (after.outlet[after.shingled] << np.uint64(32)) | sides[1][1].astype(np.uint64)
    return {after.ids[n] for n in np.unique(after.shingled[np.isin(of, np.setxor1d(old, new))])}


def _compared(
    index: Index, pairs: Sequence[tuple[int, int]], read: Read, page: Hashes, readings: Mapping[str, Reading] = _NONE
) -> Iterator[Overlap]:
    """Yield what pairs of articles have in common; the texts of some pairs are read at a time."""
    from newsclaim.stories.furniture import between
    from newsclaim.stories.overlaps import overlap
    from newsclaim.stories.reading import reading

    furniture = cache(lambda outlets: between(page, outlets))
    held = {index.number[article]: told for article, told in readings.items()}
    for portion in portions(_near_in_time(index, pairs)):
        needed = {number for pair in portion for number in pair}
        missing = [index.ids[number] for number in sorted(needed - held.keys())]
        for number in needed & held.keys():
            held[number] = held.pop(number)  # the last ones to be given up
        held.update((index.number[account.id], reading(account)) for account in read(missing))
        for number in list(held)[: max(0, len(held) - max(HELD, len(needed)))]:
            del held[number]
        for pair in portion:
            outlets = frozenset(index.outlet[list(pair)].tolist())
            found = overlap(index, pair, held.__getitem__, furniture(outlets))
            if found is not None:
                yield found


def _near_in_time(index: Index, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return pairs in the order in which their later article was published, so that each text is read once or twice."""
    days = index.day.tolist()
    return sorted(pairs, key=lambda pair: (max(days[pair[0]], days[pair[1]]), pair))
