"""Titles and offices beside a name: before it ("foreign ministry spokeswoman …") and in apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roleparts import party_behind, role_of, without_address
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations, person
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Longer phrases are descriptions, not offices.
_LONGEST = 14
#: Tokens before a name that an office and a comma need at least: "its", "leader", ",".
_SHORTEST = 2
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
#: What stands behind an office before whose it is.
_TAKES = frozenset({"of", "for", "to", "at"})
_LINKS = frozenset({"'s", "’s", "'", "’", "-", "of", "for", "to", "at", "the", "and", "&"})


def complete_titles(doc: Doc, names: Sequence[Name]) -> None:
    """Extend each name's title over the lower-case words before it."""
    for name in names:
        if lookup(name.text) or organisations.known(name.text) or organisations.has_mark(name.text):
            continue
        start = name.i
        if name.title:
            start = _token_at(doc, name)
        elif start > 0 and not _opens_title(doc, start - 1) and _personal(doc, name):
            start = _prepositional(doc, start)
        left = _left_edge(doc, start, name)
        if left < name.i and doc[left].idx < (name.title_start if name.title else name.start):
            name.title_start = doc[left].idx
            name.title = doc[left : name.i].text.strip(" ,")


def _personal(doc: Doc, name: Name) -> bool:
    parsed = person.parse(name.text)
    return not parsed.lone and (
        person.is_given(parsed.given[0]) or parsed.order != "western" or doc[name.i].ent_type_ == "PERSON"
    )


def roles_of(doc: Doc, name: Name) -> list[Role]:
    """Return the offices stated beside one mention of a person."""
    party = party_behind(doc, name)
    found = []
    title = without_address(name.title)
    if _tells_office(title) and not _ends_with_kin(title):
        found.append(role_of(title, name.title_start, party))
    for i, j in (_behind(doc, name), _before_comma(doc, name)):
        if j > i and not _tells_no_office(doc, i, j):
            found.append(role_of(doc[i:j].text, doc[i].idx))
    if party and not found:
        found.append(role_of(party.text, party.start, party))
    return found


def _ends_with_kin(title: str) -> bool:
    return re.split(r"[\s-]+", title.casefold())[-1] in word_list("nominals", "kin")


def _tells_no_office(doc: Doc, i: int, j: int) -> bool:
    """Whether the phrase only says whose relative somebody is ("old son", "second wife"), or is of several people."""
    kin = doc[j - 1].lower_ in word_list("nominals", "kin") and not any(t.text in ("'s", "’s") for t in doc[i:j])
    return kin or (doc[i].pos_ == "NUM" and doc[i + 1].text != "-")


def _tells_office(title: str) -> bool:
    return any(is_office(word) for word in re.split(r"[\s-]+", title))


def _token_at(doc: Doc, name: Name) -> int:
    k = name.i
    while k > 0 and doc[k - 1].idx >= name.title_start:
        k -= 1
    return k


def _opens_title(doc: Doc, k: int) -> bool:
    token = doc[k]
    return is_office(token.text) and token.whitespace_ != "" and token.pos_ != "VERB"


def _left_edge(doc: Doc, start: int, name: Name) -> int:
    """Walk left over the words of a title; `start` stays where nothing belongs to it."""
    k = start
    if not name.title and k == name.i and (k == 0 or not _opens_title(doc, k - 1)):
        return k
    while k > 0 and start - k < _LONGEST and _inside_title(doc, k - 1) and not doc[k].is_sent_start:
        k -= 1
    while k < start and doc[k].text.casefold() in _LINKS:
        k += 1
    return k


def _inside_title(doc: Doc, k: int) -> bool:
    token = doc[k]
    if "\n" in token.text_with_ws or token.is_space:
        return False
    if token.text in ("'s", "’s", "-"):
        return True
    if token.lower_ == "time" and doc[k - 1].text == "-":  # "one-time mayor"
        return True
    if token.lower_ in word_list("mentions", "no_title") or token.text in word_list("mentions", "breakers"):
        return False
    return token.pos_ in _NOMINAL and not token.text[0].isdigit()


def _prepositional(doc: Doc, start: int) -> int:
    """The start of "Ambassador to the UN" before a name, the name's own start where there is no such title."""
    k = start - 1
    while k > max(0, start - 6) and (doc[k].pos_ == "PROPN" or doc[k].lower_ == "the"):
        k -= 1
    if k < start - 1 and k > 0 and doc[k].lower_ in ("of", "to", "for", "at") and is_office(doc[k - 1].text):
        return k - 1
    return start


