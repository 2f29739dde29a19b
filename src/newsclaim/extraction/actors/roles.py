"""Titles and offices beside a name: before it ("foreign ministry spokeswoman …") and in apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsclaim.extraction.actors.appositions import (
    LINKS,
    LONGEST,
    behind,
    holds_owner,
    in_law,
    lead,
    names_body,
    offices_in,
)
from newsclaim.extraction.actors.beforecommas import before_comma
from newsclaim.extraction.actors.doings import led
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.predicates import told_of_name, told_of_pronoun
from newsclaim.extraction.actors.roleparts import (
    party_behind,
    role_of,
    tells_office,
    tells_role,
    without_address,
)
from newsclaim.extraction.actors.sharedtitles import lists_of, singular
from newsclaim.extraction.actors.spans import ends_with_body
from newsclaim.extraction.actors.titleparts import offices_before
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.people import is_person_noun, stands_for_person
from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.lexicon import load
from newsclaim.lexicon import words as word_list
from newsclaim.models import Role
from newsclaim.names import organisations, person
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office

#: Words behind a name and a comma among which a noun tells that it is a person.
_DESCRIBED = 9
_PERSONS = frozenset({"man", "woman", "boy", "girl", "student", "resident", "native"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
#: Between an office and whose it is.
_OF = frozenset({"of", "to", "for", "at", "under", "in"})
#: What may stand before an office that opens what is said behind a quotation.
_BEFORE_OFFICE = frozenset({'"', "”", ".", "/"})


def complete_titles(w: Tokens, names: Sequence[Name]) -> None:
    """Extend each name's title over the lower-case words before it."""
    for name in names:
        if not (lookup(name.text) or organisations.known(name.text) or organisations.has_mark(name.text)):
            _complete(w, name)
    for listed in lists_of(w, names):
        _share(w, listed)


def _complete(w: Tokens, name: Name) -> None:
    start = name.i
    if name.title:
        start = w.at(name.title_start)
    elif start > 0 and not _opens_title(w, start - 1) and _personal(w, name):
        start = _prepositional(w, start)
    elif start > 0 and not is_office(w.text[start - 1]) and not _personal(w, name):
        return  # "among residents New York counts"
    left = _left_edge(w, start, name)
    if left < name.i and w.start[left] < (name.title_start if name.title else name.start):
        name.title_start = w.start[left]
        name.title = w.words(left, name.i).strip(" ,")


def _share(w: Tokens, names: Sequence[Name]) -> None:
    """Give each name of a list the title that stands in the plural before the first of them."""
    office = singular(w, names[0].i - 1) if names[0].i > 0 else ""
    if not office or office.casefold() in word_list("nominals", "kin"):
        return
    k = back(names[0].i - 1, 0, lambda k: names[0].i - k < LONGEST and _inside_title(w, k) and w.pos[k] != "NUM")
    k = past(k, names[0].i - 1, lambda k: w.text[k].casefold() in LINKS)
    title = f"{w.words(k, names[0].i - 1)} {office}" if k < names[0].i - 1 else office
    for name in names:
        name.shared = title, w.start[k], w.end[names[0].i - 1]


def _personal(w: Tokens, name: Name) -> bool:
    parsed = person.parse(name.text)
    known = parsed.order != "western" or w.ent[name.i] == "PERSON"
    return not parsed.lone and (known or person.is_given(parsed.given[0]))


def roles_of(w: Tokens, name: Name) -> list[Role]:
    """Return the offices stated beside one mention of a person."""
    party = party_behind(w, name)
    found = []
    title = without_address(name.title)
    if name.shared:
        found.append(role_of(*name.shared[:2], party, end=name.shared[2]))
    elif tells_office(title) and not _ends_with_kin(title):
        found += [role_of(office, start, party) for office, start in offices_before(title, name.title_start)]
    for phrase in (behind(w, name), before_comma(w, name), told_of_name(w, name)):
        found += _stated(w, phrase)
    if party and not found:
        found.append(role_of(party.text, party.start, party))
    if not found and (work := led(w, name)) != (0, 0):
        found.append(role_of(w.words(*work), w.start[work[0]]))
    return found


def roles_of_pronoun(w: Tokens, k: int) -> list[Role]:
    """Return the offices that a sentence tells of the pronoun at a token: "She is chair of the guild"."""
    return _stated(w, told_of_pronoun(w, k))


