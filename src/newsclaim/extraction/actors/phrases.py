"""Noun phrases without a name: head, modifiers, the country they name, and whether the reader knows who is meant."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.actors.words import tells_origin
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import is_state, lookup

_DEFINITE = frozenset({"the", "this", "that"})
_OWNER = frozenset({"'s", "’s"})
_PARTS_OF_AMERICA = frozenset({"South", "Latin", "Central", "North"})
#: No phrase has more modifiers; what has is no prose.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase: first token, head token, the words between in lower case, and the country that they name.

    `held` tells whether an office is held now: no "former" or "then" stands before it; `told` whether a word says where
    somebody is from or how old: "the Oldport-born engineer".
    """

    first: int
    head: int
    modifiers: tuple[str, ...]
    country: str | None
    held: bool = True
    told: bool = False


def nominal_at(w: Tokens, head: int) -> Nominal:
    """Return the noun phrase of a head with its modifiers to the left."""
    first = head
    while first > max(0, head - _LONGEST) and _modifies(w, first - 1, first):
        first -= 1
    inside = [word for word in _words(w, first, head) if word.casefold() not in _DEFINITE]
    plain = [word for word in inside if not tells_origin(word)]
    low = [word.casefold() for word in plain]
    held = not set(low) & word_list("nominals", "past")
    kept = tuple(word for word in low if word not in word_list("nominals", "tells_nothing"))
    return Nominal(first, head, kept, country_in(" ".join(plain)), held, len(plain) < len(inside))


def _words(w: Tokens, first: int, head: int) -> list[str]:
    """Return the words of a range, hyphenated ones whole, without determiners and possessive marks."""
    found: list[str] = []
    for k in range(first, head):
        if w.text[k] == "-" or (k > first and w.text[k - 1] == "-" and found):
            found[-1:] = ["".join(found[-1:]) + w.text[k]]
        elif w.pos[k] != "DET" and w.text[k] not in _OWNER:
            found.append(w.text[k])
    return found


def is_definite(w: Tokens, nominal: Nominal) -> bool:
    """Tell whether the phrase means one that the reader knows: "the minister", "Malaysia's prime minister"."""
    return w.low[nominal.first] in _DEFINITE or any(w.text[k] in _OWNER for k in range(nominal.first, nominal.head))


def country_in(text: str) -> str | None:
    """Return the first country that the words of a phrase name."""
    words = text.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
    if words and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    for k in range(len(words)):
        if k and words[k] == "American" and words[k - 1] in _PARTS_OF_AMERICA:
            continue
        if is_state(" ".join(words[k : k + 2])) or (k and is_state(" ".join(words[k - 1 : k + 1]))):
            continue
        for size in (4, 3, 2, 1):
            found = lookup(" ".join(words[k : k + size])) if k + size <= len(words) else None
            if found:
                return found.code
    return None


def _modifies(w: Tokens, left: int, right: int) -> bool:
    if w.pos[right] == "DET" or not w.text[left].strip():
        return False
    if w.pos[left] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or w.text[left] in _OWNER or w.text[left] == "-":
        return True
    if w.text[right] == "-" and w.tied(left):
        return True  # "second-biggest"
    return (left > 0 and w.text[left - 1] == "-" and w.tied(left - 1)) or w.dep[left] == "amod"
