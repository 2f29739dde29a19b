"""Links, requests, notices and corrections that were set into a paragraph or glued to it.

Each is known by how it begins, at the beginning of a sentence or with a capital in the middle of one, and never inside
quotation marks. Where a headline is named, it ends with its sentence, or where a new sentence begins behind it without
a full stop: a headline in sentence case has no capital article in its middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsclaim import lexicon
from newsclaim.corpus.blocks.piece import Piece
from newsclaim.sentences import sentence_starts

_LOOKAHEAD = re.compile(r"\(\?=([^()]*)\)")
_SENTENCE_END = re.compile(r"[.!?…][”\"’)]*(?=\s|\Z)")
_NEW_SENTENCE = re.compile(
    r"(?<=[\w’”\"'!?%)])\s+(?=(?:The|A|An|In|On|At|He|She|It|They|But|And|As|For|After|Before|When|While|This|That|There"
    r"|We|I|Mr|Mrs|Ms|Dr|His|Her|Its|Their|If|By|From|With|Some|Many|More|Most|Since|Under|Several)\.? [a-z])"
)
_BULLET = re.compile(r"(?:[•*·▪●◦†–—-]+ ?)+(?=[\w(])")
_MOST_WORDS, _FEWEST_WORDS = 40, 3
#: Behind these a word with a capital goes on with the sentence.
_LEADS = re.compile(r"\b(?:the|an?|of|and|to|[io]n|at|by|for|with|from|as|its|his|her|our|their)\s*\Z", re.IGNORECASE)


def is_correction(line: str) -> bool:
    """Return whether a paragraph is a correction: it begins as one, and no more follows behind its brackets."""
    at = _bullet_end(line, 0)
    begins = _corrections().match(line, at) is not None
    return begins and _bracket_end(line, at, len(line)) == len(line)


def asides(text: str, start: int, end: int, *, opens: bool = False) -> Iterator[Piece]:
    """Yield what in the paragraph `text[start:end]` is no part of the account, in order.

    `opens`: it is the first of the text, where "Video: Storm hits coast" is the headline and no link.
    """
    starts = [_bullet_end(text, at) for at in sentence_starts(text, start, end)]
    corrected = next((at for at in starts if _corrections().match(text, at, end) and not _quoted(text, start, at)), end)
    at = start + opens
    if not _may_hold(text, at, corrected, starts):
        at = corrected
    while (found := _openings().search(text, at, corrected)) is not None:
        at = found.end()
        if _stands_alone(text, found, starts, start):
            stop = _headline_end(text, found.end(), corrected) if found.lastgroup == "aside" else found.end()
            yield Piece(found.start(), stop, "boilerplate")
            at = max(stop, at)
    if corrected < end:
        yield Piece(corrected, _bracket_end(text, corrected, end), "correction")


def _may_hold(text: str, start: int, end: int, starts: Sequence[int]) -> bool:
    """Return whether one of the openings begins at a place where it may stand; there are few such places."""
    low = (at for at in starts if start <= at < end and text[at].islower())
    return _set_in().search(text, start, end) is not None or any(_openings().match(text, at, end) for at in low)


def _bullet_end(text: str, at: int) -> int:
    """Return where a line's words begin behind the bullet or star that it has."""
    found = _BULLET.match(text, at)
    return found.end() if found else at


def _stands_alone(text: str, found: re.Match[str], starts: Sequence[int], start: int) -> bool:
    at = found.start()
    if _quoted(text, start, at):
        return False
    if at in starts or text[at - 1] in "|•·»":
        return True
    before = text[start:at].rstrip()
    if before[-1:] in ".!?”" and text[at] in "©(":
        return True
    cut_in = text[at].isupper() and len(found.group()) >= len("Watch:") and before[-1:] not in "“‘\"'([-–—/"
    return cut_in and not _LEADS.search(before)


def _headline_end(text: str, at: int, end: int) -> int:
    """Return where the headline ends that begins at `at`."""
    words = list(re.finditer(r"\S+", text[at:end]))[:_MOST_WORDS]
    low = at + words[_FEWEST_WORDS - 1].end() if len(words) >= _FEWEST_WORDS else end
    stops = [found.end() for found in [_SENTENCE_END.search(text, at, end)] if found]
    stops += [found.start() for found in [_NEW_SENTENCE.search(text, low, end)] if found]
    return min(stops, default=end)


def _bracket_end(text: str, at: int, end: int) -> int:
    """Return the end of a correction: that of its brackets, or that of the paragraph."""
    close = text.find(")", at, end) + 1
    return close if text[at] == "(" and close else end


def _quoted(text: str, start: int, at: int) -> bool:
    """Return whether a place in a paragraph lies inside quotation marks."""
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile(_any(lexicon.load("furniture")["corrections"]), re.IGNORECASE)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_opening()}", re.IGNORECASE)


@cache
def _set_in() -> re.Pattern[str]:
    """The openings that begin with no small letter, as nearly all sentences do, or behind a mark between links."""
    return re.compile(rf"(?<![\w-])(?:(?-i:(?=[^a-z\s]))|(?<=[|•·»])){_opening()}", re.IGNORECASE)


def _opening() -> str:
    lists = lexicon.load("furniture")
    return rf"(?:(?P<aside>{_any(lists['asides'])})|(?P<notice>{_any(lists['notices'])}))"


def _any(patterns: Sequence[str]) -> str:
    """Return the patterns as one; what they look for behind themselves keeps its capitals."""
    exact = (_LOOKAHEAD.sub(r"(?-i:(?=\1))", pattern) for pattern in patterns)
    return "|".join(f"(?:{pattern})" for pattern in exact)
