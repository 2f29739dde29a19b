"""Words that say in what trade a firm is, or that it is one: "Halvern Power" is "Halvern"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.lexicon import words as word_list

_LISTS = ("marks", "legal", "trade", "businesses")


def is_trade(words: Sequence[str]) -> bool:
    """Tell whether all words, in lower case, only say what kind of body it is."""
    return all(any(word in word_list("organisations", key) for key in _LISTS) for word in words)


def leaves_place(words: Sequence[str]) -> bool:
    """Tell whether what stands before these words is only the place of a body: "Oldport" of "Oldport City Council".

    Not what stands before "Security Council".
    """
    first = next((word for word in words if word not in word_list("organisations", "kinds_of_place")), "")
    return first in word_list("organisations", "of_places")
