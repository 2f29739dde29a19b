"""A run of capitalised words → names: cut where one ends and another begins, titles split off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.words import Word
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import is_city, is_state, lookup
from newsclaim.names.titles import is_head, is_office, is_suffix, title_length

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Plural titles that are also the name of a chamber.
_PLURALS = frozenset({"Representatives", "Commons", "Lords", "Delegates"})
#: Adjectives that open a title without an office behind them: "former Trump".
_LEADING = frozenset(
    {"Former", "Late", "Incumbent", "Sitting", "Outgoing", "Then", "Longtime", "Disgraced", "Embattled"}
)
#: A longer run that ends with a legal form holds more than the name of the firm.
_FIRM = 3
_SHIPS = frozenset({"USS", "U.S.S.", "HMS", "H.M.S.", "RMS", "MV", "SS"})


def names_in(doc: Doc, words: Sequence[Word]) -> Iterator[Name]:
    """Yield the names of a run in text order."""
    body = _lower_body(doc, words)
    if body:
        yield body
        return
    for piece in _pieces(doc, words):
        yield from _titled(doc, piece)


def _lower_body(doc: Doc, words: Sequence[Word]) -> Name | None:
    """A body whose noun has no capital: "UK parliament", "Russian foreign ministry", "Labour party"."""
    if not words or len(words) > 3:
        return None
    k, end = words[-1].j, len(doc)
    while k < end and k < words[-1].j + 2 and doc[k].lower_ in word_list("mentions", "lower_between"):
        k += 1
    if k >= end or doc[k].text not in word_list("mentions", "lower_bodies"):
        return None
    if k + 1 < end and (is_office(doc[k + 1].text) or doc[k + 1].pos_ in ("NOUN", "PROPN")):
        return None
    owner = doc[words[0].i : words[-1].j].text
    party = doc[k].text == "party" and k == words[-1].j
    if not lookup(owner) and not party:
        return None
    span = doc[words[0].i : k + 1]
    return Name(span.start, span.end, span.start_char, span.end_char, span.text)


def _pieces(doc: Doc, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Cut a run where one name ends and another begins: "Jane Doe of Human Rights Watch", "UN Robert Wood"."""
    start = 0
    whole = " ".join(w.text for w in words)
    if lookup(whole) or (len(words) <= _FIRM and organisations.has_legal_form(whole)):
        yield list(words)
        return
    for k in range(1, len(words)):
        if words[k].text == "of" and (_is_person_piece(doc, words[start:k]) or _members_of(words, k)):
            yield list(words[start:k])
            start = k + 1
        elif _person_begins(doc, words, start, k):
            yield list(words[start:k])
            start = k
    rest = list(words[start:])
    while rest and not rest[0].upper:
        rest = rest[1:]
    if rest:
        yield rest


def _members_of(words: Sequence[Word], k: int) -> bool:
    """Whether an office of a named body is meant ("Member of Parliament"), not one like "Secretary of State"."""
    rest = [w.text for w in words[k + 1 :]]
    if rest[:1] == ["the"]:
        rest = rest[1:]
    body = " ".join(rest)
    left = words[k - 1].text
    return (is_office(left) or left in ("Member", "Members")) and bool(
        organisations.known(body) or organisations.has_mark(body)
    )


def _is_person_piece(doc: Doc, words: Sequence[Word]) -> bool:
    texts = [w.text for w in words]
    cut = title_length(texts)
    words, texts = words[cut:], texts[cut:]
    if len(texts) < 2 or any(organisations.has_mark(t) for t in texts):
        return False
    return person.is_given(texts[0]) or all(doc[w.i].ent_type_ == "PERSON" for w in words)


def _person_begins(doc: Doc, words: Sequence[Word], start: int, k: int) -> bool:
    """Whether a person's name starts at word k behind a country, a body or an abbreviation, with no title between."""
    before = " ".join(w.text for w in words[start:k])
    rest = [w.text for w in words[k:]]
    if len(rest) < 2 or is_head(words[k - 1].text) or is_head(rest[0]) or organisations.has_mark(" ".join(rest)):
        return False
    if len(rest) == 2 and person.is_given(rest[0]) and organisations.has_mark(before):
        return True  # "House Oversight Committee Represenative Adam Doe", misspelled or not
    if _names_no_person(before, words[k - 1].text):
        return _behind_named(doc, words[k], before, rest)
    plain = not person.is_given(words[start].text) and not words[k - 1].text.endswith(".")
    return plain and _whole_person(doc, words, k)


def _names_no_person(text: str, last: str) -> bool:
    return bool(lookup(text) or is_state(text) or organisations.known(text)) or organisations.has_mark(last)


def _behind_named(doc: Doc, word: Word, before: str, rest: list[str]) -> bool:
    """Whether the words behind a country or a body are a person: "Norwegian Jane Doe"."""
    token, country = doc[word.i], lookup(before)
    if country and country.way in ("people", "adjective") and token.ent_type_ == "PERSON":
        return True
    if organisations.known(before) and " " in before and len(rest) == 2 and "".join(rest).isalpha():
        return True
    return (token.ent_type_ == "PERSON" and token.ent_iob_ == "B") or _personal(rest)


def _whole_person(doc: Doc, words: Sequence[Word], k: int) -> bool:
    """Whether the model sees one person in exactly the words from k on, and none before."""
    tokens = doc[words[k].i : words[-1].j]
    return (
        tokens[0].ent_iob_ == "B"
        and all(t.ent_type_ == "PERSON" for t in tokens)
        and all(t.ent_iob_ == "I" for t in tokens[1:])
        and doc[words[k - 1].i].ent_type_ not in ("PERSON", "")
    )


