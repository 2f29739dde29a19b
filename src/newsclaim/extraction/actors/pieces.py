"""Where one name ends and another begins in a run of capitalised words: "Jane Doe | of Human Rights Watch"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from newsclaim.extraction.actors.descriptors import descriptor, personal
from newsclaim.extraction.actors.officelinks import LEADING
from newsclaim.extraction.actors.word import Word
from newsclaim.extraction.actors.words import tells_place
from newsclaim.extraction.page.bodynouns import is_body
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations, person
from newsclaim.names.countries import is_place, is_state, lookup
from newsclaim.names.titles import is_head, is_office, title_length

#: A longer run that ends with a legal form holds more than the name of the firm.
_FIRM = 3
#: What stands before what an office is of, where that has an owner.
_IN_OWNER = frozenset({"PROPN", "ADJ"})
_OWNER = 5


def pieces(w: Tokens, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Cut a run where one name ends and another begins: "Jane Doe of Human Rights Watch", "UN Robert Wood"."""
    start = 0
    whole = " ".join(x.text for x in words)
    if lookup(whole) or (len(words) <= _FIRM and organisations.has_legal_form(whole)):
        yield list(words)
        return
    for k in range(1, len(words)):
        if words[k].text == "of" and _is_somebody_of(w, words, start, k):
            yield list(words[start:k])
            start = k + 1
        elif k > start and _person_begins(w, words, start, k) and not _ends_portfolio(words, start, k):
            yield list(words[start:k])
            start = k
    rest = list(dropwhile(_begins_no_name, words[start:]))
    if rest:
        yield rest


def _ends_portfolio(words: Sequence[Word], start: int, k: int) -> bool:
    """Whether an office with what it is for ends at word k: "Minister for Planning and Local Government | Ada Lund"."""
    texts = [x.text for x in words[start:]]
    return "for" in texts[: k - start] and title_length(texts) == k - start


def _begins_no_name(word: Word) -> bool:
    """Whether a word behind a name begins no other one: "the", "Oldport-based"."""
    return not word.upper or tells_place(word.text)


def _is_somebody_of(w: Tokens, words: Sequence[Word], start: int, k: int) -> bool:
    """Whether "of" at word k parts somebody from a body: "Jane Doe | of Human Rights Watch", no "Bank of Oldport"."""
    return _is_person_piece(w, words[start:k]) or _members_of(words, k) or _is_from(words, start, k)


def _members_of(words: Sequence[Word], k: int) -> bool:
    """Whether an office of a named body is meant ("Member of Parliament"), not one like "Secretary of State"."""
    left, rest = words[k - 1].text, [x.text for x in words[k + 1 :]]
    body = " ".join(rest[1:] if rest[:1] == ["the"] else rest)
    return (is_office(left) or left in ("Member", "Members")) and is_body_name(body)


def _is_from(words: Sequence[Word], start: int, k: int) -> bool:
    """Whether two words are somebody of a body that is told by its place: "Jane Doe of the Norland-based Ek Trust"."""
    based = any(tells_place(x.text) for x in words[k + 1 : k + 3])
    return based and k - start == len(("given", "family"))


def _is_person_piece(w: Tokens, words: Sequence[Word]) -> bool:
    texts = [x.text for x in words]
    cut = title_length(texts) or descriptor(w, list(words))
    words, texts = words[cut:], texts[cut:]
    if len(texts) < 2 or any(organisations.has_mark(t) for t in texts):
        return False
    if cut and len(texts) == len(("given", "family")) and not is_office(texts[-1]):
        return True  # "Detective Sergeant Imogen Vasey of Oldport CID"
    particles = word_list("names_families", "particles")
    return (
        person.is_given(texts[0])
        or all(w.ent[x.i] == "PERSON" for x in words)
        or any(text in particles for text in texts[1:-1])  # "Maarten ter Veld of the University of Oldport"
    )


def _person_begins(w: Tokens, words: Sequence[Word], start: int, k: int) -> bool:
    """Whether a person's name starts at word k behind a country, a body or an abbreviation, with no title between."""
    texts = [x.text for x in words[start:]]
    before, rest = " ".join(texts[: k - start]), texts[k - start :]
    if k == start + 1 and len(rest) > 1 and _ends_office(w, words[start]):
        return True  # "former head of IT Adam Doe"
    if "to" in texts[: k - start + 1] or not _may_begin(words[k - 1].text, rest) or _is_inside(words[start:k]):
        return False  # "Committee to Protect Journalists"
    if _is_owned_by_office(w, words[start]) and _follows_owner(w, words[start : k + 1], rest):
        return True
    if len(rest) == 2 and _behind_body(w, words[start], before, rest):
        return True
    if _names_no_person(before, words[k - 1].text):
        return _behind_named(w, words[k], before, rest)
    plain = not person.is_given(texts[0]) and not words[k - 1].text.endswith(".")
    return plain and _whole_person(w, words, k)


def _is_inside(words: Sequence[Word]) -> bool:
    """Whether one word that is no name of its own stands behind an office: "Vice President Halvara | Ann"."""
    last = words[-1].text
    return len(words) > 1 and is_head(words[-2].text) and not _names_no_person(last, last)