def _stated(w: Tokens, phrase: Range) -> list[Role]:
    offices = (office for office in offices_in(w, *phrase) if not _tells_no_office(w, *office))
    return [_role(w, i, j) for i, j in offices]


def _role(w: Tokens, i: int, j: int) -> Role:
    """Return the office in a phrase: of "one of the lawyers for Oldport" what that one is."""
    first = past(i + 2, j, lambda k: w.pos[k] in ("DET", "NUM"))
    last = lead(w, first, j) - 1
    one = w.low[i : i + 2] == ["one", "of"] and first <= last and "NUM" not in w.pos[first:last]
    office = singular(w, last) if one else ""
    if not office:
        return role_of(w.words(i, j), w.start[i])
    said, at = w.words(first, j), w.start[last] - w.start[first]
    return role_of(f"{said[:at]}{office}{said[at + len(w.text[last]) :]}", w.start[first], end=w.end[j - 1])


def _ends_with_kin(title: str) -> bool:
    *before, last = re.split(r"[\s-]+", title)
    firm = last == "partner" and before[-1:] and before[-1][0].isupper()  # "Halvern partner", of a law firm
    return last.casefold() in word_list("nominals", "kin") and not firm


def _tells_no_office(w: Tokens, i: int, j: int) -> bool:
    """Whether the phrase only says whose relative somebody is ("old son", "second wife"), or is of several people."""
    kin = w.low[in_law(w, j - 1)] in word_list("nominals", "kin") and not holds_owner(w, i, j)
    return i == j or kin or (w.pos[i] == "NUM" and w.text[i + 1] not in ("-", "of"))


def _opens_title(w: Tokens, k: int) -> bool:
    word = w.low[k] if w.opens_sentence(k) else w.text[k]  # "Reviewer Ada Lund wrote"
    if w.low[k] == "fellow" and w.pos[k - 1] not in ("NOUN", "PROPN"):
        return False  # "fellow Oldporters"
    member = w.text[k] in word_list("titles_parties", "members")  # "House Republican Ada Lund"
    return (member or is_office(word) or tells_role(word)) and not w.tied(k) and w.pos[k] != "VERB"


def _left_edge(w: Tokens, start: int, name: Name) -> int:
    """Walk left over the words of a title; `start` stays where nothing belongs to it."""
    k = start
    if not name.title and k == name.i and (k == 0 or not _opens_title(w, k - 1)):
        return k
    while k > 0 and start - k < LONGEST and not _begins_anew(w, k):
        step = 1 if _inside_title(w, k - 1) else _past_of(w, k)
        if step == 0:
            break
        k -= step
    return past(k, start, lambda k: w.text[k].casefold() in LINKS)


def _past_of(w: Tokens, k: int) -> int:
    """Return the tokens to the noun of a body whose name goes on at `k`: "Department of | Transport official", or 0.

    None are counted where the body is a place: "in the House of | Commons Prime Minister X said".
    """
    of = k - 1 - (w.low[k - 1] == "the")
    if of < 1 or w.low[of] != "of" or not w.text[k][:1].isupper() or not names_body(w, of - 1):
        return 0
    first = back(of - 1, 0, lambda i: w.pos[i] == "PROPN")
    where = first > 1 and w.low[first - 1] == "the" and w.low[first - 2] in ("in", "at", "from", "to", "of", "with")
    return 0 if where else k - of + 1


def _begins_anew(w: Tokens, k: int) -> bool:
    """Whether a title begins with its capital, behind words of a heading or a clause: "… on this device Head coach X".

    A body, a person or a portfolio may stand before a capital inside a title: "state Rep.", "finance Minister".
    """
    if w.opens_sentence(k) or w.text[k] == "Former":
        return True
    if not w.text[k][:1].isupper() or w.pos[k - 1] != "NOUN" or not w.text[k - 1].islower() or w.tied(k - 1):
        return False
    somebody = is_body(w.lemma[k - 1]) or tells_role(w.low[k - 1]) or is_person_noun(w, k - 1)
    many = w.tag[k - 1] == "NNS" and not is_body(w.lemma[k - 1])  # "the asylum seekers Prime Minister X"
    return many if somebody else w.low[k - 1] not in _leads_on()


