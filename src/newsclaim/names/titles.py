"""Titles and names told apart in a string: "U.S. Defense Secretary Lloyd Austin" → title and name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsclaim.lexicon import load
from newsclaim.names.countries import is_city, is_state, lookup
from newsclaim.text import fold

_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
#: Endings of those who study something: "Herpetologist Dan Blackwell".
_SCIENTISTS = ("ologist", "physicist", "scientist", "ographer", "onomist", "istorian", "hematician")
#: The forms of address that go with a name alone, by gender.
_PLAIN = {"male": "mr", "female": "mrs"}
#: What a title does not end with.
_LINKS = frozenset({"the", "and", "of", "for", "to"})
_QUOTED = re.compile(r"\s*[“\"'‘(][^“”\"'‘’()]+[”\"'’)]\s+")
_APPOSITION = re.compile(r",\s+(?:the|a|an|who|which|whose|former|chairman|head|leader|spokes\w+)\b.*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with what stood around it: `title` before it, `suffix` ("jr") behind it; empty when there is none."""

    title: str
    name: str
    suffix: str = ""


def split_title(text: str) -> Titled:
    """Return title, name and suffix of a person's name as written; without any title the name is the whole text.

    Appositions ("…, the opposition leader"), nicknames in quotation marks and a possessive are dropped.
    """
    plain = _POSSESSIVE.sub("", _APPOSITION.sub("", text.strip()))
    plain = " ".join(_QUOTED.sub(" ", plain).split())
    words = plain.split()
    cut = title_length(words)
    kept, suffix = _without_suffix(words[cut:])
    return Titled(" ".join(words[:cut]), " ".join(kept).rstrip(","), suffix)


def title_length(words: list[str]) -> int:
    """Return how many of the first words are a title; 0 when none is, never all of them."""
    end = 0
    for i, word in enumerate(words[:-1]):
        if i == len(words) - 2 and word in load("titles")["offices"]["first_names"]:
            break
        if is_head(word) and _all_inside(words[end:i]):
            end = _past_complement(words, i + 1)
    return end if end < len(words) else 0


@lru_cache(maxsize=32768)
def is_head(word: str) -> bool:
    """Tell whether a word is an office, rank, occupation or form of address ("Secretary", "Gen.", "Mr")."""
    return (
        word in _heads()
        or word.rpartition("-")[2] in _lower_heads()
        or (word[:1].islower() and word.casefold() in _lower_heads())
        or word.endswith(_SCIENTISTS)
    )


@lru_cache(maxsize=32768)
def is_office(word: str) -> bool:
    """Tell whether a word, whatever its case, names an office, rank or occupation, not a mere form of address."""
    low = word.casefold()
    return low in _lower_heads() or (low.endswith(("ologist", "-general")) and low != "apologist")


def gender_of_title(title: str) -> str | None:
    """Return "m" or "f" when a word of the title tells it ("Mr", "spokeswoman"), else None."""
    for word in title.split():
        if word in _address("male") or word.casefold() in _gendered("male"):
            return "m"
        if word in _address("female") or word.casefold() in _gendered("female"):
            return "f"
    return "f" if title in _address("female") else None


def begins_name(word: str) -> bool:
    """Tell whether a word is a form of address with which a name begins, whatever stands before it: "Mr", "Ms."."""
    return word in _plain_address()


def opens_office(word: str) -> bool:
    """Tell whether a word is one that stands in front of an office inside a title: "Deputy", "Senate"."""
    return word in _before()


def may_stand_before(word: str) -> bool:
    """Tell whether a word may stand before an office ("Deputy", "Senate"), or is a country, state or city."""
    return opens_office(word) or _is_named(word)


def tells_portfolio(word: str) -> bool:
    """Tell whether a word says what an office is for and is nobody's name: "Affairs", "Reform"."""
    return word in _portfolio()


def plain_title(word: str) -> str:
    """Return what a short form of a title stands for ("Col." → "colonel"), other words in lower case."""
    low = word.casefold().strip(",")
    return str(load("titles")["abbreviations"].get(low, low))


