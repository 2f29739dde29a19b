"""Bodies that an office's words name without a capital: "foreign ministry spokesman", "Oldport city council member"."""

from __future__ import annotations

import re

from newsclaim.extraction.actors.officelinks import LEADING
from newsclaim.extraction.actors.rolecountries import plain
from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import back, past
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_office

_LINKS = LEADING | {"from"}
#: "Oldport's police chief": what stands before a possessive is no part of the body's name.
_OWNER = re.compile(r".*['’]s?\s")


def small_body(title: str) -> str | None:
    """Return the body that an office is of: what stands behind its last link, or before the office.

    A police or a court needs a word that says which one it is: no "police chief", "local police".
    """
    words = _without_countries(plain(_OWNER.sub("", title)))
    link = max((k for k, word in enumerate(words) if word in _LINKS), default=-1)
    first = past(link + 1, len(words), lambda k: _is_of_office(words[k]) and not _names_body(words, k + 1))
    body = words[first : back(len(words), first, lambda k: _is_of_office(words[k]))]
    told = max(
        (k for k, word in enumerate(body) if word.casefold() in word_list("titles_parties", "of_no_body")), default=-1
    )
    body = body[told + 1 :]
    capitals = past(0, len(body), lambda k: body[k][0].isupper())  # "New York | city council"
    small = len(body) > 1 and not any(word[0].isupper() for word in body[capitals:])
    return " ".join(body) if small and body[-1] in word_list("titles_parties", "small_bodies") else None


def _names_body(words: list[str], k: int) -> bool:
    """Whether a body stands right behind a word that may be an office: "interior | ministry", "student | union"."""
    return k < len(words) and words[k] in word_list("titles_parties", "small_bodies") and not _is_around(words[k - 1])


def _is_around(word: str) -> bool:
    """Whether a word only stands around an office: "deputy", "former"."""
    low = word.casefold()
    return low in word_list("titles_parties", "around") or low in word_list("nominals", "past")


def _is_of_office(word: str) -> bool:
    around = word in word_list("titles_parties", "of_party") or _is_around(word)
    person = word.islower() and stands_for_person(word) and word not in word_list("titles_parties", "small_bodies")
    return around or is_office(word) or person


def _without_countries(words: list[str]) -> list[str]:
    k = 0
    kept: list[str] = []
    while k < len(words):
        size = next((n for n in (3, 2, 1) if _is_country(words[k : k + n])), 0)
        kept += words[k : k + 1] if not size else []
        k += size or 1
    return kept


def _is_country(words: list[str]) -> bool:
    found = lookup(" ".join(words)) if words[0][0].isupper() else None
    return found is not None and found.way != "capital"
