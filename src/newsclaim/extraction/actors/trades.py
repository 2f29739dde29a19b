"""Words of a name that say in what trade a firm is, or that it is no person's: "Halvern Power" is "Halvern"."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.bodynouns import is_surely_company
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list
from newsclaim.names import organisations
from newsclaim.names.countries import lookup
from newsclaim.names.person import is_given

#: Tokens that say what a firm does: "law firm".
_TRADE = 2
_LISTS = ("marks", "legal", "trade", "businesses")


def is_trade(words: Sequence[str]) -> bool:
    """Tell whether all words, in lower case, only say what kind of body it is."""
    return all(any(word in word_list("organisations", key) for key in _LISTS) for word in words)


def leaves_place(words: Sequence[str]) -> bool:
    """Tell whether what stands before these words is only the place of a body: "Oldport" of "Oldport City Council".

    Not what stands before "Security Council".
    """
    first = next((word for word in words if word not in word_list("organisations", "kinds_of_place")), "")
    return first in word_list("organisations", "of_places")


def is_collective(text: str) -> bool:
    """Tell whether a name ends with a word for many: "House Republicans"."""
    first, _, last = text.rpartition(" ")
    return bool(first) and last.casefold() in word_list("mentions", "collectives")


def ends_with_country(text: str) -> bool:
    """Tell whether a name ends with a country and begins with no first name: "Focus Norland"."""
    first, _, last = text.rpartition(" ")
    country = lookup(last) if first else None
    return country is not None and country.way == "name" and not is_given(first.split()[0])


def is_named_by_trade(w: Tokens, name: Name) -> bool:
    """Tell whether what a firm does stands before a name: "law firm X", not "the law firm X founded"."""
    i, j = name.i, name.j
    if i < _TRADE or w.tag[i - 1] != "NN" or not is_surely_company(w.lemma[i - 1]) or w.tag[i - 2] not in ("NN", "JJ"):
        return False
    return j >= len(w) or w.dep[j] == "ROOT" or w.lemma[j] not in word_list("mentions", "leads")


def ends_with_trade(text: str) -> bool:
    """Tell whether a name ends with what a firm makes and begins with no first name: "Kestrel Foods"."""
    first, _, rest = text.partition(" ")
    return rest.rpartition(" ")[2].casefold() in word_list("organisations", "businesses") and not is_given(first)


def is_founded(text: str) -> bool:
    """Tell whether a name says who founded a body for what: "Mothers for Clean Air"."""
    first, aim, _ = text.partition(" for ")
    return bool(aim) and first.split()[-1].casefold() in word_list("runs", "founders")


def is_branch(text: str) -> bool:
    """Tell whether a name is an abbreviation with its place: "ACLU of Ohio"."""
    first, of, _ = text.partition(" of ")
    return bool(of) and organisations.is_acronym(first) and first.isupper()
