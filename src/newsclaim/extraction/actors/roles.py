"""Titles and offices beside a name: before it ("foreign ministry spokeswoman …") and in apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roleparts import party_behind, role_of, tells_office, tells_role, without_address
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations, person
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office

#: Longer phrases are descriptions, not offices.
_LONGEST = 14
#: Tokens before a name that an office and a comma need at least: "its", "leader", ",".
_SHORTEST = 2
#: Words behind a name and a comma among which a noun tells that it is a person.
_DESCRIBED = 9
_PERSONS = frozenset({"man", "woman", "boy", "girl", "student", "resident", "native"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
#: What stands behind an office before whose it is.
_TAKES = frozenset({"of", "for", "to", "at"})
_LINKS = frozenset({"'s", "’s", "'", "’", "-", "of", "for", "to", "at", "the", "and", "&"})


def complete_titles(w: Tokens, names: Sequence[Name]) -> None:
    """Extend each name's title over the lower-case words before it."""
    for name in names:
        if lookup(name.text) or organisations.known(name.text) or organisations.has_mark(name.text):
            continue
        start = name.i
        if name.title:
            start = _token_at(w, name)
        elif start > 0 and not _opens_title(w, start - 1) and _personal(w, name):
            start = _prepositional(w, start)
        elif start > 0 and not is_office(w.text[start - 1]) and not _personal(w, name):
            continue  # "among residents New York counts"
        left = _left_edge(w, start, name)
        if left < name.i and w.start[left] < (name.title_start if name.title else name.start):
            name.title_start = w.start[left]
            name.title = w.words(left, name.i).strip(" ,")


def _personal(w: Tokens, name: Name) -> bool:
    parsed = person.parse(name.text)
    return not parsed.lone and (
        person.is_given(parsed.given[0]) or parsed.order != "western" or w.ent[name.i] == "PERSON"
    )


def roles_of(w: Tokens, name: Name) -> list[Role]:
    """Return the offices stated beside one mention of a person."""
    party = party_behind(w, name)
    found = []
    title = without_address(name.title)
    if tells_office(title) and not _ends_with_kin(title):
        found.append(role_of(title, name.title_start, party))
    for i, j in (_behind(w, name), _before_comma(w, name)):
        if j > i and not _tells_no_office(w, i, j):
            found.append(role_of(w.words(i, j), w.start[i]))
    if party and not found:
        found.append(role_of(party.text, party.start, party))
    return found


def _ends_with_kin(title: str) -> bool:
    return re.split(r"[\s-]+", title.casefold())[-1] in word_list("nominals", "kin")


def _tells_no_office(w: Tokens, i: int, j: int) -> bool:
    """Whether the phrase only says whose relative somebody is ("old son", "second wife"), or is of several people."""
    kin = w.low[j - 1] in word_list("nominals", "kin") and not _holds_owner(w, i, j)
    return kin or (w.pos[i] == "NUM" and w.text[i + 1] != "-")


def _holds_owner(w: Tokens, i: int, j: int) -> bool:
    return any(text in ("'s", "’s") for text in w.text[i:j])


def _token_at(w: Tokens, name: Name) -> int:
    k = name.i
    while k > 0 and w.start[k - 1] >= name.title_start:
        k -= 1
    return k


def _opens_title(w: Tokens, k: int) -> bool:
    return (is_office(w.text[k]) or tells_role(w.text[k])) and not w.tied(k) and w.pos[k] != "VERB"


def _left_edge(w: Tokens, start: int, name: Name) -> int:
    """Walk left over the words of a title; `start` stays where nothing belongs to it."""
    k = start
    if not name.title and k == name.i and (k == 0 or not _opens_title(w, k - 1)):
        return k
    while k > 0 and start - k < _LONGEST and _inside_title(w, k - 1) and not w.opens_sentence(k):
        k -= 1
    while k < start and w.text[k].casefold() in _LINKS:
        k += 1
    return k


def _inside_title(w: Tokens, k: int) -> bool:
    text, low = w.text[k], w.low[k]
    if text.isspace():
        return False
    if text in ("'s", "’s", "-") or (low == "time" and w.text[k - 1] == "-"):  # "one-time mayor"
        return True
    if low in word_list("mentions", "participles"):  # "Managing director", not "the leading director"
        return True
    if low in word_list("mentions", "no_title") or text in word_list("mentions", "breakers"):
        return False
    return w.pos[k] in _NOMINAL and not text[0].isdigit()


def _prepositional(w: Tokens, start: int) -> int:
    """The start of "Ambassador to the UN" before a name, the name's own start where there is no such title."""
    k = start - 1
    while k > max(0, start - 6) and (w.pos[k] == "PROPN" or w.low[k] == "the"):
        k -= 1
    if k < start - 1 and k > 0 and w.low[k] in ("of", "to", "for", "at") and is_office(w.text[k - 1]):
        return k - 1
    return start


def _behind(w: Tokens, name: Name) -> tuple[int, int]:
    k = name.j
    if k + 1 >= len(w) or w.text[k] not in (",", "(", "—", "–"):
        return 0, 0
    if w.tag[k + 1] == "CD" and w.text[k + 2 : k + 3] == [","]:
        k += 2  # "Ada Lund, 36, a cook at the camp"
    first, k = _behind_tenure(w, k + 1)
    end = k
    office = False
    while end < len(w) and end - k < _LONGEST and _in_apposition(w, end):
        office = office or tells_role(w.text[end])
        end += 1
    end = _without_next_name(w, k, end)
    while end > k and w.low[end - 1] in _LINKS:
        end -= 1
    if not office or end == k or not _office_leads(w, k, end) or _is_subject(w, k, end):
        return 0, 0
    return first, end


