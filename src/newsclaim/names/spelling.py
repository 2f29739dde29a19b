"""One word, many spellings: strict for names written in Latin letters, loose for names that were transliterated."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaim.lexicon import load, words
from newsclaim.text import fold

#: Letters that Unicode does not take apart.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

#: Applied in this order to a folded word of a transliterated name. Left: how it is spelled; right: the common form.
_LOOSE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"[^a-z]", ""),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"enka$", "enko"),
        (r"(?:shch|stch|sch|szcz)", "sc"),
        (r"tch", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"ph", "f"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"^(?:gh|kh|q|g)", "k"),
        (r"q|ck|c(?![h])", "k"),
        (r"([dgtb])h", r"\1"),
        (r"h$", ""),
        (r"(?<=[aeiouy])j$", ""),
        (r"([b-df-hj-np-tv-z])\1+", r"\1"),
    )
)
_NOT_WORD = re.compile(r"[^\w]")
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Return the word in lower case without accents, hyphens, apostrophes and dots."""
    if word.isascii() and word.isalnum():
        return word.casefold()
    return _NOT_WORD.sub("", fold(word.casefold().translate(_LETTERS)))


@lru_cache(maxsize=1 << 14)
def strict_forms(word: str) -> frozenset[str]:
    """Return the plain spellings of a word: without accents, and with umlauts written out (Müller, Mueller)."""
    if word.isascii():
        return frozenset({plain(word)})
    return frozenset({plain(word), plain(word.casefold().translate(_UMLAUTS))})


@lru_cache(maxsize=1 << 14)
def loose_form(word: str) -> str:
    """Return a key that transliterations of one name share: Gaddafi and Qaddafi, Zelensky and Zelenskyy.

    Vowels fall into three classes; behind the first one, a and e/i/y count as one, because Arabic short vowels do.
    """
    form = plain(word)
    for pattern, replacement in _LOOSE:
        form = pattern.sub(replacement, form)
    first = True

    def vowel(match: re.Match[str]) -> str:
        nonlocal first
        group = match.group()
        kind = "U" if set(group) & set("ou") else "A" if group.strip("y") in ("a", "aa") else "E"
        if not first and kind != "U":
            kind = "X"
        first = False
        return kind

    return _VOWELS.sub(vowel, form) or plain(word)


def alike(a: str, b: str, *, loose: bool) -> bool:
    """Tell whether two words are spellings of one name."""
    if strict_forms(a) & strict_forms(b):
        return True
    return loose and len(plain(a)) >= 4 and len(plain(b)) >= 4 and loose_form(a) == loose_form(b)


def one_slip(a: str, b: str) -> bool:
    """Tell whether one letter too many, too few, wrong or swapped with its neighbour makes the one word the other."""
    if abs(len(a) - len(b)) > 1 or len(b) < 5:
        return False
    k = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[k:], b[k:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def variant_groups(given: str) -> frozenset[int]:
    """Return the numbers of the groups of first-name forms that a given name belongs to (Joe: that of Joseph)."""
    return _variants().get(plain(given), frozenset())


def is_transliterated(tokens: tuple[str, ...]) -> bool:
    """Tell whether a name's words look as if they came from another script: a known first name, or a Slavic ending."""
    known = _transliterated_given()
    if any(plain(token) in known for token in tokens):
        return True
    last = plain(tokens[-1]) if tokens else ""
    return len(last) > 5 and last.endswith(_slavic_endings())


@cache
def _transliterated_given() -> frozenset[str]:
    return frozenset(plain(name) for name in words("names_families", "transliterated_given"))


@cache
def _slavic_endings() -> tuple[str, ...]:
    # Short endings ("in", "ov") occur in other languages too; those need a known first name.
    return tuple(e for e in load("names_families")["slavic_endings"] if len(e) >= 3)


@cache
def _variants() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(load("names_given")["variants"]):
        for form in line.split():
            groups.setdefault(plain(form), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in groups.items()}
