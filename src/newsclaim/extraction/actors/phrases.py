"""Noun phrases without a name: head, modifiers, the country they name, and whether the reader knows who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsclaim.names.countries import is_state, lookup

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DEFINITE = frozenset({"the", "this", "that"})
_OWNER = frozenset({"'s", "’s"})
#: Modifiers that do not tell one holder of an office from another.
_SKIP = frozenset(
    {"former", "then", "late", "current", "same", "new", "top", "chief", "senior", "newly", "veteran", "the"}
)
#: No phrase has more modifiers; what has is no prose.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase: first token, head token, the words between in lower case, and the country that they name."""

    first: int
    head: int
    modifiers: tuple[str, ...]
    country: str | None


def nominal_at(doc: Doc, head: Token) -> Nominal:
    """Return the noun phrase of a head with its modifiers to the left."""
    first = head.i
    while first > max(0, head.i - _LONGEST) and _modifies(doc[first - 1], doc[first]):
        first -= 1
    words = [t for t in doc[first : head.i] if t.pos_ != "DET" and t.text not in _OWNER and t.text != "-"]
    country = country_in(doc[first : head.i].text)
    return Nominal(first, head.i, tuple(t.lower_ for t in words if t.lower_ not in _SKIP), country)


def is_definite(doc: Doc, nominal: Nominal) -> bool:
    """Tell whether the phrase means one that the reader knows: "the minister", "Malaysia's prime minister"."""
    return doc[nominal.first].lower_ in _DEFINITE or any(t.text in _OWNER for t in doc[nominal.first : nominal.head])


def country_in(text: str) -> str | None:
    """Return the first country that the words of a phrase name."""
    words = text.replace("’s", " ").replace("'s", " ").replace(",", " ").split()
    if words and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    for k in range(len(words)):
        if is_state(" ".join(words[k : k + 2])) or (k and is_state(" ".join(words[k - 1 : k + 1]))):
            continue
        for size in (4, 3, 2, 1):
            found = lookup(" ".join(words[k : k + size])) if k + size <= len(words) else None
            if found:
                return found.code
    return None


def _modifies(left: Token, right: Token) -> bool:
    if right.pos_ == "DET" or left.is_space:
        return False
    return left.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or left.text in _OWNER or left.text == "-"
