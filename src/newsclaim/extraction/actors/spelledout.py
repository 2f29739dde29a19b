"""Where a body's name begins, by the letters in brackets behind it: "the Medicines and Toys Control Agency (MTCA)".

What the names are parted by inside it is a comma or a small word: "Educational, Arts and Trade Office (EATO)".
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.names import organisations
from newsclaim.names.titles import is_office

#: Tokens before the last name that belong to one body, and words inside its name without a capital.
_LONGEST = 12
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "&", ","})
#: Fewer letters are met by chance; so many words may have none in them.
_FEWEST, _SKIPPED = 3, 2


def spelled_out(w: Tokens, names: Sequence[Name]) -> list[Name]:
    """Return the names, those that are one body's by the letters in brackets behind it joined."""
    joined: list[Name] = []
    for name in names:
        first = _begins(w, name)
        inside = [other for other in joined if other.j > first]
        if first < name.i and all(other.i >= first for other in inside):
            del joined[len(joined) - len(inside) :]
            name.i, name.start, name.text, name.title = first, w.start[first], w.words(first, name.j), ""
        joined.append(name)
    return joined


def _begins(w: Tokens, name: Name) -> int:
    """Return the token with which a name begins by the letters behind it."""
    letters = w.text[name.j + 1] if w.text[name.j : name.j + 1] == ["("] and name.j + 1 < len(w) else ""
    if not organisations.is_acronym(letters) or len(letters) < _FEWEST or _spells(letters, name.text):
        return name.i
    for k in range(name.i - 1, max(-1, name.i - _LONGEST), -1):
        capital = w.text[k][:1].isupper()
        if not (capital or w.low[k] in _SMALL) or w.block[k] != w.block[name.i] or _ends_another(w, k, name):
            break
        if capital and w.text[k][0] == letters[0] and _spells(letters, w.words(k, name.j)):
            return k
    return name.i


def _ends_another(w: Tokens, k: int, name: Name) -> bool:
    """Whether another name or an office stands at a token: "Halvern Steel and | the Union of Metal Workers (HUMW)".

    Without its first letter what is in brackets is the last name's alone; no "State of Norland and the Isles (SNI)".
    """
    if w.low[k : k + 2] == ["the", w.low[name.i]] and w.low[k - 1] in ("and", ","):
        return _spells(w.text[name.j + 1][1:], name.text)
    return is_office(w.text[k]) and w.low[k + 1] == "of"


def _spells(letters: str, text: str) -> bool:
    """Whether letters are the first ones of words, in their order, small words and a few others left out."""
    words = text.replace(",", " ").split()
    if letters in organisations.initialism(" ".join(words)):
        return True
    initials = iter(word[0].upper() for word in words)
    big = sum(word.casefold() not in _SMALL for word in words)
    in_order = words[0][0] == letters[0] and all(letter in initials for letter in letters)
    return in_order and big - len(letters) <= _SKIPPED