def _personal(texts: list[str]) -> bool:
    return person.is_given(texts[0]) or person.parse(" ".join(texts)).order != "western"


def _titled(doc: Doc, words: list[Word]) -> Iterator[Name]:
    """Yield the name of a piece with the title before it, and the body that stands inside the title."""
    texts = [w.text for w in words]
    cut = 0 if lookup(" ".join(texts)) else _title_size(doc, words)
    if cut < len(words) and cut and organisations.has_mark(" ".join(texts[cut:])) and not person.is_given(texts[cut]):
        cut = 0  # "General Motors": the title word is part of a name
    elif cut > 1 and _is_body(" ".join(texts[: cut - 1])):
        yield from _single(doc, words[: cut - 1])
    if cut == len(words) or _only_title(texts[cut:]):
        if "of" in texts[1:-1]:
            yield from _body_of_office(doc, words[texts.index("of") + 1 :])
        return
    for name in _single(doc, words[cut:]):
        if cut:
            name.title, name.title_start = doc[words[0].i : words[cut - 1].j].text, words[0].start
        yield name


def _body_of_office(doc: Doc, words: Sequence[Word]) -> Iterator[Name]:
    """The body in "Chief Technology Officer of Red Hat"."""
    while words and not words[0].upper:
        words = words[1:]
    if words and not lookup(words[0].text):
        yield from _single(doc, words)


def _is_body(text: str) -> bool:
    return organisations.known(text) is not None or organisations.has_mark(text)


def _title_size(doc: Doc, words: list[Word]) -> int:
    """How many of the words are a title: 0 for none, all of them for an office of which no bearer is named."""
    texts = [w.text for w in words]
    cut = title_length(texts) or _inner_title(doc, words) or _descriptor(doc, words)
    if cut == 0 and len(texts) > 1 and texts[0] in _LEADING:
        cut = 1
    if cut:
        cut += _inner_title(doc, words[cut:])
    if cut and texts[cut] == "of":
        return _past_office_of(doc, words, cut) or len(words)
    return cut


def _descriptor(doc: Doc, words: list[Word]) -> int:
    """1 where the first word tells what the person is: "Podcaster Jane Doe", "Scientologist John Doe"."""
    texts = [w.text for w in words]
    if texts[0] in _PLURALS and len(texts) > 1 and _looks_personal(doc, words[1:]):
        return 1
    if len(texts) < 3 or person.is_given(texts[0]) or not person.is_given(texts[1]) or "of" in texts:
        return 0
    apart = doc[words[1].i].ent_type_ == "PERSON" and doc[words[1].i].ent_iob_ == "B"
    return int(apart or texts[0].endswith(("er", "or", "ist", "ian", "ant", "ent", "ite")))


def _past_office_of(doc: Doc, words: list[Word], cut: int) -> int:
    """Where the person begins in "Co-founder of Google Sergey Brin"; 0 when nobody is named."""
    for k in range(cut + 2, len(words) - 1):
        if _looks_personal(doc, words[k:]):
            return k
    return 0


def _inner_title(doc: Doc, words: list[Word]) -> int:
    """The title behind the name of a body: "House of Commons Speaker John Bercow"."""
    for k in range(1, len(words) - 1):
        if is_head(words[k].text) and not is_head(words[k + 1].text) and _looks_personal(doc, words[k + 1 :]):
            return k + 1
    return 0


def _looks_personal(doc: Doc, words: Sequence[Word]) -> bool:
    texts = [w.text for w in words]
    if organisations.has_mark(" ".join(texts)) or "of" in texts:
        return False
    return (
        person.is_given(texts[0])
        or doc[words[0].i].ent_type_ == "PERSON"
        or person.parse(" ".join(texts)).order != "western"
    )


def _only_title(texts: list[str]) -> bool:
    """Whether the words are an office without a bearer: "Prime Minister", "Secretary of State"."""
    last = texts.index("of") - 1 if "of" in texts else len(texts) - 1
    if not is_office(texts[last]) or organisations.known(" ".join(texts)):
        return False
    if "of" in texts:
        return True
    rest = " ".join(texts[:last])
    before = load("titles")["offices"]["before"]
    if not rest or lookup(rest) or is_city(rest) or is_state(rest) or organisations.is_acronym(rest):
        return True
    return all(is_office(t) or t in before or lookup(t) for t in texts[:last])


def _single(doc: Doc, words: Sequence[Word]) -> Iterator[Name]:
    while words and not (words[-1].upper or words[-1].text.isdigit()):
        words = words[:-1]
    if not words:
        return
    text = doc[words[0].i : words[-1].j].text
    country = lookup(text)
    if (
        (is_suffix(text) and words[0].i > 0 and doc[words[0].i - 1].text == ",")
        or len(text) < 2
        or (len(words) == 1 and doc[words[0].i].pos_ == "NUM")
        or _mere_mark(text)
        or words[0].text in _SHIPS
    ):
        return
    if country and country.way in ("adjective", "people"):
        return
    yield Name(words[0].i, words[-1].j, words[0].start, words[-1].end, text)


def _mere_mark(text: str) -> bool:
    """Whether the word says what kind of body is meant, but not which one: "Party", "Council"."""
    word = text.casefold()
    if organisations.is_outlet(text):
        return False
    return word in word_list("organisations", "marks") and word not in word_list("mentions", "sole_bodies")
