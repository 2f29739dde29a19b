"""Hyphens that stand where a blank was lost: "Ada Lund-meanwhile said", "Chief-Ada Lund"."""

from __future__ import annotations

from newsclaim.extraction.page.people import stands_for_person
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words
from newsclaim.names.person import is_given
from newsclaim.names.titles import is_office


def parts(w: Tokens, first: int, hyphen: int) -> bool:
    """Tell whether a hyphen parts a word that begins with `first` from one that is none of it; no "Kim Jong-un"."""
    if hyphen <= first or w.text[hyphen] != "-":
        return False
    glued = w.text[first][0].isupper() and w.text[hyphen + 1] in words("runs", "glued")
    return glued or parts_office(w, hyphen)


def parts_office(w: Tokens, hyphen: int) -> bool:
    """Tell whether a hyphen parts an office from the first name behind it: "Chief-Ada Lund"."""
    if not (hyphen and w.tied(hyphen) and w.tied(hyphen - 1)) or not w.text[hyphen + 2 : hyphen + 3]:
        return False
    office = is_office(w.text[hyphen - 1]) or stands_for_person(w.low[hyphen - 1])
    return office and is_given(w.text[hyphen + 1]) and w.text[hyphen + 2][:1].isupper()
