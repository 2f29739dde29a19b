"""Tokens → words as a reader sees them, and runs of capitalised words that may hold names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.models import SILENT, Article
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

_JOINTS = "-‐‑–'’"
#: Longer runs are lists or shouting, and cutting them would take time that grows with the square of their length.
LONGEST_RUN = 24
#: Shorter words have no capital in a headline, and in fewer words capitals tell nothing.
_SHORT = 3
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_ARTICLED = re.compile(r"(?:[a-z]{2}-|[dl]['’])[A-Z]")
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART"})
_QUOTES = frozenset('"“”„«»')


class Word(NamedTuple):
    """A stretch of text without white space or punctuation around it: tokens `i` to `j`, offsets into the text."""

    i: int
    j: int
    start: int
    end: int
    text: str

    @property
    def upper(self) -> bool:
        """Whether it is written with a capital, if only behind an article: "al-Assad", "d'Ivoire"."""
        text = self.text
        return text[0].isupper() or (not text.isalpha() and _ARTICLED.match(text) is not None)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with the particles and "of" between them; `headline`: in a title-cased line."""

    words: tuple[Word, ...]
    headline: bool
    initial: bool


def find_runs(w: Tokens, article: Article) -> Iterator[Run]:
    """Yield the runs of an article in text order; none crosses a block or mark, or is in a silent one."""
    starts = [block.start for block in article.blocks]
    current: list[Word] = []
    headline, block, last = False, -1, None
    for word in words_of(w):
        while block + 1 < len(starts) and starts[block + 1] <= word.start:
            block += 1
            yield from _close(w, current, headline)
            headline = _is_headline(w, article, block)
        if block >= 0 and article.blocks[block].kind in SILENT:
            continue
        if not current and not word.upper:
            last = word  # most words: nothing is open and nothing begins
            continue
        if last is not None and current and not _adjacent(last, word):
            yield from _close(w, current, headline)
        last = word
        if len(current) == LONGEST_RUN:
            yield from _close(w, current, headline)
        if _belongs(w, word, current) or (not headline and _joins_aim(w, word, current)):
            current.append(word)
        else:
            yield from _close(w, current, headline)
    yield from _close(w, current, headline)


def words_of(w: Tokens) -> Iterator[Word]:
    """Yield the words of a document, hyphenated ones whole, punctuation and possessives left out."""
    texts, starts, ends = w.text, w.start, w.end
    i, n = 0, len(w)
    while i < n:
        if not (texts[i][0].isalnum() or texts[i] == "&"):
            i += 1
            continue
        j = i + 1
        while j < n and starts[j] == ends[j - 1] and _continues(w, j):
            j += 1
        if j - i > 1 and _hangs(w, j):
            j -= 1
        yield Word(i, j, starts[i], ends[j - 1], texts[i] if j == i + 1 else w.words(i, j))
        i = j


def _continues(w: Tokens, j: int) -> bool:
    text, before = w.text[j], w.text[j - 1]
    if text[0].isalnum():
        return before in _JOINTS
    if text in _POSSESSIVES and before in word_list("runs", "owners"):
        return True
    if text in ("'", "’") and before.endswith("s") and _guild(w, j):
        return True  # "Dockers' Union"
    if text == "." and is_head(before + "."):
        return True  # "Sgt" and "." are two tokens
    return text in _JOINTS and j + 1 < len(w) and w.tied(j) and w.text[j + 1][0].isalnum()


def _guild(w: Tokens, j: int) -> bool:
    """Whether a possessive plural goes on to what its owners founded: "Miners' Union", not "the States' Congress"."""
    after = w.text[j + 1] if j + 1 < len(w) else ""
    founded = after[:1].isupper() and after.casefold() in word_list("organisations", "founded")
    return founded and lookup(w.text[j - 1]) is None


def _hangs(w: Tokens, j: int) -> bool:
    """Whether the last token is a loose joint, or a possessive that no capitalised word follows ("the People's")."""
    last = w.text[j - 1]
    if last in _POSSESSIVES and (w.text[j - 2] in word_list("runs", "owners") or _guild(w, j - 1)):
        return j >= len(w) or not w.text[j][0].isupper()
    return last in _JOINTS


def _adjacent(last: Word, word: Word) -> bool:
    return last.j == word.i


def _belongs(w: Tokens, word: Word, current: list[Word]) -> bool:
    if current and organisations.is_outlet(f"{current[-1].text} {word.text}"):
        return True  # "USA Today"
    if _ends_name(w, word) or (not current and _opens_no_name(w, word)):
        return False
    if word.text.isdigit() and current and current[-1].text in ("Number", "No"):
        return True  # "Number 10"
    if word.upper:
        return bool(current) or not _is_function(w, word.i)
    return bool(current) and (
        word.text in word_list("mentions", "particles")
        or (word.text in ("of", "for", "and") and w.iob[word.i] == "I")
        or _joins_firm(w, word)
        or _joins_subjects(w, word, current)
        or _joins_matter(w, word, current)
        or word.text == "of"
        or (word.text == "the" and current[-1].text in ("of", "for"))
        or (word.text == "for" and _can_have_purpose(current[-1].text))
    )


