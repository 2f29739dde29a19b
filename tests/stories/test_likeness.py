"""What two wordings have in common, and that nothing is passed over which may be alike."""

from __future__ import annotations

from itertools import pairwise
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from newsclaim.stories.statements import likeness as room
from newsclaim.stories.statements.likeness import likeness, runs
from newsclaim.stories.statements.wording import wording

#: Words that tell, that are common, that hold sentences together, a name and a number.
WORDS = st.sampled_from("harbour barley quarry lantern people said the of to Brook 12 bridge".split())
TEXTS = st.lists(WORDS, min_size=4, max_size=30).map(" ".join)


def of(text, marked=()):
    return wording(text, [(0, len(text))], marked)


@given(TEXTS, TEXTS, st.integers(0, 40))
def test_what_is_quick_to_know_passes_nothing_over(one, other, marked):
    a, b = of(one, [(0, marked)]), of(other)
    if a is None or b is None:
        return
    quick = likeness(a, b)
    with mock.patch.object(room, "_would_do", return_value=True):
        assert likeness(a, b) == quick


def test_most_pairs_are_told_apart_without_their_runs_being_looked_for():
    """Words in common that stand in other places are no runs."""
    words = "harbour barley quarry lantern bridge orchard cellar thunder"
    shuffled = " said the ".join(words.split()[::-1])
    with mock.patch.object(room, "runs", side_effect=runs) as looked:
        assert likeness(of(words), of(shuffled)) is None
        assert not looked.called
        assert likeness(of(words), of(f"and {words}")) is not None
        assert looked.called


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_runs_are_in_order_and_in_both(a, b):
    found = runs(a, b)
    assert all(a[i : i + size] == b[j : j + size] for i, j, size in found)
    assert all(i + n <= k and j + n <= m for (i, j, n), (k, m, _) in pairwise(found))
