"""Sentences by their marks alone, for showing the words around what was found: no language model is needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newsclaim import lexicon

if TYPE_CHECKING:
    from newsclaim.models import Block

#: A mark that ends a sentence, what closes behind it, white space, and what may open the next one.
_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W_a-z])")
_WORD_BEFORE = re.compile(r"([\w.]+)$")
_WORD_AFTER = re.compile(r"[\"“‘«(\[]*([\w’']+)")
#: No sentence that is shown is longer; what is longer is a list or a dump.
_LONGEST = 2000
#: So many paragraphs are remembered.
_KEPT = 64


def sentence_around(text: str, blocks: Sequence[Block], start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentences that hold a stretch of text, inside the paragraph it begins in.

    A stretch over several paragraphs gives what stands of it in the first one.
    """
    k = bisect_right(blocks, start, key=lambda block: block.start) - 1
    low, high = (blocks[k].start, blocks[k].end) if k >= 0 and start < blocks[k].end else (0, len(text))
    low, high = max(low, start - _LONGEST), min(high, max(end, start) + _LONGEST)
    breaks = [low, *_breaks(text, low, high), high]
    first = bisect_right(breaks, start) - 1
    last = bisect_right(breaks, min(max(end - 1, start), high - 1))
    return breaks[first], _trimmed(text, breaks[first], breaks[min(last, len(breaks) - 1)])


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Return where the sentences of a paragraph begin, `start` first."""
    return [start, *_breaks(text, start, end)]


@lru_cache(_KEPT)
def _breaks(text: str, low: int, high: int) -> list[int]:
    """Return where sentences end in a paragraph; the findings of one follow one another, and ask for it again."""
    return [end.end() for end in _END.finditer(text, low, high) if not _goes_on(text, low, end)]


def _goes_on(text: str, low: int, end: re.Match[str]) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial ("Gen. Brook", "J. Brook", "the U.S. Senate")."""
    if text[end.start()] != ".":
        return False
    before = _WORD_BEFORE.search(text, max(low, end.start() - 20), end.start())
    word = before[1].lower() if before else ""
    if len(word) == 1 and word.isalpha() and word != "i":
        return True
    if word not in lexicon.words("sentences", "abbreviations"):
        return False
    after = _WORD_AFTER.match(text, end.end())
    opens = after is not None and after[1].lower() in lexicon.words("sentences", "openers")
    return not (opens and word in lexicon.words("sentences", "ending"))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
