"""The country that an office's words name: "Norlander envoy", no "Norland expert", "lecturer in English"."""

from __future__ import annotations

import re

from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import Country, is_city, is_state, lookup

#: Countries whose people are called by them first ("British Iranian"), and those that stand second otherwise.
_SAID_FIRST = frozenset({"US", "CA", "AU", "NZ", "GB"})
_SAID_SECOND = _SAID_FIRST | {"AR", "BO", "BR", "CL", "CO", "CR", "CU", "EC", "MX", "PE", "UY", "VE"}
#: Small words between the parts of an office.
LINKS = frozenset({"of", "for", "to", "at", "the", "and", "&", "in"})


def country_in_title(title: str) -> str | None:
    """Return the country that an office's words name; an American state is the United States."""
    words = plain(title)
    last = _country_at_end(words)
    if last:
        return last
    k = 0
    while k < len(words):
        if words[k] == "the":
            k += 1
            continue
        if _is_american(words, k):
            return "US"
        if is_city(" ".join(words[k : k + 2])):
            k += 2  # "University of British Columbia"
            continue
        found, size = next(((f, s) for s in (3, 2, 1) if (f := lookup(" ".join(words[k : k + s])))), (None, 1))
        if found and not _is_of_a_war(words[k + size :], found) and not _is_matter(words, k, k + size, found):
            return _of_two(found, words[k + size : k + size + 1])
        k += size
    return None


def _is_american(words: list[str], k: int) -> bool:
    """Whether an American state is named, no country: "University of Georgia", "Georgia Gov.", not "Georgia envoy"."""
    state = next((n for n in (2, 1) if is_state(" ".join(words[k : k + n]))), 0)
    if state != 1 or not lookup(words[k]):
        return state > 0
    if words[k - 2 : k] == ["University", "of"]:
        return True
    return not word_list("titles_parties", "of_states").isdisjoint(words[k + 1 : k + 2])


def _of_two(country: Country, behind: list[str]) -> str:
    """Return where somebody of two countries lives: "the Norlander | American painter", "a British | Iranian one"."""
    second = lookup(behind[0]) if behind and country.way == "adjective" and country.code not in _SAID_FIRST else None
    return second.code if second and second.way == "adjective" and second.code in _SAID_SECOND else country.code


def _country_at_end(words: list[str]) -> str | None:
    """Return the country after which a body is called: "the German Marshall Fund of the United States"."""
    of = max((k for k, word in enumerate(words) if word == "of"), default=len(words))
    friends = words[max(0, of - 1)].casefold() == "friends"  # "Friends of Norland" are abroad
    found = None if friends else lookup(" ".join(words[of + 1 :]))
    return found.code if found and found.way == "name" else None


def _is_of_a_war(behind: list[str], country: Country) -> bool:
    """Whether a country is where somebody fought: "Norland War veteran", "Norland veteran", not "Norlander veteran"."""
    return behind[:1] == ["War"] or (behind[:1] == ["veteran"] and country.way == "name")


def _is_matter(words: list[str], k: int, end: int, country: Country) -> bool:
    """Whether an adjective is a language or a field: "lecturer in English", "of American studies", no "Norlander"."""
    if _is_studied(words, k, end, country):
        return True
    if k == 0 or not (country.way in ("adjective", "people") or words[k] == "English"):
        return False
    before, behind = words[k - 1], words[end : end + 1]
    if not behind or behind[0] in LINKS:
        return before in LINKS or before[0].isupper()
    return before in ("of", "in") and behind[0].islower()


def _is_studied(words: list[str], k: int, end: int, country: Country) -> bool:
    """Whether a country is what somebody knows or deals with: "Norland expert", "expert on Norland", "envoy for"."""
    knowing = word_list("titles_parties", "of_matters")
    if country.way == "name" and not words[k].isupper() and words[end : end + 1] and words[end] in knowing:
        return True
    link = k - 1 - (words[k - 1 : k] == ["the"])
    before = {word.casefold() for word in words[: max(0, link)]}
    match words[max(0, link)]:
        case "on":
            return link > 0
        case "for":
            return end >= len(words) and not before.isdisjoint(knowing | word_list("titles_parties", "dealing_with"))
        case "of":
            return "friends" in before
    return False


def plain(title: str) -> list[str]:
    """Return the words of an office without possessive marks and commas, and without "ex-" before a country."""
    return re.sub(r"['’]s?(?!\w)|\b(?:ex|then|now)-(?=[A-Z])", "", title).replace(",", " ").split()
