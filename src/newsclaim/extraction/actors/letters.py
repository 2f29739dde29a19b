"""Letters before a name that say what somebody is: a title in chess, a rank, a degree."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.names import organisations, person

#: A first and a family name.
_FULL = 2
#: Abbreviated titles have no more letters.
_MOST = 4


def cut_letters(w: Tokens, names: Sequence[Name]) -> None:
    """Take letters off the front of names that the article also gives without them, or that begin with a first name.

    "GM Ada Holm" is Ada Holm; "JD Holm" and "AJ Foyt" stay, as letters before a family name are first names.
    """
    texts = {name.text for name in names}
    for name in names:
        letters, _, rest = name.text.partition(" ")
        if name.title or not _are_letters(letters) or len(rest.split()) < _FULL or organisations.has_mark(rest):
            continue
        if rest in texts or (person.is_given(rest.split()[0]) and w.ent[name.i + 1] == "PERSON"):
            name.title, name.title_start = letters, name.start
            name.i, name.start, name.text = name.i + 1, w.start[name.i + 1], rest


def _are_letters(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) <= _MOST and organisations.is_acronym(word)
