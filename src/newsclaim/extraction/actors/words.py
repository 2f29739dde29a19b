"""Tokens → words as a reader sees them, and runs of capitalised words that may hold names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.lexicon import words as word_list
from newsclaim.models import SILENT, Article
from newsclaim.names import organisations

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINTS = "-‐‑–'’"
#: Longer runs are lists or shouting, and cutting them would take time that grows with the square of their length.
LONGEST_RUN = 24
#: "People's Republic", "Children's Fund": a possessive inside a name.
_OWNERS = frozenset(
    {
        "People",
        "Children",
        "Women",
        "Men",
        "Workers",
        "Veterans",
        "Teachers",
        "Farmers",
        "King",
        "Queen",
        "Lord",
        "Writers",
        "Nurses",
        "Players",
        "Voters",
        "Citizens",
        "Sheriff",
        "Prosecutor",
        "Governor",
        "Coroner",
        "Mayor",
        "Ombudsman",
    }
)
_ARTICLED = re.compile(r"(?:[a-z]{2}-|[dl]['’])[A-Z]")
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART"})
_QUOTES = frozenset('"“”„«»')


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of text without white space or punctuation around it: tokens `i` to `j`, offsets into the text."""

    i: int
    j: int
    start: int
    end: int
    text: str

    @property
    def upper(self) -> bool:
        """Whether it is written with a capital, if only behind an article: "al-Assad", "d'Ivoire"."""
        return self.text[:1].isupper() or _ARTICLED.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with the particles and "of" between them; `headline`: in a title-cased line."""

    words: tuple[Word, ...]
    headline: bool
    initial: bool


def find_runs(doc: Doc, article: Article) -> Iterator[Run]:
    """Yield the runs of an article in text order; none crosses a block or mark, or is in a silent one."""
    starts = [block.start for block in article.blocks]
    current: list[Word] = []
    headline, block, last = False, -1, None
    for word in words_of(doc):
        while block + 1 < len(starts) and starts[block + 1] <= word.start:
            block += 1
            yield from _close(doc, current, headline)
            headline = _is_headline(doc, article, block)
        if block >= 0 and article.blocks[block].kind in SILENT:
            continue
        if last is not None and current and not _adjacent(last, word):
            yield from _close(doc, current, headline)
        last = word
        if len(current) == LONGEST_RUN:
            yield from _close(doc, current, headline)
        if _belongs(doc, word, current):
            current.append(word)
        else:
            yield from _close(doc, current, headline)
    yield from _close(doc, current, headline)


def words_of(doc: Doc) -> Iterator[Word]:
    """Yield the words of a document, hyphenated ones whole, punctuation and possessives left out."""
    i, n = 0, len(doc)
    while i < n:
        if not _is_wordy(doc[i]):
            i += 1
            continue
        j = i + 1
        while j < n and not doc[j - 1].whitespace_ and _continues(doc, j):
            j += 1
        if j - i > 1 and _hangs(doc, j):
            j -= 1
        start, end = doc[i].idx, doc[j - 1].idx + len(doc[j - 1])
        yield Word(i, j, start, end, doc[i:j].text)
        i = j


def _is_wordy(token: Token) -> bool:
    return token.text[0].isalnum() and not token.is_space


def _continues(doc: Doc, j: int) -> bool:
    token, before = doc[j], doc[j - 1]
    if token.text in ("'s", "’s", "'", "’") and before.text in _OWNERS:
        return True
    if token.text in _JOINTS:
        return j + 1 < len(doc) and not token.whitespace_ and doc[j + 1].text[0].isalnum()
    return before.text in _JOINTS and token.text[0].isalnum()


def _hangs(doc: Doc, j: int) -> bool:
    """Whether the last token is a loose joint, or a possessive that no capitalised word follows ("the People's")."""
    last = doc[j - 1].text
    if last in ("'s", "’s", "'", "’") and doc[j - 2].text in _OWNERS:
        return j >= len(doc) or not doc[j].text[0].isupper()
    return last in _JOINTS


def _adjacent(last: Word, word: Word) -> bool:
    return last.j == word.i


def _belongs(doc: Doc, word: Word, current: list[Word]) -> bool:
    if current and organisations.is_outlet(f"{current[-1].text} {word.text}"):
        return True  # "USA Today"
    if word.text in word_list("mentions", "breakers") or "]" in word.text or "[" in word.text:
        return False
    if word.text.isdigit() and current and current[-1].text in ("Number", "No"):
        return True  # "Number 10"
    if word.upper:
        return bool(current) or not _is_function(doc[word.i])
    token = doc[word.i]
    return bool(current) and (
        word.text in word_list("mentions", "particles")
        or (word.text in ("of", "for", "and", "&") and token.ent_iob_ == "I")
        or word.text == "of"
        or (word.text == "the" and current[-1].text in ("of", "for"))
        or (word.text == "for" and _can_have_purpose(current[-1].text))
    )


def _can_have_purpose(text: str) -> bool:
    """Whether "for" may go on with the name of a body: "Centre for Biology", not "Parliament for"."""
    word = text.casefold()
    return word in word_list("organisations", "marks") and word not in word_list("mentions", "sole_bodies")


def _is_function(token: Token) -> bool:
    return (
        token.pos_ in _FUNCTION and token.ent_iob_ != "B" and not (token.text.isupper() and len(token) > 1)
    ) or token.text in ("The", "A", "An")


def _close(doc: Doc, current: list[Word], headline: bool) -> Iterator[Run]:
    while current and not (current[-1].upper or current[-1].text.isdigit()):
        current.pop()
    if current:
        yield Run(tuple(current), headline, _is_initial(doc, current[0].i))
    current.clear()


def _is_initial(doc: Doc, i: int) -> bool:
    token = doc[i]
    return (
        bool(token.is_sent_start)
        or i == 0
        or doc[i - 1].text in _QUOTES
        or doc[i - 1].text in (":", "•", "-", "–", "—", "*")
    )


def _is_headline(doc: Doc, article: Article, block: int) -> bool:
    piece = article.blocks[block]
    if piece.end - piece.start > 200 or article.text[piece.start : piece.end].rstrip().endswith((".", "”", '"')):
        return False
    span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is None:
        return False
    content = [t for t in span if t.is_alpha and len(t) > 3]
    return len(content) > 3 and sum(t.text[0].isupper() for t in content) >= 0.8 * len(content)
