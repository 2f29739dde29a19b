"""Names in a text by their capitals alone: no language model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclaim import lexicon
from newsclaim.text import fold

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_REST = r"[\w’'&-]*(?:\.(?=[A-Z]))?"
#: What ends a sentence stands before a word that has a capital in any case, with two blanks between at most.
_OPENS = r"[.!?:…”\"“‘(\n—–]"
_OPENING = "|".join(
    f"(?<={before}.)" for before in (*(_OPENS + k * r"\s" for k in range(3)), *(r"\A" + k * r"\s" for k in range(4)))
)
#: A name, and its first letter where a sentence, a quotation or a line begins with it: its capital alone tells nothing.
_NAME = re.compile(
    rf"({_CAPITAL}(?:(?:{_OPENING})(?<=(.)))?{_REST}"
    rf"(?:(?: (?:of|the|de|al|bin|van|von|da|del|la))?[ ]{_CAPITAL}{_REST})*)"
)


def names(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each name begins and the name; a word that opens a sentence is none by itself."""
    for found in _NAME.finditer(text):
        before, name = kept(found[0], opening=bool(found[2]))
        if len(name) > 1:
            yield found.start() + before, name


def written(text: str, start: int, end: int) -> list[tuple[str, str]]:
    """Return each name in a part of a text as it is written, and its first letter where a sentence opens there."""
    return _NAME.findall(text, start, end)


def kept(name: str, *, opening: bool) -> tuple[int, str]:
    """Return how much of a name as it is written stands before what is kept of it, and that; `opening` a sentence."""
    before, rest = _cut(name) if opening else (0, name)
    return before, rest.removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=1 << 14)
def _cut(name: str) -> tuple[int, str]:
    """Return a name without the words that it has before it where it opens a sentence, and how long those are."""
    words, before = name.split(), 0
    while words and fold(words[0]) in _openers():
        before += len(words[0]) + 1
        words = words[1:]
    return before, " ".join(words)


def _openers() -> frozenset[str]:
    return lexicon.words("sentences", "openers")