def _behind_body(w: Tokens, word: Word, before: str, rest: list[str]) -> bool:
    """Whether two words behind a body's name are a person, by the first name, or by the mere noun before them.

    "House Oversight Committee Represenative Adam Doe", misspelled or not; "head of the Board Mikk Doe", "of the hi-tech
    corporation Halvern Adam Doe".
    """
    if person.is_given(rest[0]):
        called = word.i > 0 and w.tag[word.i - 1] == "NN" and is_body(w.lemma[word.i - 1])
        return organisations.has_mark(before) or (called and not person.is_given(before))
    led = word.i > 1 and w.low[word.i - 2 : word.i] == ["of", "the"]
    return led and organisations.is_mere_mark(before) and "".join(rest).isalpha()


def _is_owned_by_office(w: Tokens, word: Word) -> bool:
    """Whether a word says what an office is of: "envoy to Norland Doe", "president of the Halvern Airports A. Doe"."""
    link = word.i - 1 - (w.low[word.i - 1] == "the")
    if w.tag[word.i - 1] in (
        "POS",
        "CC",
    ):  # "governor of western Norland's Halvern Territory Doe", "for Trade and Reform"
        link = next((k for k in range(word.i - 2, max(0, word.i - _OWNER), -1) if w.pos[k] not in _IN_OWNER), 0)
    return link > 0 and w.low[link] in LEADING and is_office(w.text[link - 1 - 2 * _is_of_state(w, link - 1)])


def _is_of_state(w: Tokens, i: int) -> bool:
    """Whether the office before is one of a rank: "minister of state | for"."""
    return i > 1 and w.low[i - 1 : i + 1] == ["of", "state"]


def _follows_owner(w: Tokens, words: Sequence[Word], rest: list[str]) -> bool:
    """Whether the last of several words begins a person behind a land or a body: "… of Halvern Airports Adam de Roe".

    `rest` are the words from it on. A first name may stand inside the name of a firm or place too.
    """
    before, first = " ".join(x.text for x in words[:-1]), words[-1].i
    short = _is_given_and_family(rest)
    if is_land(before):
        return _is_land_before(w, words[0], before) and (short or not is_state(before) or person.is_given(rest[0]))
    if not short:
        return False  # "mayor of San Jose Sam Roe"
    if not person.is_given(rest[0]) or person.is_given(words[0].text) or is_place(f"{before} {rest[0]}"):
        return False
    of = w.low[words[0].i - 1] not in ("for", "to") and len(rest) == len(("given", "family"))
    inside = of and w.iob[first] == "I" and w.ent[first] != "PERSON"  # "head of Halvern Allen Tarn"
    return not inside and not is_body(rest[-1].casefold()) and words[-2].text != "&"


def _is_given_and_family(texts: list[str]) -> bool:
    return len([x for x in texts if x not in word_list("names_families", "particles")]) == len(("given", "family"))


def _is_land_before(w: Tokens, word: Word, land: str) -> bool:
    """Whether a land behind an office is no first name: "governor of Virginia", "chairman of Virginia Roe"."""
    return not person.is_given(land) or w.low[word.i - 2] in word_list("mentions", "of_lands")


def is_land(text: str) -> bool:
    """Tell whether words are the name of a country or a state, no adjective."""
    found = lookup(text)
    return is_state(text) or (found is not None and found.way in ("name", "short"))


def _ends_office(w: Tokens, word: Word) -> bool:
    """Whether a word says what an office is for ("head of IT"), or in which part of a land ("leader in the North")."""
    if w.low[word.i] in word_list("places", "sides"):
        return w.low[max(0, word.i - 2) : word.i] == ["in", "the"]
    office = word.i > 1 and w.low[word.i - 1] in ("of", "for") and is_office(w.text[word.i - 2])
    return office and word.text in word_list("titles_parties", "no_bodies")


def _may_begin(before: str, rest: list[str]) -> bool:
    """Whether several words behind another may be a name of its own: no title is beside them, none is a body's."""
    return len(rest) > 1 and not (is_head(before) or is_head(rest[0]) or organisations.has_mark(" ".join(rest)))


def _names_no_person(text: str, last: str) -> bool:
    return bool(lookup(text) or is_state(text) or organisations.known(text)) or organisations.has_mark(last)


def _behind_named(w: Tokens, word: Word, before: str, rest: list[str]) -> bool:
    """Whether the words behind a country or a body are a person: "Norwegian Jane Doe"."""
    country, label = lookup(before), w.ent[word.i]
    if country and country.way in ("people", "adjective") and label == "PERSON":
        return True
    if organisations.known(before) and " " in before and len(rest) == 2 and "".join(rest).isalpha():
        return not lookup(rest[0])  # "Halvern Lynch Norland Securities"
    return (label == "PERSON" and w.iob[word.i] == "B") or personal(rest)


def _whole_person(w: Tokens, words: Sequence[Word], k: int) -> bool:
    """Whether the model sees one person in exactly the words from k on, and none before."""
    first, end = words[k].i, words[-1].j
    return (
        w.iob[first] == "B"
        and all(label == "PERSON" for label in w.ent[first:end])
        and all(mark == "I" for mark in w.iob[first + 1 : end])
        and w.ent[words[k - 1].i] not in ("PERSON", "")
    )


def is_body_name(text: str) -> bool:
    """Tell whether words are the name of a body: known, or with a mark in them ("Ek Institute")."""
    return organisations.known(text) is not None or organisations.has_mark(text)
