"""Passages in common: what is quick to know of a pair never hides what its words tell."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from newsclaim.models import Block
from newsclaim.stories import overlaps, passages
from newsclaim.stories.account import Account
from newsclaim.stories.imprint import imprint
from newsclaim.stories.index import index_of
from newsclaim.stories.reading import reading
from newsclaim.stories.shingles import bare, shingles
from newsclaim.stories.trace import packed, trace_of
from samples import article

NO_FURNITURE = np.zeros(0, np.uint32)


def account(name, text):
    whole = article(name).model_copy(update={"text": text, "blocks": (Block(start=0, end=len(text), kind="body"),)})
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


def held(several):
    """The index of some texts, and what is held of them by number."""
    index = index_of({one.id: packed(trace_of(one, None)) for one in several})
    return index, [imprint(reading(one)) for one in several].__getitem__


def found(several, furniture=NO_FURNITURE):
    """What the last of some texts has in common with the others, all of which are looked at together."""
    index, read = held(several)
    others, last = list(range(len(several) - 1)), len(several) - 1
    return list(overlaps.overlaps(index, others, last, read, lambda _: furniture))


@pytest.mark.parametrize("seed", range(60))
def test_what_cannot_be_an_overlap_is_none(seed, monkeypatch):
    told = [account(name, text) for name, text in zip("ab", texts(Random(seed)), strict=True)]  # noqa: S311
    quick = found(told)
    monkeypatch.setattr(overlaps, "_can_be", lambda several, *_: np.ones(len(several), np.bool_))
    assert found(told) == quick


@pytest.mark.parametrize("seed", range(30))
def test_many_texts_are_looked_at_together_as_each_by_itself(seed):
    draw = Random(seed)  # noqa: S311
    several = [text for _ in range(3) for text in texts(draw)]
    several += ["nothing much", " ".join(draw.sample(several, 3))]
    told = [account(name, text) for name, text in zip("abcdefgh", several, strict=True)]
    # Of some runs most sampled shingles are taken for furniture.
    shingles = index_of({"h": packed(trace_of(told[-1], None))}).shingles
    keys = np.unique(bare(shingles[:: draw.randrange(2, 5)]))
    assert found(told, keys) == [one for other in told[:-1] for one in found([other, told[-1]], keys)]


@pytest.mark.parametrize(("dropped", "words"), [("none", 80), ("line", 40), ("few", 80)])
def test_what_is_furniture_is_left_out_of_what_is_shared(dropped, words):
    """Of two runs in common one is a line of the page; where few of its shingles are, it is none."""
    line, passage = (" ".join(f"{run}{n}" for n in range(40)) for run in ("line", "passage"))
    told = [account(name, f"{line} {name}0 {name}1 {passage} {name}2") for name in "ab"]
    keys = np.unique(shingles(reading(account("line", line))).key)
    assert len(keys) > 2
    (overlap,) = found(told, {"none": NO_FURNITURE, "line": keys, "few": keys[:1]}[dropped])
    assert (overlap.words, overlap.of_a) == (words, round(words / 83, 4))


def test_most_pairs_are_settled_before_their_words_are_counted(monkeypatch):
    """A sentence that two articles quote, and a short one of their own, are no passage."""
    said = "“" + " ".join(f"s{n}" for n in range(60)) + "”"
    own = " ".join(f"o{n}" for n in range(25))
    told = [account(name, f"{said} {own} " + " ".join(f"{name}{n}" for n in range(100))) for name in "ab"]
    monkeypatch.setattr(passages, "shared", None)
    assert found(told) == []
