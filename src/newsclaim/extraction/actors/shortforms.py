"""Short forms that the article gives beside the long one: "Athletics Norland (AN)", "Halvern Electricity (HEL)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclaim.extraction.actors.name import Name, key_of
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.names import organisations, person
from newsclaim.names.countries import is_city, is_state, lookup

#: Words between a long form's end and a short form: "(", and "known as", "or" inside the bracket.
_LEADS = frozenset({"or", "formerly", "also", "known", "as", "called", "the", "“", '"', "‘", "'"})

#: Between a name and what it is called beside it.
_KNOWN_AS = frozenset({",", "also", "better", "commonly", "widely", "simply", "known", "as"})
_MARKS = frozenset({"“", "”", '"', "‘", "’", "'"})
#: Words of a long name and letters of a word that is drawn together from it, at least.
_FEW = 2
_SHORT_WORD = 4


def short_forms(w: Tokens, names: Sequence[Name]) -> dict[str, str]:
    """Return the keys of short forms in brackets with the key of the long form before them."""
    found: dict[str, str] = {}
    for long, short in pairwise(names):
        bracketed = _in_bracket(w, long, short) and (_is_marked(w, long, short) or _abbreviates(long, short.text))
        if bracketed or _is_known_as(w, long, short):
            found.setdefault(short.key, long.key)
    return found


def _in_bracket(w: Tokens, long: Name, short: Name) -> bool:
    if long.j >= len(w) or w.text[long.j] != "(" or short.j >= len(w) or short.title:
        return False
    k = past(short.j, len(w), lambda k: w.text[k] in {"”", '"', "’", "'"})
    return w.text[k : k + 1] == [")"] and all(w.low[x] in _LEADS for x in range(long.j + 1, short.i))


def _is_known_as(w: Tokens, long: Name, short: Name) -> bool:
    """Whether a body's short form is told in words: "Halvern Express Airlines, also known as Hex,".

    Its letters are the body's. Behind a preposition it may be somebody else's: "a hacker at Hale Group, known as".
    """
    between = w.low[long.j : short.i]
    if between[-2:] != ["known", "as"] or not _KNOWN_AS.issuperset(between) or short.title or long.title:
        return False
    if w.dep[long.j - 1] == "pobj" or not _has_letters(long.text, short.text):
        return False
    told = organisations.has_mark(long.text) or organisations.known(long.text) is not None
    return told and not (organisations.known(short.text) or lookup(short.text) or lookup(long.text))


def _is_marked(w: Tokens, long: Name, short: Name) -> bool:
    """Whether a body's short form is whatever stands between marks in the bracket: "Movement for Rivers (“Clear”)"."""
    marked = short.i > 0 and w.text[short.i - 1] in _MARKS and short.j < len(w) and w.text[short.j] in _MARKS
    known = organisations.known(short.text) or lookup(short.text) or lookup(long.text)
    return marked and not known and " " in long.text and not person.is_given(long.text.split()[0])


def _is_drawn_together(long: str, short: str) -> bool:
    """Whether a word's letters stand in the long name in their order: "Phivolcs" in "… Volcanology and Seismology"."""
    return len(short) >= _SHORT_WORD and short.isalpha() and _has_letters(long, short)


def _has_letters(long: str, short: str) -> bool:
    """Whether a short form begins like the long one and has its letters in their order."""
    letters = iter(long.casefold())
    return short[0] == long[0] and all(letter in letters for letter in short.casefold())


def _abbreviates(long: Name, short: str) -> bool:
    """Whether a word in brackets is a name's short form: its letters or one of its words; no party, place or state."""
    if organisations.known(short) or lookup(long.text) or is_state(short) or is_city(short) or lookup(short):
        return False
    words = key_of(long.text).split()
    if key_of(short) in words and len(words) > 1:
        return True
    if len(words) > _FEW and _is_drawn_together(long.text, short):
        return True
    if not organisations.is_acronym(short.replace("&", "")):
        return False
    personal = not person.parse(long.text).lone and person.is_given(long.text.split()[0])
    return not personal or short.replace(".", "").upper() in organisations.initialism(long.text)