def _behind_tenure(w: Tokens, k: int) -> tuple[int, int]:
    """Return where an office in apposition begins: as it is shown, and behind words for when it was held.

    "then mayor of Oldport" is shown whole, of "now the mayor of Oldport" only the office.
    """
    first = -1
    while k < len(w) - 1 and (w.pos[k] == "DET" or w.low[k] in _held_words()):
        if w.low[k] == "then" and w.pos[k + 1] == "DET":  # who comes next: "Cole, then the mayor"
            break
        if first < 0 and w.low[k] in word_list("mentions", "held_once"):
            first = k
        k += 1
    return (k if first < 0 else first), k


def _held_words() -> frozenset[str]:
    return word_list("mentions", "held_once") | word_list("mentions", "held_now")


def _without_next_name(w: Tokens, k: int, end: int) -> int:
    """Cut a phrase before "and" and a person's name: "Jane Doe, candidate and Joe Ek, deputy candidate"."""
    for i in range(k + 1, end - 1):
        if w.low[i] == "and" and w.ent[i + 1] == "PERSON":
            return i
    return end


def _is_subject(w: Tokens, k: int, end: int) -> bool:
    """Whether the phrase begins the next clause ("…, the Queen suspended …") in place of describing the name."""
    closed = end < len(w) and w.text[end] in (",", ")", "—", "–", ".", ";")
    return not closed and any(dep in ("nsubj", "nsubjpass") for dep in w.dep[k:end])


def described_as_person(w: Tokens, name: Name) -> bool:
    """Tell whether what follows the name says that it is a person: "…, an Australian woman and former member"."""
    k = name.j
    if k + 2 >= len(w) or w.text[k] != ",":
        return False
    reach = range(k + 1, min(len(w), k + _DESCRIBED))
    noun = next((i for i in reach if w.pos[i] in ("NOUN", "VERB", "PUNCT")), -1)
    return noun >= 0 and (is_office(w.text[noun]) or w.low[noun] in _PERSONS)


def _in_apposition(w: Tokens, k: int) -> bool:
    if w.low[k] in ("in", "on"):
        return _says_of_what(w, k)
    if _is_hyphened(w, k):
        return True
    if w.text[k].isspace() or w.tag[k] == "WP$":
        return False  # "the composer whose songs"
    return w.pos[k] in _NOMINAL or w.low[k] in _LINKS or w.pos[k] == "DET"


def _is_hyphened(w: Tokens, k: int) -> bool:
    """Whether a token is part of a word with hyphens: "British-Nigerian", "well-known"."""
    if w.text[k] == "-":
        return w.tied(k) and w.tied(k - 1)
    return (w.text[k - 1] == "-" and w.tied(k - 1)) or (w.text[k + 1 : k + 2] == ["-"] and w.tied(k))


def _says_of_what(w: Tokens, k: int) -> bool:
    """Whether "in" or "on" goes on with an office's place or matter: "researcher in Oldport", not "chair on Monday"."""
    if k == 0 or k + 1 >= len(w) or not tells_role(w.text[k - 1]):
        return False
    return w.ent[k + 1] not in ("DATE", "TIME") and (w.low[k] == "on" or w.pos[k + 1] == "PROPN")


def _office_leads(w: Tokens, k: int, end: int) -> bool:
    """Whether the office is the head of the phrase: "chairman of the committee", "a Ukrainian defense analyst"."""
    last = k
    inside = _NOMINAL | {"PART"}
    while last < end and (w.pos[last] in inside or _is_hyphened(w, last)) and w.low[last] not in _TAKES:
        last += 1
    return last > k and tells_role(w.text[last - 1])


def _is_closed(w: Tokens, j: int) -> bool:
    """Whether an apposition ends at a token: with a comma, an age, the sentence."""
    return j >= len(w) or w.pos[j] in ("PUNCT", "NUM") or w.text[j] in (",", "(", "—", "–")


def _before_comma(w: Tokens, name: Name) -> tuple[int, int]:
    """Find the office in "the head of X, Jane Doe, …" and "Norway's minister, Jane Doe": tokens, equal when none."""
    first = _token_at(w, name) if name.title else name.i
    # not "Ek's deputy, Lund's cousin", "according to his agent, Lund had left"
    if first < _SHORTEST or w.text[first - 1] != "," or not _is_closed(w, name.j):
        return 0, 0
    end = first - 1
    k = _apposition_start(w, end)
    owned = k > 0 and w.tag[k - 1] == "PRP$" and w.low[end - 1] not in word_list("nominals", "kin")
    definite = owned or w.pos[k] == "DET" or _holds_owner(w, k, end)
    while k < end and w.pos[k] == "DET":
        k += 1
    return (k, end) if definite and _office_leads(w, k, end) else (0, 0)


def _apposition_start(w: Tokens, end: int) -> int:
    """Return where the phrase begins that ends before a comma."""
    k = end
    while k > max(0, end + 1 - _LONGEST) and _in_apposition(w, k - 1) and not w.opens_sentence(k):
        k -= 1
    while k < end and w.low[k] in _LINKS and w.pos[k] != "DET":
        k += 1
    return k
