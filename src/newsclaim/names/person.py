"""A person's name taken apart: given names, family name, suffix, and in which order they stood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from newsclaim.lexicon import load, words
from newsclaim.names.spelling import plain
from newsclaim.names.syllables import is_korean, is_pinyin
from newsclaim.names.titles import split_title

Order = Literal["western", "korean", "chinese", "vietnamese", "japanese", "hungarian"]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Person:
    """The parts of a person's name, as written but without titles; `given` is empty for a lone name.

    `family` holds particles too ("bin Salman"); `suffix` is "jr", "iii" or empty.
    """

    given: tuple[str, ...]
    family: str
    suffix: str = ""
    order: Order = "western"
    title: str = ""

    @property
    def lone(self) -> bool:
        """Whether there is but one name, of which nobody can say whose it is."""
        return not self.given

    @property
    def tokens(self) -> tuple[str, ...]:
        """All words of the name, given names first."""
        return (*self.given, *self.family.split())


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> Person:
    """Take a name apart; any text gives some answer, and a lone word is a family name."""
    titled = split_title(_spaced_initials(_in_order(text)))
    tokens = tuple(titled.name.split())
    if not tokens:
        return Person((), titled.name or text.strip(), titled.suffix, title=titled.title)
    given, family, order = _ordered(tokens)
    return Person(given, family, titled.suffix, order, titled.title)


def gender_of_given(given: str) -> Gender | None:
    """Return the gender that a first name usually has, None when it is unknown or used for both."""
    first, hyphen, _ = given.partition("-")
    if hyphen and plain(first) in _names("first_of_two"):
        return "m"
    key = plain(given)
    if key in _names("either"):
        return None
    male, female = key in _names("male"), key in _names("female")
    return None if male == female else "m" if male else "f"


@lru_cache(maxsize=1 << 15)
def is_given(word: str) -> bool:
    """Tell whether a word is on the lists of first names."""
    key = plain(word)
    if key in _names("male") or key in _names("female") or key in _names("either"):
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and is_given(first) and is_given(second)  # Jan-Michael


def is_common_family(family: str) -> bool:
    """Tell whether a family name is borne by so many that alone, or with an initial, it tells nobody."""
    key = plain(family)
    return key in words("names_families", "common") or any(
        key in _groups(o) for o in ("korean", "chinese", "vietnamese")
    )


def family_group(family: str, order: Order) -> str:
    """Return the spelling that stands for a family name: Ri, Yi and Lee are one in Korean."""
    key = plain(family)
    return _groups(order).get(key, key) if order in ("korean", "chinese", "vietnamese") else key


def _in_order(text: str) -> str:
    """Turn "Doe, Jane" round; "Austin, Texas" and "Doe, the minister" stay."""
    family, comma, given = text.partition(",")
    words_ = given.split()
    return f"{given.strip()} {family}" if comma and len(words_) in (1, 2) and is_given(words_[0]) else text


def _spaced_initials(text: str) -> str:
    return re.sub(r"\b([A-Z])\.(?=[A-Z]\.|[A-Z][a-z])", r"\1. ", text)


def _ordered(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str, Order]:
    particles = words("names_families", "particles")
    if len(tokens) == 1 or (all(t.casefold() in particles for t in tokens[:-1]) and not _is_first_name(tokens)):
        return (), " ".join(tokens), "western"
    found = _east_asian(tokens, "korean", is_korean) or _east_asian(tokens, "chinese", is_pinyin)
    if found:
        return found
    if len(tokens) >= 3 and plain(tokens[0]) in _groups("vietnamese"):
        return tokens[1:], tokens[0], "vietnamese"
    if len(tokens) == 2:
        found = _two(tokens)
        if found:
            return found
    return _western(tokens)


def _is_first_name(tokens: tuple[str, ...]) -> bool:
    """Whether a particle is a first name here: "Ben Radley", not "Ben Gurion"."""
    first, second = tokens[0], plain(tokens[1])
    listed = first in load("names_families")["particles_too"]
    return listed and len(tokens) == 2 and second not in words("names_families", "behind_ben")


def _east_asian(
    tokens: tuple[str, ...], order: Order, made_of: Callable[[str], bool]
) -> tuple[tuple[str, ...], str, Order] | None:
    groups = _groups(order)
    if len(tokens) <= 3 and plain(tokens[0]) in groups and all(made_of(token) for token in tokens[1:]):
        return (" ".join(tokens[1:]),), tokens[0], order
    # Western order ("Jae-myung Lee") only where the given name says so by its hyphen.
    if len(tokens) == 2 and "-" in tokens[0] and plain(tokens[1]) in groups and made_of(tokens[0]):
        return (tokens[0],), tokens[1], order
    return None


def _two(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str, Order] | None:
    first, last = plain(tokens[0]), plain(tokens[1])
    japanese = words("names_families", "japanese_given")
    if last in japanese and first not in japanese and not is_given(tokens[0]):
        return (tokens[1],), tokens[0], "japanese"
    if first in japanese and last not in japanese:
        return (tokens[0],), tokens[1], "japanese"
    if first in _groups("hungarian") and last in words("names_families", "hungarian_given"):
        return (tokens[1],), tokens[0], "hungarian"
    return None


def _western(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str, Order]:
    particles = words("names_families", "particles")
    cut = len(tokens) - 1
    while cut > 1 and tokens[cut - 1].casefold() in particles and len(tokens[cut - 1]) > 1:
        cut -= 1
    return tokens[:cut], " ".join(tokens[cut:]), "western"


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(plain(name) for name in load("names_given")[key].split())


@cache
def _groups(order: str) -> dict[str, str]:
    lines = load("names_families").get(order, [])
    groups: dict[str, str] = {}
    for line in lines:
        forms = [plain(form) for form in line.split()]
        for form in forms:
            groups.setdefault(form, forms[0])
    return groups