def _behind(doc: Doc, name: Name) -> tuple[int, int]:
    k = name.j
    if k + 1 >= len(doc) or doc[k].text not in (",", "(", "—", "–"):
        return 0, 0
    first, k = _behind_tenure(doc, k + 1)
    end = k
    office = False
    while end < len(doc) and end - k < _LONGEST and _in_apposition(doc, end):
        office = office or is_office(doc[end].text)
        end += 1
    end = _without_next_name(doc, k, end)
    while end > k and doc[end - 1].lower_ in _LINKS:
        end -= 1
    if not office or end == k or not _office_leads(doc, k, end) or _is_subject(doc, k, end):
        return 0, 0
    return first, end


def _behind_tenure(doc: Doc, k: int) -> tuple[int, int]:
    """Return where an office in apposition begins: as it is shown, and behind words for when it was held.

    "then mayor of Oldport" is shown whole, of "now the mayor of Oldport" only the office.
    """
    first = -1
    while k < len(doc) - 1 and (doc[k].pos_ == "DET" or doc[k].lower_ in _held_words()):
        if doc[k].lower_ == "then" and doc[k + 1].pos_ == "DET":  # who comes next: "Cole, then the mayor"
            break
        if first < 0 and doc[k].lower_ in word_list("mentions", "held_once"):
            first = k
        k += 1
    return (k if first < 0 else first), k


def _held_words() -> frozenset[str]:
    return word_list("mentions", "held_once") | word_list("mentions", "held_now")


def _without_next_name(doc: Doc, k: int, end: int) -> int:
    """Cut a phrase before "and" and a person's name: "Jane Doe, candidate and Joe Ek, deputy candidate"."""
    for i in range(k + 1, end - 1):
        if doc[i].lower_ == "and" and doc[i + 1].ent_type_ == "PERSON":
            return i
    return end


def _is_subject(doc: Doc, k: int, end: int) -> bool:
    """Whether the phrase begins the next clause ("…, the Queen suspended …") in place of describing the name."""
    closed = end < len(doc) and doc[end].text in (",", ")", "—", "–", ".", ";")
    return not closed and any(t.dep_ in ("nsubj", "nsubjpass") for t in doc[k:end])


def described_as_person(doc: Doc, name: Name) -> bool:
    """Tell whether what follows the name says that it is a person: "…, an Australian woman and former member"."""
    k = name.j
    if k + 2 >= len(doc) or doc[k].text != ",":
        return False
    nouns = [t for t in doc[k + 1 : k + 9] if t.pos_ in ("NOUN", "VERB", "PUNCT")]
    return bool(nouns) and (
        is_office(nouns[0].text) or nouns[0].lower_ in ("man", "woman", "boy", "girl", "student", "resident", "native")
    )


def _in_apposition(doc: Doc, k: int) -> bool:
    token = doc[k]
    return (token.pos_ in _NOMINAL or token.lower_ in _LINKS or token.pos_ == "DET") and not token.is_space


def _office_leads(doc: Doc, k: int, end: int) -> bool:
    """Whether the office is the head of the phrase: "chairman of the committee", "a Ukrainian defense analyst"."""
    last = k
    inside = _NOMINAL | {"PART"}
    while last < end and (doc[last].pos_ in inside or doc[last].text == "-") and doc[last].lower_ not in _TAKES:
        last += 1
    return last > k and is_office(doc[last - 1].text)


def _is_closed(doc: Doc, j: int) -> bool:
    """Whether an apposition ends at a token: with a comma, an age, the sentence."""
    return j >= len(doc) or doc[j].pos_ in ("PUNCT", "NUM") or doc[j].text in (",", "(", "—", "–")


def _before_comma(doc: Doc, name: Name) -> tuple[int, int]:
    """Find the office in "the head of X, Jane Doe, …" and "Norway's minister, Jane Doe": tokens, equal when none."""
    first = _token_at(doc, name) if name.title else name.i
    # not "Ek's deputy, Lund's cousin", "according to his agent, Lund had left"
    if first < _SHORTEST or doc[first - 1].text != "," or not _is_closed(doc, name.j):
        return 0, 0
    k = first - 1
    while k > max(0, first - _LONGEST) and _in_apposition(doc, k - 1) and not doc[k].is_sent_start:
        k -= 1
    while k < first - 1 and doc[k].lower_ in _LINKS and doc[k].pos_ != "DET":
        k += 1
    owned = k > 0 and doc[k - 1].tag_ == "PRP$" and doc[first - 2].lower_ not in word_list("nominals", "kin")
    definite = owned or doc[k].pos_ == "DET" or any(t.text in ("'s", "’s") for t in doc[k : first - 1])
    while k < first - 1 and doc[k].pos_ == "DET":
        k += 1
    return (k, first - 1) if definite and _office_leads(doc, k, first - 1) else (0, 0)
