"""Words that say in what trade a firm is, or that it is one: "Halvern Power" is "Halvern"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.lexicon import words as word_list

_LISTS = ("marks", "legal", "trade", "businesses")


def is_trade(words: Sequence[str]) -> bool:
    """Tell whether all words, in lower case, only say what kind of body it is."""
    return all(any(word in word_list("organisations", key) for key in _LISTS) for word in words)