def _ends_name(w: Tokens, word: Word) -> bool:
    if word.text in word_list("mentions", "breakers"):
        return not _is_first_name(w, word)
    return "]" in word.text or "[" in word.text


def _is_first_name(w: Tokens, word: Word) -> bool:
    """Whether a word of the calendar or of papers is a first name here: "Bill Renshaw", "April Dunmore"."""
    after = word.i + 1
    if word.j != after or after >= len(w) or word.text not in word_list("runs", "first_names"):
        return False
    label, following = w.ent[word.i], w.text[after]
    if following in word_list("mentions", "particles") and after + 1 < len(w):
        after += 1  # "Bill de Lange"
        following = w.text[after]
    if not following[0].isupper() or following in word_list("mentions", "breakers"):
        return False
    if label in ("PERSON", "GPE", "ORG") and w.iob[after] == "I":
        return True
    dated = word.i > 0 and w.low[word.i - 1] in word_list("runs", "before_dates")
    return not dated and not is_head(following) and not lookup(following) and _is_family_name(w, after)


def _is_family_name(w: Tokens, i: int) -> bool:
    """Whether the word at `i` stands elsewhere in the article alone, or behind another first name."""
    word = w.text[i]
    others = (k for k, text in enumerate(w.text[:-1]) if k != i and text == word)
    return any(not w.text[k + 1][0].isupper() and w.text[k - 1] != w.text[i - 1] for k in others)


def _opens_no_name(w: Tokens, word: Word) -> bool:
    """Whether a word has its capital from the sentence or says where a name is from: "One of", "Denver-based"."""
    if word.text in word_list("runs", "quantifiers"):
        after = w.low[word.j] if word.j < len(w) else ""
        return after == "of" or w.ent[word.i] not in ("ORG", "PERSON", "WORK_OF_ART")
    first, hyphen, last = word.text.rpartition("-")
    return bool(hyphen and first) and (last in word_list("runs", "descriptive_ends") or last == "old")


def _joins_subjects(w: Tokens, word: Word, current: list[Word]) -> bool:
    """Whether "and" joins what one body is for: "Oldport Fire and Rescue"."""
    if word.text != "and" or word.j >= len(w) or not w.text[word.j][0].isupper():
        return False
    return {current[-1].text.casefold(), w.low[word.j]} <= word_list("runs", "subjects")


def _joins_matter(w: Tokens, word: Word, current: list[Word]) -> bool:
    """Whether "on" says what a body is about: "Commission on International Trade", not "Council on Monday"."""
    if word.text != "on" or word.j >= len(w) or current[-1].text.casefold() not in word_list("runs", "about"):
        return False
    after = w.text[word.j]
    return after[0].isupper() and after not in word_list("mentions", "breakers")


def _joins_aim(w: Tokens, word: Word, current: list[Word]) -> bool:
    """Whether "to" says what a body was founded for: "Committee to Protect Divers", not "Council to vote"."""
    if word.text != "to" or not current or word.j + 1 >= len(w) or not _can_have_purpose(current[-1].text):
        return False
    return all(
        text[0].isupper() and text not in word_list("mentions", "breakers") for text in w.text[word.j : word.j + 2]
    )


def _joins_firm(w: Tokens, word: Word) -> bool:
    """Whether "&" joins the names of one firm, or "and" before a legal form: "Ernst & Lindh", "Ernst and Lindh LLP"."""
    if word.j >= len(w) or not w.text[word.j][0].isupper():
        return False
    last = w.text[word.j + 1] if word.j + 1 < len(w) else ""
    return word.text == "&" or (word.text == "and" and organisations.has_legal_form(f"{w.text[word.j]} {last}"))


def _can_have_purpose(text: str) -> bool:
    """Whether "for" may go on with the name of a body: "Centre for Biology", not "Parliament for"."""
    word = text.casefold()
    return word in word_list("organisations", "marks") and word not in word_list("mentions", "sole_bodies")


def _is_function(w: Tokens, i: int) -> bool:
    text = w.text[i]
    if text in ("The", "A", "An"):
        return True
    return w.pos[i] in _FUNCTION and w.iob[i] != "B" and not (text.isupper() and len(text) > 1)


def _close(w: Tokens, current: list[Word], headline: bool) -> Iterator[Run]:
    while current and not (current[-1].upper or current[-1].text.isdigit()):
        current.pop()
    if current:
        yield Run(tuple(current), headline, _is_initial(w, current[0].i))
    current.clear()


def _is_initial(w: Tokens, i: int) -> bool:
    return w.opens_sentence(i) or w.text[i - 1] in _QUOTES or w.text[i - 1] in (":", "•", "-", "–", "—", "*")


def _is_headline(w: Tokens, article: Article, block: int) -> bool:
    piece = article.blocks[block]
    if piece.end - piece.start > 200 or article.text[piece.start : piece.end].rstrip().endswith((".", "”", '"')):
        return False
    content = [t for t in w.text[w.at(piece.start) : w.at(piece.end)] if t.isalpha() and len(t) > _SHORT]
    return len(content) > _SHORT and sum(t[0].isupper() for t in content) >= 0.8 * len(content)
