"""Titles and offices beside a name: before it ("foreign ministry spokeswoman …") and in apposition behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

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
from newsclaim.extraction.actors.complements import begin_of_office
from newsclaim.extraction.actors.doings import led, office_of
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.predicates import told_of_name, told_of_pronoun
from newsclaim.extraction.actors.roleparts import (
    party_behind,
    role_of,
    tells_office,
    tells_role,
    without_address,
)
from newsclaim.extraction.actors.sharedtitles import (
    before_list,
    behind_list,
    each_land,
    in_singular,
    lists_of,
    singular,
)
from newsclaim.extraction.actors.titleparts import offices_before
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.people import is_person_noun
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
_SMALL = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PRON"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


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
        start = begin_of_office(w, start)
    elif start > 0 and not is_office(w.text[start - 1]) and not _personal(w, name):
        return  # "among residents New York counts"
    left = _left_edge(w, start, name)
    if left < name.i and w.start[left] < (name.title_start if name.title else name.start):
        name.title_start = w.start[left]
        name.title = w.words(left, name.i).strip(" ,")


def _share(w: Tokens, names: Sequence[Name]) -> None:
    """Give each name of a list the title that stands in the plural before the first of them, or behind the last."""
    noun = before_list(w, names)
    end = noun + 1
    if _is_shared(w, noun):
        k = back(noun, 0, lambda k: noun - k < LONGEST and _inside_title(w, k) and w.pos[k] != "NUM")
        k = past(k, noun, lambda k: w.text[k].casefold() in LINKS)
    else:
        k, noun, end = behind_list(w, names)
        if not _is_shared(w, noun):
            return
    shared = in_singular(w, k, noun, end), w.start[k], w.end[end - 1]
    for name, land in zip_longest(names, each_land(w, k, names)):
        name.shared = (f"{land}{shared[0][len(w.text[k]) :]}", *shared[1:]) if land else shared


def _is_shared(w: Tokens, noun: int) -> bool:
    """Whether each of several is what a plural says: "economists", no "brothers"; a noun below zero is none."""
    office = singular(w, noun) if noun >= 0 else ""
    return office != "" and office.casefold() not in word_list("nominals", "kin")


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
    if not (name.shared and name.shared[1] < name.start) and tells_office(title) and not _ends_with_kin(title):
        found += [role_of(office, start, party) for office, start in offices_before(title, name.title_start)]
    for phrase in (behind(w, name), before_comma(w, name), told_of_name(w, name)):
        found += _stated(w, phrase)
    if party and not found:
        found.append(role_of(party.text, party.start, party).model_copy(update={"title": None}))
    if not found and (work := led(w, name)) != (0, 0):
        found.append(role_of(office_of(w, work), w.start[work[0]], end=w.end[work[1] - 1]))
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
    # "one of the few judges" is no few judge
    title = in_singular(w, first, last, j) if one and w.low[first] not in word_list("mentions", "of_several") else ""
    return role_of(title, w.start[first], end=w.end[j - 1]) if title else role_of(w.words(i, j), w.start[i])


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
        step = 1 if _inside_title(w, k - 1) else _past_of(w, k) or _past_and(w, k, name.i)
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


def _past_and(w: Tokens, k: int, end: int) -> int:
    """Return the tokens to an office beside one that tells of what both are: "President and | CEO of Ek Foods X", or 0.

    Without that the two may be two people's: "the minister and Senator X".
    """
    both = k > 1 and w.low[k - 1] in ("and", "&") and is_office(w.text[k - 2])
    return 2 if both and any(w.low[j] in ("of", "for", "at", "with") for j in range(k, end)) else 0


def _begins_anew(w: Tokens, k: int) -> bool:
    """Whether a title begins with its capital, behind words of a heading or a clause: "… on this device Head coach X".

    A body, a person or a portfolio may stand before a capital inside a title: "state Rep.", "finance Minister".
    """
    if w.opens_sentence(k) or w.text[k] == "Former" or _repeats_country(w, k):
        return True
    if not w.text[k][:1].isupper() or w.pos[k - 1] != "NOUN" or not w.text[k - 1].islower() or w.tied(k - 1):
        return False
    somebody = is_body(w.lemma[k - 1]) or tells_role(w.low[k - 1]) or is_person_noun(w, k - 1)
    many = w.tag[k - 1] == "NNS" and not is_body(w.lemma[k - 1])  # "the asylum seekers Prime Minister X"
    return many if somebody else w.low[k - 1] not in _leads_on()


def _repeats_country(w: Tokens, k: int) -> bool:
    """Whether a title begins with its country behind the same in a heading: "… Germany | German Chancellor X"."""
    before, here = lookup(w.text[k - 1]), lookup(w.text[k])
    return before is not None and here is not None and before.code == here.code and here.way == "adjective"


@cache
def _leads_on() -> frozenset[str]:
    """Words of titles in lower case, and those behind which the name of a body stands: "the think tank X"."""
    before = frozenset(map(str.casefold, load("titles")["offices"]["before"]))
    return before | word_list("nominals", "below") | {"tank", "affairs", "giant", "site"}


def _inside_title(w: Tokens, k: int) -> bool:
    text, low = w.text[k], w.low[k]
    if _is_of_net(w, k):
        return False
    if low in word_list("mentions", "participles"):  # "Managing director", not "the leading director"
        return True
    untold = low in word_list("mentions", "no_title") and (low, w.text[k - 1]) != ("time", "-")  # "one-time mayor"
    if untold or text in word_list("mentions", "breakers"):
        return False
    if text in ("'s", "’s", "-") or (w.text[k + 1] == "-" and w.tied(k) and text.isalpha()):
        return _may_be_joined(w, k)
    return w.pos[k] in _NOMINAL and (not text[:1].isdigit() or _is_number_of_body(w, k)) and not _is_age(w, k)


def _is_of_net(w: Tokens, k: int) -> bool:
    """Whether a token is blank, or part of an address or a label of the net."""
    return w.text[k].isspace() or "/" in w.text[k] or w.text[k][0] in "#@" or w.text[k - 1] == "#"


def _may_be_joined(w: Tokens, k: int) -> bool:
    """Whether a mark or a word before a hyphen is inside a title: "far-right", no "now-President", "by-former"."""
    if w.text[k] == "-":
        return bool(w.tied(k) or w.tied(k - 1)) and not _is_age(w, k + 1)
    joined = w.text[min(k + 2, len(w) - 1)]
    lost = joined == "former" or (w.pos[k] in _SMALL and joined[:1].isupper())  # a hyphen in place of a blank
    return w.pos[k] != "VERB" and w.low[k] not in ("then", "now") and not lost


def _is_age(w: Tokens, k: int) -> bool:
    """Whether a word ends an age: "the 54-year-old | Oldport sergeant"."""
    return w.low[k] == "old" and w.text[k - 1] == "-"


def _is_number_of_body(w: Tokens, k: int) -> bool:
    """Whether a number is part of a body's name in a title: "the Navy 7th Fleet spokesman", no "the 3rd minister"."""
    return w.low[k].endswith(("st", "nd", "rd", "th")) and w.text[k + 1][:1].isupper() and w.text[k - 1][:1].isupper()


def described_as_person(w: Tokens, name: Name) -> bool:
    """Tell whether what follows the name says that it is a person: "…, an Australian woman and former member"."""
    k = name.j
    if k + 2 >= len(w) or w.text[k] != ",":
        return False
    reach = range(k + 1, min(len(w), k + _DESCRIBED))
    noun = next((i for i in reach if w.pos[i] in ("NOUN", "VERB", "PUNCT")), -1)
    return noun >= 0 and (is_office(w.text[noun]) or w.low[noun] in _PERSONS)
