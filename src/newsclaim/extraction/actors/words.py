"""Tokens → words as a reader sees them, and runs of capitalised words that may hold names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import ne
from typing import NamedTuple

from newsclaim.extraction.actors.lostblanks import parts, parts_office
from newsclaim.extraction.actors.portfolios import is_matter, is_portfolio, lists_portfolio
from newsclaim.extraction.page.tokens import Tokens, among, past
from newsclaim.lexicon import words as word_list
from newsclaim.models import SILENT, Article
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import begins_name, is_head

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
        return text[:1].isupper() or (not text.isalpha() and _ARTICLED.match(text) is not None)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with the particles and "of" between them; `headline`: in a title-cased line."""

    words: tuple[Word, ...]
    headline: bool
    initial: bool


def find_runs(w: Tokens, article: Article) -> Iterator[Run]:
    """Yield the runs of an article in text order; none crosses a block or mark, or is in a silent one."""
    for first, last, headline in _lines(w, article):
        for row in _rows(w, first, last, headline=headline):
            yield Run(row, headline, _is_initial(w, row[0].i))


def _lines(w: Tokens, article: Article) -> Iterator[tuple[int, int, bool]]:
    """Yield the first and last token of each block that may hold names, and whether it is a title-cased line."""
    bounds = [w.at(block.start) for block in article.blocks] + [len(w)]
    yield 0, bounds[0], False
    for number, block in enumerate(article.blocks):
        if block.kind not in SILENT:
            yield bounds[number], bounds[number + 1], _is_headline(w, article, number)


def _rows(w: Tokens, first: int, last: int, *, headline: bool) -> Iterator[tuple[Word, ...]]:
    """Yield the words that stand together as names from a token to before another; most words are looked at once."""
    capitals = compress(range(first, last), map(ne, w.text[first:last], w.low[first:last]))
    done = first
    for k in capitals:
        if k < done:
            continue
        word = _word_around(w, k, done)
        done = word.j if word else k + 1
        if word and word.upper and _opens(w, word):
            row = _row(w, word, last, headline=headline)
            done = row[-1].j
            while not (row[-1].upper or row[-1].text.isdigit()):
                row.pop()
            yield tuple(row)


def _row(w: Tokens, word: Word, last: int, *, headline: bool) -> list[Word]:
    """Return a first word of a name and those behind it that go on with it."""
    row = [word]
    while len(row) < LONGEST_RUN:
        end = row[-1].j
        if w.text[end] == ",":
            end += lists_portfolio(w, [word.text for word in row], end)
        end += w.text[end : end + 1] == ["-"] and parts_office(w, end)
        following = word_at(w, end) if end < last else None
        if following is None or not _goes_on(w, following, row[-1].text, headline=headline):
            break
        row.append(following)
    return row


def _word_around(w: Tokens, k: int, low: int) -> Word | None:
    """Return the word that a token is part of, none that begins below `low`."""
    i = k
    while i > low and w.start[i] == w.end[i - 1]:
        i -= 1
    while i <= k:
        word = word_at(w, i)
        i = word.j if word else i + 1
        if word and i > k:
            return word
    return None


def word_at(w: Tokens, i: int) -> Word | None:
    """Return the word that begins with a token, a hyphenated one whole, without a possessive; None for a mark."""
    text, starts, ends = w.text[i], w.start, w.end
    if not (text[:1].isalnum() or text == "&"):
        return None
    j = i + 1
    if w.tied(i):
        j = past(j, len(w), lambda j: starts[j] == ends[j - 1] and _continues(w, j))
    j -= j - i > 1 and _hangs(w, j)
    j -= 2 * (j - i > 2 and parts(w, i, j - 2))
    return Word(i, j, starts[i], ends[j - 1], text if j == i + 1 else w.words(i, j))


def _continues(w: Tokens, j: int) -> bool:
    text, before = w.text[j], w.text[j - 1]
    if text[:1].isalnum():
        return before in _JOINTS
    if text in _POSSESSIVES and before in word_list("runs", "owners"):
        return True
    if text in ("'", "’") and before.endswith("s") and _guild(w, j):
        return True  # "Dockers' Union"
    if text == "." and is_head(before + "."):
        return True  # "Sgt" and "." are two tokens
    return text in _JOINTS and j + 1 < len(w) and w.tied(j) and w.text[j + 1][:1].isalnum()


def _guild(w: Tokens, j: int) -> bool:
    """Whether a possessive plural goes on to what its owners founded: "Miners' Union", not "the States' Congress"."""
    after = w.text[j + 1] if j + 1 < len(w) else ""
    founded = after[:1].isupper() and after.casefold() in word_list("organisations", "founded")
    return founded and lookup(w.text[j - 1]) is None


def _hangs(w: Tokens, j: int) -> bool:
    """Whether the last token is a loose joint, or a possessive that no capitalised word follows ("the People's")."""
    last = w.text[j - 1]
    if last in _POSSESSIVES and (w.text[j - 2] in word_list("runs", "owners") or _guild(w, j - 1)):
        return j >= len(w) or not w.text[j][:1].isupper()
    return last in _JOINTS


def _opens(w: Tokens, word: Word) -> bool:
    """Whether a name may begin with a word that has a capital."""
    return not (_ends_name(w, word) or _opens_no_name(w, word) or _is_function(w, word.i))