def is_suffix(word: str) -> bool:
    """Tell whether a word behind a name belongs to it ("Jr.", "III", "QC")."""
    suffixes = load("titles")["suffixes"]
    return word in suffixes["generation"] or word in suffixes["honours"]


def is_honour(word: str) -> bool:
    """Tell whether letters behind a name say what somebody is ("KC", "MP") and are no part of it."""
    return word in load("titles")["suffixes"]["honours"]


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    generation = ""
    kept = list(words)
    while len(kept) > 1 and is_suffix(kept[-1].strip(",")):
        if len(kept) == 2 and kept[-1] in ("II", "III", "IV"):
            break  # a monarch's number is the name: Elizabeth II
        last = kept.pop().strip(",")
        if last in load("titles")["suffixes"]["generation"]:
            generation = fold(last).rstrip(".")
    return kept, generation


def _all_inside(words: list[str]) -> bool:
    """Whether all words may stand before the head of a title: "Deputy", "Vermont", "New York", "North Korean"."""
    k = 0
    while k < len(words):
        size = next((n for n in (3, 2) if k + n <= len(words) and _is_named(" ".join(words[k : k + n]))), 1)
        if size == 1 and not _inside(words[k]):
            return False
        k += size
    return True


def _is_named(text: str) -> bool:
    return lookup(text) is not None or is_state(text) or is_city(text)


def _inside(word: str) -> bool:
    clean = _POSSESSIVE.sub("", word).strip(",")
    return _is_named(clean) or clean in _before() or clean.capitalize() in _before() or is_head(clean)


def _past_complement(words: list[str], i: int) -> int:
    # "Secretary [of Defense] Lloyd Austin", "Ambassador [to the UN] …": only words that are known to be no name.
    if i >= len(words) or words[i] not in ("of", "for", "to"):
        return i
    j = i + 1
    while j < len(words) - 1 and (size := _complement_size(words, j)):
        j += size
    while words[j - 1] in _LINKS:
        j -= 1
    return j if j > i + 1 else i


def _complement_size(words: list[str], j: int) -> int:
    if words[j] in ("the", "and") or _complement(words[j]):
        return 1
    return next((n for n in (3, 2) if j + n < len(words) and lookup(" ".join(words[j : j + n]))), 0)


def _complement(word: str) -> bool:
    clean = _POSSESSIVE.sub("", word)
    return (
        clean in _before()
        or tells_portfolio(clean)
        or lookup(clean) is not None
        or (clean.isupper() and len(clean) > 1)
    )


@cache
def _heads() -> frozenset[str]:
    data = load("titles")
    address = (word for group in data["address"].values() for word in group)
    return frozenset({*data["offices"]["heads"], *address})


@cache
def _lower_heads() -> frozenset[str]:
    offices = load("titles")["offices"]
    trades = set(offices["trades"].split())
    return frozenset({w.casefold() for w in offices["heads"]} | trades | set(offices["male"]) | set(offices["female"]))


@cache
def _before() -> frozenset[str]:
    return frozenset(load("titles")["offices"]["before"])


@cache
def _portfolio() -> frozenset[str]:
    return frozenset(load("titles")["offices"]["portfolio"].split())


@cache
def _plain_address() -> frozenset[str]:
    address = load("titles")["address"]
    return frozenset(form for plain in _PLAIN.values() for form in address[plain])


@cache
def _address(gender: str) -> frozenset[str]:
    address = load("titles")["address"]
    return frozenset({*address[gender], *address[_PLAIN[gender]]})


@cache
def _gendered(gender: str) -> frozenset[str]:
    return frozenset(load("titles")["offices"][gender])


@lru_cache(maxsize=32768)
def rank_of(title: str) -> str | None:
    """Return the class of an office ("leader", "diplomat" …) by the title's head, None for titles that tell nothing."""
    last = title.replace("’s", "").replace("'s", "").casefold().split(" of ")[0].split(" to ")[0].split()
    for rank, heads in load("titles")["ranks"].items():
        if any(word in heads for word in last[-2:]):
            return str(rank)
    return None