@cache
def _leads_on() -> frozenset[str]:
    """Words of titles in lower case, and those behind which the name of a body stands: "the think tank X"."""
    before = frozenset(map(str.casefold, load("titles")["offices"]["before"]))
    return before | word_list("nominals", "below") | {"tank", "affairs", "giant", "site"}


def _inside_title(w: Tokens, k: int) -> bool:
    text, low = w.text[k], w.low[k]
    if text.isspace() or "/" in text or text[0] in "#@" or w.text[k - 1] == "#":
        return False  # an address or a label of the net
    if text in ("'s", "’s", "-") or (low == "time" and w.text[k - 1] == "-"):  # "one-time mayor"
        return text != "-" or w.tied(k) or w.tied(k - 1)  # no "the allegations - former minister X"
    if low in word_list("mentions", "participles"):  # "Managing director", not "the leading director"
        return True
    if low in word_list("mentions", "no_title") or text in word_list("mentions", "breakers"):
        return False
    return w.pos[k] in _NOMINAL and (not text[:1].isdigit() or _is_number_of_body(w, k))


def _is_number_of_body(w: Tokens, k: int) -> bool:
    """Whether a number is part of a body's name in a title: "the Navy 7th Fleet spokesman", no "the 3rd minister"."""
    return w.low[k].endswith(("st", "nd", "rd", "th")) and w.text[k + 1][:1].isupper() and w.text[k - 1][:1].isupper()


def _prepositional(w: Tokens, start: int) -> int:
    """The start of "Ambassador to the UN" before a name, the name's own start where there is no such title."""
    k = start - 1
    while k > max(0, start - 6) and (w.pos[k] == "PROPN" or w.low[k] == "the" or _is_field(w, k)):
        k -= 1
    if k < start - 1 and k > 0 and w.low[k] in _OF and is_office(w.text[k - 1]):
        return k - 1
    return _before_body(w, start)


def _before_body(w: Tokens, start: int) -> int:
    """The start of "head of the debt department of the Finance Ministry" before a name: a body bears no such name."""
    opening = _opening_office(w, start)
    if opening < start or not ends_with_body(w, start):
        return opening
    k, found = start - 1, start
    while k > max(0, start - LONGEST) and (w.pos[k] in _NOMINAL or _links(w, k)):
        if w.low[k] in _OF and tells_role(w.text[k - 1]):
            found = k - 1
        k -= 1
    return found


def _opening_office(w: Tokens, start: int) -> int:
    """The start of "“…,” Head of the Chamber of Trade and Industry X said": a sentence or its last part opens so.

    The name's own start where there is no such office.
    """
    if not w.text[start - 1][:1].isupper() or w.ent[start] != "PERSON" or w.iob[start] == "I":
        return start
    k = start - 1
    while k > max(0, start - LONGEST) and not w.opens_sentence(k) and (w.pos[k] in _NOMINAL or _links(w, k)):
        k -= 1
    k += w.pos[k] == "PUNCT"
    opens = w.opens_sentence(k) or w.text[k - 1] in _BEFORE_OFFICE
    office = opens and is_office(w.text[k]) and w.tag[k] in ("NN", "NNP") and w.low[k + 1] in _OF
    return k if office and k < start - 2 and "PERSON" not in w.ent[k:start] else start


def _links(w: Tokens, k: int) -> bool:
    return w.pos[k] == "DET" or w.low[k] in LINKS or w.low[k] in _OF


def _is_field(w: Tokens, k: int) -> bool:
    """Whether a noun says what an office is for: "director of attractions X", not "chief of retailer X"."""
    somebody = tells_role(w.lemma[k]) or is_person_noun(w, k) or stands_for_person(w.lemma[k])
    return w.pos[k] == "NOUN" and not somebody and not is_body(w.lemma[k])


def described_as_person(w: Tokens, name: Name) -> bool:
    """Tell whether what follows the name says that it is a person: "…, an Australian woman and former member"."""
    k = name.j
    if k + 2 >= len(w) or w.text[k] != ",":
        return False
    reach = range(k + 1, min(len(w), k + _DESCRIBED))
    noun = next((i for i in reach if w.pos[i] in ("NOUN", "VERB", "PUNCT")), -1)
    return noun >= 0 and (is_office(w.text[noun]) or w.low[noun] in _PERSONS)
