"""What is kept of an article so that later ones can be held against it without its text being read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from newsclaim.furniture.often import day_of, outlet_key
from newsclaim.stories import words
from newsclaim.stories.account import Account
from newsclaim.stories.reading import Reading, reading
from newsclaim.stories.shingles import Keys, shingles
from newsclaim.stories.terms import Weights, terms

#: Raise it when a trace holds something else than before: all articles are traced anew.
FORM = 2
_HEAD = np.dtype([("day", "<i4"), ("outlet", "<u4"), ("whole", "<u8"), ("shingles", "<u2"), ("terms", "<u2")])
#: Texts of fewer words are nobody's copy.
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of an article.

    `day` counts from the year 1, 0 for undated ones; `outlet` and `whole` are hashes of the outlet's name (0: not
    known) and of all its words (0: too few); `shingles` are samples of its text, `terms` and `weights` the names and
    words that tell its story.
    """

    day: int
    outlet: int
    whole: int
    shingles: Keys
    terms: Keys
    weights: Weights


def trace_of(account: Account, outlet: str | None) -> Trace:
    """Return what is kept of an article; `outlet` is the name that stands for its outlet."""
    return traced(account, outlet)[0]


def traced(account: Account, outlet: str | None) -> tuple[Trace, Reading]:
    """Return what is kept of an article, and the reading that it was made from."""
    everything = words.read(account.article.text)
    told = reading(account, everything)
    found, weights = terms(account, everything)
    trace = Trace(
        day=day_of(account.day),
        outlet=outlet_key(outlet),
        whole=words.whole(told.words.hash) if len(told) >= _SHORT else 0,
        shingles=shingles(told).key,
        terms=found,
        weights=weights,
    )
    return trace, told


def packed(trace: Trace) -> bytes:
    """Return a trace as bytes."""
    head = np.array((trace.day, trace.outlet, trace.whole, len(trace.shingles), len(trace.terms)), _HEAD)
    return head.tobytes() + trace.shingles.tobytes() + trace.terms.tobytes() + trace.weights.tobytes()


@dataclass(frozen=True, slots=True)
class Traces:
    """Many traces end to end: what each says in its head, and the shingles, terms and weights of all."""

    heads: np.ndarray
    shingles: Keys
    terms: Keys
    weights: Weights


def unpacked(several: Sequence[bytes]) -> Traces:
    """Return traces that were made into bytes; all are read in one go."""
    heads = np.frombuffer(b"".join([data[: _HEAD.itemsize] for data in several]), _HEAD)
    begins = [_HEAD.itemsize + 4 * size for size in heads["shingles"].tolist()]
    ends = [begin + 4 * size for begin, size in zip(begins, heads["terms"].tolist(), strict=True)]
    parts = list(zip(several, begins, ends, strict=True))
    return Traces(
        heads,
        np.frombuffer(b"".join([data[_HEAD.itemsize : begin] for data, begin, _ in parts]), np.uint32),
        np.frombuffer(b"".join([data[begin:end] for data, begin, end in parts]), np.uint32),
        np.frombuffer(b"".join([data[end:] for data, _, end in parts]), np.uint8),
    )
