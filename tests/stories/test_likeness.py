"""What two wordings have in common, and that nothing is passed over which may be alike."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain, combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.stories.statements.blocks import blocks
from newsclaim.stories.statements.likely import likely
from newsclaim.stories.statements.likeness import likeness, runs_in
from newsclaim.stories.statements.wording import wording
from newsclaim.stories.statements.wordings import packed, wordings

#: Words that tell, that are common, that hold sentences together, a name and a number.
WORDS = st.sampled_from("harbour barley quarry lantern people said the of to Brook 12 bridge".split())
TEXTS = st.lists(WORDS, min_size=4, max_size=30).map(" ".join)


def of(text, marked=()):
    return wording(text, [(0, len(text))], marked)


def held(*made):
    """Wordings as arrays, and every pair of them."""
    several = wordings([packed([one for one in made if one is not None])])
    return several, np.array(list(combinations(range(len(several.forms)), 2)), np.int64).reshape(-1, 2)


def chosen(several, pairs):
    return {tuple(pair) for portion in likely(several, pairs) for pair in portion.tolist()}


@given(st.lists(TEXTS, max_size=5), st.integers(0, 40))
def test_what_is_quick_to_know_passes_nothing_over(texts, marked):
    """In part in quotation marks or not, in whatever order: pairs that are alike are among the likely ones."""
    several, pairs = held(*(of(text, [(0, marked)] * (n % 2)) for n, text in enumerate(texts)))
    alike = {(a, b) for a, b in pairs.tolist() if likeness(several.wording(a), several.wording(b))}
    assert alike <= chosen(several, pairs)


def test_pairs_are_looked_at_some_at_a_time(monkeypatch):
    """In whatever portions, the same pairs are likely, by order of the second one."""
    several, pairs = held(*(of(f"harbour barley quarry {word}") for word in "lantern bridge orchard cellar".split()))
    every = [portion.tolist() for portion in likely(several, pairs)]
    monkeypatch.setattr("newsclaim.stories.statements.likely._AT_ONCE", 4)
    parts = [portion.tolist() for portion in likely(several, pairs)]
    assert [len(portion) for portion in parts] == [4, 2]
    assert [*chain(*parts)] == every[0] == sorted(every[0], key=lambda pair: pair[::-1])


def test_a_crowd_of_words_hides_no_pair(monkeypatch):
    """A table of too few bits says yes too often, never no."""
    monkeypatch.setattr("newsclaim.stories.statements.likely._BITS", 2)
    several, pairs = held(of("harbour barley quarry lantern"), of("and harbour barley quarry lantern"))
    assert chosen(several, pairs) == {(0, 1)}


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("harbour barley quarry lantern bridge orchard", "the harbour barley quarry lantern was shut", True),
        # Words in common that stand in other places are no runs.
        ("harbour barley quarry lantern bridge orchard", "orchard said the bridge said the lantern said the", False),
        # Enough words in common, one of them beside a run, or too far from it.
        ("barley quarry was harbour", "a barley quarry of harbour", True),
        ("barley quarry was the harbour", "a barley quarry of a harbour", False),
        ("harbour was barley quarry", "harbour of barley quarry again", True),
        ("harbour was the barley quarry", "harbour of a barley quarry again", False),
        # Too little in common.
        ("harbour barley quarry lantern bridge orchard", "harbour of the people said 12 cellar thunder", False),
    ],
)
def test_most_pairs_are_told_apart_by_arrays(one, other, may_be):
    assert bool(chosen(*held(of(one), of(other)))) == may_be


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_runs_are_in_order_and_in_both(a, b):
    found = runs_in(blocks(a, b))
    assert all(a[i : i + size] == b[j : j + size] for i, j, size in found)
    assert all(i + n <= k and j + n <= m for (i, j, n), (k, m, _) in pairwise(found))


@given(st.lists(st.integers(0, 4), max_size=30), st.lists(st.integers(0, 4), max_size=30))
def test_blocks_are_those_of_difflib(a, b):
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()[:-1]
    assert blocks(a, b) == [(i, j, size) for i, j, size in found]


def test_the_wording_of_what_is_quoted_alike_is_read_once(monkeypatch):
    said = "The council will close both harbours of Karsund before the winter comes."
    first = wording(said, [(0, len(said))])
    monkeypatch.setattr("newsclaim.stories.statements.wording.plain_tokens", None)
    assert wording(f"He spoke: {said}", [(10, 10 + len(said))]) is first
