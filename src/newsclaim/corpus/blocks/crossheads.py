"""Headings that were run into the paragraph behind them, in a text that lost its line breaks.

In such a text a crosshead is a few words at the beginning of a sentence without a mark at their end, where the next
word has a capital from opening a sentence: "… he said. Travel ban The meeting may touch on it."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.corpus.blocks.piece import Piece
from newsclaim.sentences import sentence_starts

#: Shorter texts may have been one paragraph from the beginning; of others the paragraph is nearly the whole.
_LONG, _MOST = 1000, 0.8
_WORDS, _CHARACTERS = 9, 80
#: Words that are no names and open sentences, so that their capital tells of a new one.
_OPENS = re.compile(
    r"(?<=[\w’\"'?%)])\s+(?=(?:The|A|An|In|On|At|He|She|It|They|But|And|As|For|After|Before|When|While|This|That|These|Those"
    r"|There|His|Her|Its|Their|If|By|From|With|Some|Many|More|Most|Since|Under|Several|Although|However|Last|Earlier"
    r"|Meanwhile|Speaking|According|Despite|During|Another|Following),? [a-z])"
)
#: Titles of people and kinds of things that a name of one of those words goes on from: "Mr He", "Class A drug dealers".
_NAMED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Madam|Mayor|Judge|President|Premier|Senator|Governor|General|Professor|[Mm]inister|[Ss]pokes(?:wo)?man"
    r"|[Dd]irector|[Oo]fficial|[Aa]ctor|[Aa]ctress|[Ss]inger|[Aa]ctivist|[Ll]awyer)\.?"
    r"|(?:[Cc]lass|[Cc]ategory|[Gg]roup|[Gg]rade|[Tt]ype|[Ss]eries?|[Vv]itamin|[Hh]epatitis|[Ii]nfluenza|[Pp]lan|[Ss]ection"
    r"|[Ll]evel|[Bb]lock|[Tt]itle|[Pp]art|[Tt]eam|[Tt]ier|[Ss]chedule|[Pp]hase|[Ss]tage|[Ww]ing|[Tt]erminal))$"
)
_ENDS = re.compile(r"[.!?…][\"”’)]*\s")
_BEGINS = re.compile(r"[A-Z\d'‘]")


def crossheads(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield the headings in the paragraph `text[start:end]`, where it is a whole article in one line."""
    if end - start < max(_LONG, _MOST * len(text)):
        return
    for at in sentence_starts(text, start, end):
        found = _OPENS.search(text, at, min(end, at + _CHARACTERS))
        if found and _is_heading(text[at : found.start()]):
            yield Piece(at, found.start(), "heading")


def _is_heading(line: str) -> bool:
    """Return whether words may be a heading: few, one sentence without its full stop, no part of a quotation."""
    closed = line.count('"') % 2 == 0 and line.count("(") == line.count(")") and "“" not in line
    short = closed and bool(_BEGINS.match(line)) and len(line.split()) <= _WORDS
    return short and not _ENDS.search(line) and not _NAMED.search(line)
