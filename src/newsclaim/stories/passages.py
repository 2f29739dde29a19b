"""The passages that some texts have in common with another one, to the word: all of them are looked at together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsclaim.stories.imprint import Imprint, all_said, said, sampled
from newsclaim.stories.reading import SIZE
from newsclaim.stories.shingles import Keys, keys_of
from newsclaim.stories.words import Flags, Hashes, Places, is_in

#: Shorter runs of common words are turns of phrase, not passages.
_RUN = 10
#: By so many bits of a gram it is told quickly that another text lacks it.
_TABLE = 1 << 16


@dataclass(frozen=True, slots=True)
class Matches:
    """The grams of some texts that another one has too.

    Of each, in order: the number of its text, where it stands there, and where the other one has it first.
    """

    text: Places
    place: Places
    other: Places

    def only(self, chosen: Flags) -> Matches:
        """Return some of them."""
        return Matches(self.text[chosen], self.place[chosen], self.other[chosen])

    def of(self, texts: Places) -> Matches:
        """Return those of some of the texts, at least one and in order, numbered anew by their places among these."""
        number = texts.searchsorted(self.text)
        kept = texts.take(number, mode="clip") == self.text
        return Matches(number[kept], self.place[kept], self.other[kept])


@dataclass(frozen=True, slots=True)
class Common:
    """How many words some texts share with another one, a number for each.

    `a` are those of the text that stand in a run of words that the other has too, `b` those of the other; `carried` are
    words of the text that stand in a run long enough to be a passage and are, on one side at least, the article's own.
    """

    a: Places
    b: Places
    carried: Places

    def counts(self) -> tuple[list[int], list[int], list[int]]:
        """Return all three as plain numbers."""
        return self.a.tolist(), self.b.tolist(), self.carried.tolist()


def matched(several: Sequence[Imprint], other: Imprint) -> Matches:
    """Return the grams of some texts that another one has."""
    if not len(other.grams):
        return Matches(*(np.zeros(0, np.int64) for _ in range(3)))
    grams = np.concatenate([one.grams for one in several])
    has = np.zeros(_TABLE, np.bool_)
    has[_low(other.grams)] = True
    near = np.flatnonzero(has[_low(grams)])
    wanted, ordered = grams[near], other.grams[other.order]
    found = ordered.searchsorted(wanted)
    same = np.flatnonzero(ordered.take(found, mode="clip") == wanted)
    ends = np.cumsum([len(one.grams) for one in several])
    text = ends.searchsorted(near[same], side="right")
    begin = np.concatenate(([0], ends[:-1]))
    return Matches(text, near[same] - begin[text], other.order[found[same]].astype(np.int64))


def _low(grams: Hashes) -> Places:
    return (grams & np.uint64(_TABLE - 1)).astype(np.int64)


def most(several: Sequence[Imprint], other: Imprint, matches: Matches) -> tuple[Places, Places]:
    """Return how many words some texts share with another one, and how many of them may be carried.

    Both at most, furniture not left out. Quicker to know than what `shared` tells: most pairs that are held against
    each other share less than a passage.
    """
    text, place = matches.text, matches.place
    if not len(text):
        return np.zeros(len(several), np.int64), np.zeros(len(several), np.int64)
    ends = np.flatnonzero((np.diff(place) > SIZE) | (np.diff(text) > 0))
    first, last = np.concatenate(([0], ends + 1)), np.append(ends, len(text) - 1)
    long = (place[last] - place[first] + SIZE >= _RUN).repeat(last - first + 1)
    flags = np.concatenate([one.flags for one in several])
    theirs = all_said(flags[_begins(several)[text] + place]) & all_said(other.flags[matches.other])
    told = np.flatnonzero(long & ~theirs)
    text_told, place_told = text[told], place[told]
    new = np.full(len(told), SIZE)
    new[1:] = np.where(np.diff(text_told) > 0, SIZE, np.diff(place_told).clip(max=SIZE))
    own = np.bincount(text_told, new, len(several)).astype(np.int64)
    return SIZE * np.bincount(text, minlength=len(several)), own


def _begins(several: Sequence[Imprint], apart: int = 0) -> Places:
    """Return where each of some texts begins when their words stand end to end, or so many places apart."""
    sizes = np.array([len(one) + apart for one in several], np.int64)
    return np.cumsum(sizes) - sizes


def shared(several: Sequence[Imprint], other: Imprint, matches: Matches, furniture: Sequence[Keys]) -> Common:
    """Return what some texts share with another one, of which the common grams are known; see `matched`.

    Runs that are furniture are left out; `furniture` has for each text the keys, in order, of what is.
    """
    matches = matches.only(~_of_pages(several, matches, furniture)) if any(map(len, furniture)) else matches
    begins, size = _begins(several, 1), len(other)
    gap = np.zeros(1, np.uint8)
    ours = said(np.concatenate([part for one in several for part in (one.flags, gap)]))
    theirs = said(other.flags)
    in_a, own = np.zeros(len(ours), np.bool_), np.zeros(len(ours), np.bool_)
    in_b = np.zeros((len(several), size), np.bool_)
    at = begins[matches.text] + matches.place
    for k in range(SIZE):
        in_a[at + k] = True
        in_b[matches.text, matches.other + k] = True
        own[at + k] |= ~(ours[at + k] & theirs[matches.other + k])
    carried = own & _long(in_a)
    return Common(_summed(in_a, begins), in_b.sum(axis=1), _summed(carried, begins))


def _summed(flags: Flags, begins: Places) -> Places:
    """Return how many of the flags are set from each of some places to the next."""
    counts: Places = np.add.reduceat(flags, begins, dtype=np.int64)
    return counts


def _of_pages(several: Sequence[Imprint], matches: Matches, furniture: Sequence[Keys]) -> Flags:
    """Tell of matches whether they stand in a run of which most sampled shingles are furniture."""
    found = np.zeros(len(matches.text), np.bool_)
    ends = np.searchsorted(matches.text, np.arange(len(several) + 1)).tolist()
    for one, keys, begin, end in zip(several, furniture, ends, ends[1:], strict=False):
        if len(keys) and begin < end:
            found[begin:end] = _in_furniture(keys, one, matches.place[begin:end])
    return found


def _in_furniture(furniture: Keys, one: Imprint, hits: Places) -> Flags:
    run = np.cumsum(np.diff(hits, prepend=hits[0]) > 1)
    known = np.flatnonzero(sampled(one.flags[hits]))
    keys = keys_of(one.grams[hits[known]])
    is_furniture = is_in(keys, furniture)
    counts = np.bincount(run[known], minlength=run[-1] + 1)
    page = np.bincount(run[known], weights=is_furniture, minlength=run[-1] + 1)
    in_page: Flags = ((counts > 0) & (2 * page > counts))[run]
    return in_page


def _long(flags: Flags) -> Flags:
    """Return the flags that stand in a run of at least `_RUN`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False]))))
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= _RUN
    marks = np.zeros(len(flags) + 1, np.int64)
    marks[starts[long]], marks[ends[long]] = 1, -1
    kept: Flags = np.cumsum(marks[:-1]) > 0
    return kept
