"""An article's text as the language model takes it: without line breaks in paragraphs, long texts in parts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newsclaim.errors import InternalError
from newsclaim.models import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Longer texts (books, live pages) are cut into parts of about this many characters.
PART = 20_000
#: A paragraph that is longer than a part is cut behind a sentence, else between words.
_BREAKS = (re.compile(r"[.!?][\"”’)]*\s+(?=\S)"), re.compile(r"\s+(?=\S)"))
#: The tokenizer's time is quadratic in the length of a string without white space: longer ones are cut bluntly.
_LONG_RUN = re.compile(r"\S{500,}")
_PIECE = 100
#: A question mark before a number is a currency sign that was lost on the way to us ("worth ?36bn").
_LOST_SIGN = re.compile(r"\?(?<![^\s(\[–—-]\?)(?=\d)")
_SIGN = "£"

#: A text or a part of one, and whether its article ends with it.
Part = tuple["Doc", bool]


def in_parts(nlp: Language, articles: Iterable[Article], longest: int) -> Iterator[Part]:
    """Yield the tokens of each article, of one that is longer than `longest` in several parts."""
    for article in articles:
        text = unwrapped(article)
        starts = {block.start for block in article.blocks}
        begins = cuts(text, article.blocks, PART) if len(text) > longest else [0]
        for start, end in pairwise([*begins, len(text)]):
            yield _tokens(nlp, text[start:end], {at - start for at in starts}), end == len(text)


def cuts(text: str, blocks: Sequence[Block], room: int) -> Iterator[int]:
    """Yield where the parts of a text begin, each of `room` characters at most: 0, and where there is no more room.

    They begin with a block; a block that has no room in one begins others with a sentence, else with a word.
    """
    yield (begin := 0)
    for block in blocks:
        if block.end - begin > room and block.start > begin:
            yield (begin := block.start)
        while block.end - begin > room:
            yield (begin := _break(text, begin + room // 2, begin + room))


def _break(text: str, low: int, high: int) -> int:
    """Return where to cut a paragraph between two offsets, `high` when it has neither sentences nor words."""
    found = ([mark.end() for mark in pattern.finditer(text, low, high)] for pattern in _BREAKS)
    return next((ends[-1] for ends in found if ends), high)


def joined(parts: Iterable[Part]) -> Iterator[Doc]:
    """Yield a Doc for each article, its parts put together."""
    begun: list[Doc] = []
    for part, ends in parts:
        begun.append(part)
        if ends:
            yield begun[0] if len(begun) == 1 else _one(begun)
            begun = []


def _tokens(nlp: Language, text: str, starts: set[int]) -> Doc:
    doc = _tokenised(nlp, text)
    told: Any = doc.to_array("IDX")
    places: list[int] = told.tolist()
    for start in starts:
        number = bisect_left(places, start)
        if number < len(places) and places[number] == start:
            doc[number].is_sent_start = True
    return doc


def unwrapped(article: Article) -> str:
    """Return the text without line breaks inside a block and with lost currency signs, all offsets as they were.

    The language model takes a line break for an end; in hard-wrapped text it stands in the middle of a sentence. So it
    takes a question mark that stands before a number for a lost sign.
    """
    parts: list[str] = []
    done = 0
    for block in article.blocks:
        parts += [article.text[done : block.start], article.text[block.start : block.end].replace("\n", " ")]
        done = block.end
    parts.append(article.text[done:])
    return _LOST_SIGN.sub(_SIGN, "".join(parts))


def _tokenised(nlp: Language, text: str) -> Doc:
    runs = list(_LONG_RUN.finditer(text))
    if not runs:
        return nlp.make_doc(text)
    from spacy.tokens import Doc

    pieces: list[Doc] = []
    done = 0
    for run in runs:
        pieces.append(nlp.make_doc(text[done : run.start()]))
        words = [run.group()[i : i + _PIECE] for i in range(0, len(run.group()), _PIECE)]
        pieces.append(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        done = run.end()
    pieces.append(nlp.make_doc(text[done:]))
    return _one([piece for piece in pieces if len(piece)])


def _one(docs: list[Doc]) -> Doc:
    """Return Docs as one, text behind text."""
    from spacy.tokens import Doc

    whole = Doc.from_docs(docs, ensure_whitespace=False)
    if whole is None:
        raise InternalError.of("put the parts of a text together", ValueError("there are none"))
    return whole
