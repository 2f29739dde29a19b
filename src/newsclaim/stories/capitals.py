"""Names in a text by their capitals alone: no language model is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim import lexicon
from newsclaim.text import fold

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'&-]*(?:\.(?=[A-Z]))?"
_NAME = re.compile(rf"{_WORD}(?:(?: (?:of|the|de|al|bin|van|von|da|del|la))?[ ]{_WORD})*")
#: What ends a sentence stands before a word that has a capital in any case.
_OPENS = re.compile(r"(?:^|[.!?:…”\"“‘(\n]|—|–)\s*$")


def names(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each name begins and the name; a word that opens a sentence is none by itself."""
    for found in _NAME.finditer(text):
        words, start = found[0].split(), found.start()
        if opens(text, start):
            while words and fold(words[0]) in _openers():
                start += len(words[0]) + 1
                words = words[1:]
        name = " ".join(words).removesuffix("'s").removesuffix("’s")
        if len(name) > 1:
            yield start, name


def opens(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a line begins there: a capital alone makes no name of its word."""
    return _OPENS.search(text, max(0, start - 3), start) is not None


def _openers() -> frozenset[str]:
    return lexicon.words("sentences", "openers")