def _goes_on(w: Tokens, word: Word, before: str, *, headline: bool) -> bool:
    """Whether a name goes on with a word; `before` is the one it follows."""
    # "the carrier Halvern Corp. The filing", not "Mr. An Lee" or "J. On"
    opens = before[2:].endswith(".") and word.text in word_list("runs", "opens_next") and not is_head(before)
    if not opens and (word.upper or _joins(w, word, before)) and not begins_name(word.text) and not _ends_name(w, word):
        return True
    if word.upper and organisations.is_outlet(f"{before} {word.text}"):
        return True  # "USA Today"
    return word.text == "to" and not headline and not opens and _joins_aim(w, word, before)


def _joins(w: Tokens, word: Word, before: str) -> bool:
    """Whether a word without a capital stands inside a name: "of", particles, "Number 10"."""
    if word.text in word_list("mentions", "particles") or word.text == "of":
        return True
    if word.text.isdigit():
        return before in ("Number", "No")
    if word.text in ("for", "and") and w.iob[word.i] == "I":
        return True
    match word.text:
        case "&" | "and":
            joins = _joins_firm(w, word) or _joins_subjects(w, word, before)
        case "on":
            joins = _joins_matter(w, word, before)
        case "for":
            joins = _can_have_purpose(before) or is_portfolio(w, word.i, word.j, before)
        case _:
            joins = word.text == "the" and before in ("of", "for")
    return joins


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
    return any(
        k != i and not w.text[k + 1][:1].isupper() and w.text[k - 1] != w.text[i - 1] for k in among(w.text, (word,))
    )


def _opens_no_name(w: Tokens, word: Word) -> bool:
    """Whether a word has its capital from the sentence or says where a name is from: "One of", "Denver-based"."""
    if word.text in word_list("runs", "quantifiers"):
        after = w.low[word.j] if word.j < len(w) else ""
        return after == "of" or w.ent[word.i] not in ("ORG", "PERSON", "WORK_OF_ART")
    return tells_origin(word.text)


def tells_origin(word: str) -> bool:
    """Tell whether a word says where somebody is from or how old: "Oslo-listed", "Turkish-born", "52-year-old"."""
    return word[1:].endswith("-old") or tells_place(word)


def tells_place(text: str) -> bool:
    """Tell whether a word says where or by what somebody is: "Denver-based", "union-led"."""
    first, _, last = text.rpartition("-")
    return bool(first) and last in word_list("runs", "descriptive_ends")


def _joins_subjects(w: Tokens, word: Word, before: str) -> bool:
    """Whether "and" joins what one body is for: "Oldport Fire and Rescue"."""
    if word.text != "and" or word.j >= len(w) or not w.text[word.j][:1].isupper():
        return False
    return is_matter((before, w.text[word.j]))


def _joins_matter(w: Tokens, word: Word, before: str) -> bool:
    """Whether "on" says what a body is about: "Commission on International Trade", not "Council on Monday"."""
    if word.j >= len(w) or before.casefold() not in word_list("runs", "about"):
        return False
    after = w.text[word.j]
    return after[0].isupper() and after not in word_list("mentions", "breakers")


def _joins_aim(w: Tokens, word: Word, before: str) -> bool:
    """Whether "to" says what a body was founded for: "Committee to Protect Divers", not "Council to vote"."""
    if word.j + 1 >= len(w) or not _can_have_purpose(before):
        return False
    breakers = word_list("mentions", "breakers")
    return all(text[:1].isupper() and text not in breakers for text in w.text[word.j : word.j + 2])


def _joins_firm(w: Tokens, word: Word) -> bool:
    """Whether "&" joins the names of one firm, or "and" before a legal form: "Ernst & Lindh", "Ernst and Lindh LLP"."""
    if word.j >= len(w) or not w.text[word.j][:1].isupper():
        return False
    last = w.text[word.j + 1] if word.j + 1 < len(w) else ""
    return word.text == "&" or organisations.has_legal_form(f"{w.text[word.j]} {last}")


def _can_have_purpose(text: str) -> bool:
    """Whether "for" may go on with the name of a body: "Centre for Biology", not "Parliament for"."""
    word = text.casefold()
    if word in word_list("runs", "founders"):
        return True  # "Mothers for Clean Air"
    return word in word_list("organisations", "marks") and word not in word_list("mentions", "sole_bodies")


def _is_function(w: Tokens, i: int) -> bool:
    text = w.text[i]
    if text in ("The", "A", "An"):
        return True
    return w.pos[i] in _FUNCTION and w.iob[i] != "B" and not (text.isupper() and len(text) > 1)


def _is_initial(w: Tokens, i: int) -> bool:
    return w.opens_sentence(i) or w.text[i - 1] in _QUOTES or w.text[i - 1] in (":", "•", "-", "–", "—", "*")


def _is_headline(w: Tokens, article: Article, block: int) -> bool:
    piece = article.blocks[block]
    if piece.end - piece.start > 200 or article.text[piece.start : piece.end].rstrip().endswith((".", "”", '"')):
        return False
    content = [t for t in w.text[w.at(piece.start) : w.at(piece.end)] if t.isalpha() and len(t) > _SHORT]
    return len(content) > _SHORT and sum(t[0].isupper() for t in content) >= 0.8 * len(content)
