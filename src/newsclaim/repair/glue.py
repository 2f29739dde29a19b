"""Words and marks that lost the space between them ("boat,”said", "saidRead", "Forceshave") → with the space.

Scrapers lose it where one element of a page ends and the next begins. A space is put in only where the words on both
sides tell that one is missing: names are written with a capital inside ("YouTube", "McAdam").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim import lexicon
from newsclaim.repair.edits import Edit

#: Web addresses, names of files and accounts are no sentences.
_ADDRESS = re.compile(
    r"\S*(?:://|www\.|@|\w/\w|\.(?:com|org|net|co|gov|edu|io|uk|html?|php|pdf|jpe?g|png)\b)\S*", re.IGNORECASE
)
#: A curly closing mark, or a single one behind a mark of punctuation, and a letter: "boat,”said", "boat,’she".
_CLOSED = re.compile(r"”(?=[^\W\d_]{2}|[AIai] )(?!s\b)|(?<=[,.?!])[’](?=[^\W\d_]{2})(?!s\b)")
#: A word or comma and a curly opening mark: "said,“We", "said“We".
_OPENED = re.compile(r"(?<=[^\W_])(?=“\w)|(?<=[,:;])(?=[“‘]\w)")
_STRAIGHT = re.compile(r'"')
#: A sentence ends and the next one begins: "boats.The", "years.Image"; or a comma, colon or semicolon between words.
_SENTENCE = re.compile(
    r"(?:(?<=[a-z]{2}[.!?])|(?<=[a-z]\d[.!?])|(?<=\d{3}[.!?])|(?<=[%)”][.!?])|(?<=[a-z][.!?][”)]))"
    r"(?=[“‘]?[A-Z][a-z’]+(?![a-z.]*[A-Z(_]))"
)
_COMMA = re.compile(r"(?:(?<=[a-z]{3}[,;])|(?<=[”’][,;]))(?=[A-Za-z]{2,})|(?<=[a-z]{3}:)(?=[A-Z][a-z])")
#: "saidRead", "theUnited": a small common word and a capitalised one.
_CAMEL = re.compile(r"(?<![\w.@#/-])([a-z]{2,12})(?=([A-Z][a-z]{2,})\b)")
_WORD = re.compile(r"(?<![\w.@#/-])[^\W\d_]{6,30}(?![\w@/])")


def glue(text: str) -> Iterator[Edit]:
    """Yield an insertion of a space wherever one was lost."""
    gaps = {*_marks(text), *_ends(text), *_words(text)}
    addresses = [(found.start(), found.end()) for found in _ADDRESS.finditer(text)] if gaps else []
    for at in sorted(gaps):
        if not any(start < at < end for start, end in addresses):
            yield Edit(at, at, " ")


def _marks(text: str) -> Iterator[int]:
    yield from (found.end() for found in _CLOSED.finditer(text))
    yield from (found.start() for found in _OPENED.finditer(text))
    for line in re.finditer(r"[^\n]+", text) if '"' in text else ():
        yield from _straight(text, [found.start() for found in _STRAIGHT.finditer(text, line.start(), line.end())])


def _straight(text: str, marks: list[int]) -> Iterator[int]:
    """Yield the gaps beside straight marks of one line; in turn they open and close."""
    if len(marks) % 2:
        return
    for number, at in enumerate(marks):
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if number % 2 and before in (",", ".", "?", "!") and after.isalpha():
            yield at + 1
        elif not number % 2 and before in (",", ":", ".", "?", "!") and after.isalnum():
            yield at


def _ends(text: str) -> Iterator[int]:
    for pattern in (_SENTENCE, _COMMA):
        yield from (found.start() for found in pattern.finditer(text))


def _words(text: str) -> Iterator[int]:
    small = lexicon.words("repair", "before_capitals")
    yield from (found.end(1) for found in _CAMEL.finditer(text) if found[1] in small)
    yield from _unspaced(text)


def _unspaced(text: str) -> Iterator[int]:
    """Yield where "Forceshave" falls into a word that the text has elsewhere and a common one."""
    endings = tuple(sorted(lexicon.words("repair", "behind_words"), key=len, reverse=True))
    glued = [found for found in _WORD.finditer(text) if found.group().endswith(endings)]
    if not glued:
        return
    known = {found.group() for found in re.finditer(r"[^\W\d_]+", text)}
    for found in glued:
        word = found.group()
        for ending in endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= 4 and stem in known:
                yield found.end() - len(ending)
                break
