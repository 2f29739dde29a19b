"""Tokens → words as a reader sees them, and runs of capitalised words that may hold names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.lexicon import words as word_list
from newsclaim.models import SILENT, Article
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINTS = "-‐‑–'’"
#: Longer runs are lists or shouting, and cutting them would take time that grows with the square of their length.
LONGEST_RUN = 24
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
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
        if not current and not word.upper:
            last = word  # most words: nothing is open and nothing begins
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
    texts, starts = [t.text for t in doc], [t.idx for t in doc]
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    whole = doc.text
    i, n = 0, len(doc)
    while i < n:
        if not (texts[i][0].isalnum() or texts[i] == "&"):
            i += 1
            continue
        j = i + 1
        while j < n and starts[j] == ends[j - 1] and _continues(doc, j):
            j += 1
        if j - i > 1 and _hangs(doc, j):
            j -= 1
        yield Word(i, j, starts[i], ends[j - 1], whole[starts[i] : ends[j - 1]])
        i = j


def _continues(doc: Doc, j: int) -> bool:
    token, before = doc[j], doc[j - 1]
    if token.text in _POSSESSIVES and before.text in word_list("runs", "owners"):
        return True
    if token.text in ("'", "’") and before.text.endswith("s") and _guild(doc, j):
        return True  # "Dockers' Union"
    if token.text == "." and is_head(before.text + "."):
        return True  # "Sgt" and "." are two tokens
    if token.text in _JOINTS:
        return j + 1 < len(doc) and not token.whitespace_ and doc[j + 1].text[0].isalnum()
    return before.text in _JOINTS and token.text[0].isalnum()


def _guild(doc: Doc, j: int) -> bool:
    """Whether a possessive plural goes on to what its owners founded: "Miners' Union", not "the States' Congress"."""
    after = doc[j + 1].text if j + 1 < len(doc) else ""
    founded = after[:1].isupper() and after.casefold() in word_list("organisations", "founded")
    return founded and lookup(doc[j - 1].text) is None


def _hangs(doc: Doc, j: int) -> bool:
    """Whether the last token is a loose joint, or a possessive that no capitalised word follows ("the People's")."""
    last = doc[j - 1].text
    if last in _POSSESSIVES and (doc[j - 2].text in word_list("runs", "owners") or _guild(doc, j - 1)):
        return j >= len(doc) or not doc[j].text[0].isupper()
    return last in _JOINTS


def _adjacent(last: Word, word: Word) -> bool:
    return last.j == word.i


def _belongs(doc: Doc, word: Word, current: list[Word]) -> bool:
    if current and organisations.is_outlet(f"{current[-1].text} {word.text}"):
        return True  # "USA Today"
    if _ends_name(doc, word) or (not current and _opens_no_name(doc, word)):
        return False
    if word.text.isdigit() and current and current[-1].text in ("Number", "No"):
        return True  # "Number 10"
    if word.upper:
        return bool(current) or not _is_function(doc[word.i])
    token = doc[word.i]
    return bool(current) and (
        word.text in word_list("mentions", "particles")
        or (word.text in ("of", "for", "and") and token.ent_iob_ == "I")
        or _joins_firm(doc, word)
        or _joins_subjects(doc, word, current)
        or word.text == "of"
        or (word.text == "the" and current[-1].text in ("of", "for"))
        or (word.text == "for" and _can_have_purpose(current[-1].text))
    )


def _ends_name(doc: Doc, word: Word) -> bool:
    if word.text in word_list("mentions", "breakers"):
        return not _is_first_name(doc, word)
    return "]" in word.text or "[" in word.text


def _is_first_name(doc: Doc, word: Word) -> bool:
    """Whether a word of the calendar or of papers is a first name here: "Bill Renshaw", "April Dunmore"."""
    after = word.i + 1
    if word.j != after or after >= len(doc) or word.text not in word_list("runs", "first_names"):
        return False
    label, following = doc[word.i].ent_type_, doc[after]
    if not following.text[0].isupper() or following.text in word_list("mentions", "breakers"):
        return False
    if label in ("PERSON", "GPE", "ORG") and following.ent_iob_ == "I":
        return True
    dated = word.i > 0 and doc[word.i - 1].lower_ in word_list("runs", "before_dates")
    return not dated and not is_head(following.text) and not lookup(following.text) and _is_family_name(doc, after)


def _is_family_name(doc: Doc, i: int) -> bool:
    """Whether the word at `i` stands elsewhere in the article alone, or behind another first name."""
    word = doc[i].text
    others = (t.i for t in doc if t.i != i and t.text == word and t.i + 1 < len(doc))
    return any(not doc[k + 1].text[0].isupper() and doc[k - 1].text != doc[i - 1].text for k in others)


def _opens_no_name(doc: Doc, word: Word) -> bool:
    """Whether a word has its capital from the sentence or says where a name is from: "One of", "Denver-based"."""
    if word.text in word_list("runs", "quantifiers"):
        after = doc[word.j].lower_ if word.j < len(doc) else ""
        return after == "of" or doc[word.i].ent_type_ not in ("ORG", "PERSON", "WORK_OF_ART")
    first, hyphen, last = word.text.rpartition("-")
    return bool(hyphen and first) and (last in word_list("runs", "descriptive_ends") or last == "old")


def _joins_subjects(doc: Doc, word: Word, current: list[Word]) -> bool:
    """Whether "and" joins what one body is for: "Oldport Fire and Rescue"."""
    if word.text != "and" or word.j >= len(doc) or not doc[word.j].text[0].isupper():
        return False
    return {current[-1].text.casefold(), doc[word.j].lower_} <= word_list("runs", "subjects")


def _joins_firm(doc: Doc, word: Word) -> bool:
    """Whether "&" joins the names of one firm: "Ernst & Lindh"."""
    return word.text == "&" and word.j < len(doc) and doc[word.j].text[0].isupper()


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
