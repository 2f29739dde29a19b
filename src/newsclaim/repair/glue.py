"""Words and marks that lost the space between them ("boat,”said", "saidRead", "Forceshave") → with the space.

Scrapers lose it where one element of a page ends and the next begins. A space is put in only where the words on both
sides tell that one is missing: names are written with a capital inside ("YouTube", "McAdam").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from string import ascii_lowercase

from newsclaim import lexicon
from newsclaim.repair.edits import Edit

#: Web addresses, names of files and accounts are no sentences.
_ADDRESS = re.compile(r"://|www\.|@|\w/\w|\.(?:com|org|net|co|gov|edu|io|uk|html?|php|pdf|jpe?g|png)\b", re.IGNORECASE)
_RUN = re.compile(r"\S+")
#: A curly closing mark, or a single one behind a mark of punctuation, and a letter: "boat,”said", "boat,’she".
_CLOSED = (re.compile(r"”(?=[^\W\d_]{2}|[AIai] )(?!s\b)"), re.compile(r"’(?<=[,.?!]’)(?=[^\W\d_]{2})(?!s\b)"))
#: A word or comma and a curly opening mark: "said,“We", "said“We".
_OPENED = re.compile(r"“(?<=[^\W_]“)(?=\w)|[“‘](?<=[,:;].)(?=\w)")
_STRAIGHT = re.compile(r'"')
#: A sentence ends and the next one begins: "boats.The", "years.Image"; or a comma, colon or semicolon between words.
_SENTENCE = re.compile(
    r"(?:(?<=[a-z]{2}[.!?])|(?<=[a-z]\d[.!?])|(?<=\d{3}[.!?])|(?<=[%)”][.!?])|(?<=[a-z][.!?][”)]))"
    r"(?=[“‘]?[A-Z][a-z’]+(?![a-z.]*[A-Z(_]))"
)
#: Where either may be: they are looked at closely there only.
_MAY_END = re.compile(r"[.!?][”)]?(?=[“‘]?[A-Z])|[,;:](?=[A-Za-z])")
_COMMA = re.compile(r"(?:(?<=[a-z]{3}[,;])|(?<=[”’][,;]))(?=[A-Za-z]{2,})|(?<=[a-z]{3}:)(?=[A-Z][a-z])")
#: "saidRead", "theUnited": a small common word and a capitalised one.
_CAMEL = re.compile(r"(?<![\w.@#/-])([a-z]{2,12})(?=([A-Z][a-z]{2,})\b)")
_CAPITAL_INSIDE = re.compile(r"[A-Z](?<=[a-z].)(?=[a-z])")
_LONGEST_SMALL = 12
_LETTERS = re.compile(r"[^\W\d_]+")
#: What stands before the common word has so many letters.
_STEM = 4
#: What is found in so many texts is kept, those of two batches: each is read as it comes in and as it is analysed.
KEPT = 64
#: What is found in longer texts is not kept.
SHORT = 100_000
#: Two words that became one have so many letters together.
_GLUED = 6
_WORD = re.compile(rf"(?<![\w.@#/-])[^\W\d_]{{{_GLUED},30}}(?![\w@/])")
_RUN_OF_WORD = re.compile(r"\w+")


def glue(text: str) -> Sequence[Edit]:
    """Return an insertion of a space wherever one was lost."""
    return _glued(text) if len(text) > SHORT else _kept(text)


@lru_cache(maxsize=KEPT)
def _kept(text: str) -> Sequence[Edit]:
    return _glued(text)


def _glued(text: str) -> Sequence[Edit]:
    gaps = sorted({*_marks(text), *_ends(text), *_words(text)})
    return tuple(Edit(at, at, " ") for at in _outside_addresses(text, gaps))


def _outside_addresses(text: str, gaps: Sequence[int]) -> Iterator[int]:
    runs = _RUN.finditer(text) if gaps else iter(())
    run, is_address = next(runs, None), None
    for at in gaps:
        while run and run.end() <= at:
            run, is_address = next(runs, None), None
        if is_address is None and run:
            is_address = _ADDRESS.search(text, run.start(), run.end()) is not None
        if not (is_address and run and run.start() < at):
            yield at


def _marks(text: str) -> Iterator[int]:
    yield from (found.end() for pattern in _CLOSED for found in pattern.finditer(text))
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
    for found in _MAY_END.finditer(text):
        if _SENTENCE.match(text, found.end()) or _COMMA.match(text, found.end()):
            yield found.end()


def _words(text: str) -> Iterator[int]:
    small = lexicon.words("repair", "before_capitals")
    for found in _CAPITAL_INSIDE.finditer(text):
        at = found.start()
        before = text[max(0, at - _LONGEST_SMALL) : at]
        word = _CAMEL.match(text, at - len(before) + len(before.rstrip(ascii_lowercase)))
        if word and word.end() == at and word[1] in small:
            yield at
    yield from _unspaced(text)


def _unspaced(text: str) -> Iterator[int]:
    """Yield where "Forceshave" falls into a word that the text has elsewhere and a common one."""
    known = _letter_runs(text)
    endings = _endings()
    stems = ((word, _stem(word, known)) for word in known if word.endswith(endings) and len(word) >= _GLUED)
    glued = {word: stem for word, stem in stems if stem}
    for found in _WORD.finditer(text) if glued else ():
        if found.group() in glued:
            yield found.start() + len(glued[found.group()])


def _letter_runs(text: str) -> set[str]:
    """Return all letters of a text that stand together, each run once; few have digits beside them."""
    runs = set(_RUN_OF_WORD.findall(text))
    mixed = [run for run in runs if not run.isalpha()]
    return runs.difference(mixed).union(*map(_LETTERS.findall, mixed))


def _stem(word: str, known: Collection[str]) -> str:
    """Return the known word before the longest common one that a word ends with, "" where there is none."""
    cuts = (word.removesuffix(ending) for ending in _endings() if word.endswith(ending))
    return next((stem for stem in cuts if len(stem) >= _STEM and stem in known), "")


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("repair", "behind_words"), key=len, reverse=True))
