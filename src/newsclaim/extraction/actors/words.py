"""Words → runs of capitalised words that may hold names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from operator import ne

from newsclaim.extraction.actors.lostblanks import parts_office
from newsclaim.extraction.actors.portfolios import is_matter, is_portfolio, lists_portfolio
from newsclaim.extraction.actors.word import Word, word_around, word_at
from newsclaim.extraction.page.tokens import Tokens, among
from newsclaim.lexicon import words as word_list
from newsclaim.models import SILENT, Article
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.titles import begins_name, is_head

#: Longer runs are lists or shouting, and cutting them would take time that grows with the square of their length.
LONGEST_RUN = 24
#: Shorter words have no capital in a headline, and in fewer words capitals tell nothing.
_SHORT = 3
_FUNCTION = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART"})
#: Tags of small words: "The", "He", "His", "In", "But".
_SMALL = frozenset({"DT", "PRP", "PRP$", "IN", "CC"})
_QUOTES = frozenset('"“”„«»')


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
        word = word_around(w, k, done)
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
    return "]" in word.text or "[" in word.text or _opens_sentence(w, word)


def _opens_sentence(w: Tokens, word: Word) -> bool:
    """Whether a small word opens a sentence behind a glued heading: "Lund | The vote was", no "Kid The Painter"."""
    small = word.text in word_list("runs", "opens_next") and w.tag[word.i] in _SMALL
    behind = small and word.i > 0 and not w.text[word.i - 1].endswith(".")  # "Mr. An Lee", "Karen J. On"
    return behind and word.j < len(w) and w.text[word.j][:1].islower()


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
