"""Passages in common: what is quick to know of a pair never hides what its words tell."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from newsclaim.models import Block
from newsclaim.stories import overlaps, passages
from newsclaim.stories.account import Account
from newsclaim.stories.index import index_of
from newsclaim.stories.reading import reading
from newsclaim.stories.trace import trace_of
from samples import article

NO_FURNITURE = np.zeros(0, np.uint32)


def account(name, text):
    found = article(name)
    whole = found.model_copy(update={"text": text, "blocks": (Block(start=0, end=len(text), kind="body"),)})
    return Account(whole)


def texts(draw):
    """Two texts that share some runs of words, of which some stand between quotation marks on a side."""
    sides = [[], []]
    for _ in range(draw.randrange(1, 8)):
        run = [f"w{draw.randrange(400)}" for _ in range(draw.randrange(3, 40))]
        for side in sides:
            if draw.random() < 0.75:
                said = draw.random() < 0.4
                side.extend(["“" + " ".join(run) + "”"] if said else run)
            else:
                side.extend([f"x{draw.randrange(400)}" for _ in range(draw.randrange(20))])
    return [" ".join(side) or "nothing" for side in sides]


@pytest.mark.parametrize("seed", range(60))
def test_what_cannot_be_an_overlap_is_none(seed, monkeypatch):
    told = [account(name, text) for name, text in zip("ab", texts(Random(seed)), strict=True)]  # noqa: S311
    index = index_of({one.id: trace_of(one, None) for one in told})
    read = [reading(one) for one in told].__getitem__
    quick = overlaps.overlap(index, (0, 1), read, NO_FURNITURE)
    monkeypatch.setattr(overlaps, "_can_be", lambda *_: True)
    assert overlaps.overlap(index, (0, 1), read, NO_FURNITURE) == quick


def test_most_pairs_are_settled_before_their_words_are_counted(monkeypatch):
    """A sentence that two articles quote, and a short one of their own, are no passage."""
    said = "“" + " ".join(f"s{n}" for n in range(60)) + "”"
    own = " ".join(f"o{n}" for n in range(25))
    told = [account(name, f"{said} {own} " + " ".join(f"{name}{n}" for n in range(100))) for name in "ab"]
    index = index_of({one.id: trace_of(one, None) for one in told})
    monkeypatch.setattr(passages, "shared", None)
    assert overlaps.overlap(index, (0, 1), [reading(one) for one in told].__getitem__, NO_FURNITURE) is None
