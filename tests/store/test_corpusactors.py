"""The actors of the corpus as rows."""

from __future__ import annotations

from newsclaim.models import Actor, Alias
from newsclaim.store.corpusactors import rows_of


def test_an_actor_that_comes_twice_counts_once() -> None:
    """What hangs together should come together; if it does not, all others must not be lost for it."""
    brook = Actor(id="a1", name="Ada Brook", kind="person", aliases=(Alias(text="Brook", rule="name", count=1),))
    rows = rows_of([([brook], {("harbour", "a2"): "a1"}), ([brook], {("ledger", "a3"): "a1"})])
    assert len(rows.actors) == 1
    assert len(rows.names) == len(set(rows.names))
    assert len(rows.members) == 2
