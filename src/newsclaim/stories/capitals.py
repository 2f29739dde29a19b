"""Names in a text by their capitals alone: no language model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclaim import lexicon
from newsclaim.text import fold

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'&-]*(?:\.(?=[A-Z]))?"
_NAME = re.compile(rf"{_WORD}(?:(?: (?:of|the|de|al|bin|van|von|da|del|la))?[ ]{_WORD})*")
#: What ends a sentence stands before a word that has a capital in any case.
_OPENS = frozenset('.!?:…”"“‘(\n—–')
#: So far in front it stands at most, blanks between.
_NEAR = 3


def names(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each name begins and the name; a word that opens a sentence is none by itself."""
    for found in _NAME.finditer(text):
        start = found.start()
        before, name = _cut(found[0], opening=opens(text, start))
        if len(name) > 1:
            yield start + before, name


@lru_cache(maxsize=1 << 14)
def _cut(written: str, *, opening: bool) -> tuple[int, str]:
    """Return a name as it is kept, and how much of what is written stands before it."""
    words, before = written.split(), 0
    while opening and words and fold(words[0]) in _openers():
        before += len(words[0]) + 1
        words = words[1:]
    return before, " ".join(words).removesuffix("'s").removesuffix("’s")


def opens(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a line begins there: a capital alone makes no name of its word."""
    if start > _NEAR and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # as in most places
    for place in range(start - 1, max(0, start - _NEAR) - 1, -1):
        if text[place] in _OPENS:
            return True
        if not text[place].isspace():
            return False
    return start <= _NEAR


def _openers() -> frozenset[str]:
    return lexicon.words("sentences", "openers")
