"""What two articles have to do with one another, as the stages of the corpus keep it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the texts of two articles have in common: `a` is the smaller id.

    `same`: one is the other's text. `words` is the length of the passages that at least one side tells in its own
    voice, `of_a` and `of_b` their part of either text (0 to 1).
    """

    a: str
    b: str
    same: bool
    words: int
    of_a: float
    of_b: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles that belong to one story: how alike they are (0 to 1), and the keys of the words that tell so."""

    a: str
    b: str
    strength: float
    terms: tuple[int, ...] = ()
