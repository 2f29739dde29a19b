"""Tokens → words as a reader sees them: a hyphenated one whole, without a possessive."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclaim.extraction.actors.lostblanks import parts
from newsclaim.extraction.page.tokens import Tokens, past
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import lookup
from newsclaim.names.titles import is_head

_JOINTS = "-‐‑–'’"
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_ARTICLED = re.compile(r"(?:[a-z]{2}-|[dl]['’])[A-Z]")


class Word(NamedTuple):
    """A stretch of text without white space or punctuation around it: tokens `i` to `j`, offsets into the text."""

    i: int
    j: int
    start: int
    end: int
    text: str

    @property
    def upper(self) -> bool:
        """Whether it is written with a capital, if only behind an article: "al-Assad", "d'Ivoire"."""
        text = self.text
        return text[:1].isupper() or (not text.isalpha() and _ARTICLED.match(text) is not None)


def word_around(w: Tokens, k: int, low: int) -> Word | None:
    """Return the word that a token is part of, none that begins below `low`."""
    i = k
    while i > low and w.start[i] == w.end[i - 1]:
        i -= 1
    while i <= k:
        word = word_at(w, i)
        i = word.j if word else i + 1
        if word and i > k:
            return word
    return None


def word_at(w: Tokens, i: int) -> Word | None:
    """Return the word that begins with a token, a hyphenated one whole, without a possessive; None for a mark."""
    text, starts, ends = w.text[i], w.start, w.end
    if not (text[:1].isalnum() or text == "&"):
        return None
    j = i + 1
    if w.tied(i):
        j = past(j, len(w), lambda j: starts[j] == ends[j - 1] and _continues(w, j))
    j -= j - i > 1 and _hangs(w, j)
    j -= 2 * (j - i > 2 and parts(w, i, j - 2))
    return Word(i, j, starts[i], ends[j - 1], text if j == i + 1 else w.words(i, j))


def _continues(w: Tokens, j: int) -> bool:
    text, before = w.text[j], w.text[j - 1]
    if text[:1].isalnum():
        return before in _JOINTS
    if text in _POSSESSIVES and before in word_list("runs", "owners"):
        return True
    if text in ("'", "’") and before.endswith("s") and _guild(w, j):
        return True  # "Dockers' Union"
    if text == "." and is_head(before + "."):
        return True  # "Sgt" and "." are two tokens
    return text in _JOINTS and j + 1 < len(w) and w.tied(j) and w.text[j + 1][:1].isalnum()


def _guild(w: Tokens, j: int) -> bool:
    """Whether a possessive plural goes on to what its owners founded: "Miners' Union", not "the States' Congress"."""
    after = w.text[j + 1] if j + 1 < len(w) else ""
    founded = after[:1].isupper() and after.casefold() in word_list("organisations", "founded")
    return founded and lookup(w.text[j - 1]) is None


def _hangs(w: Tokens, j: int) -> bool:
    """Whether the last token is a loose joint, or a possessive that no capitalised word follows ("the People's")."""
    last = w.text[j - 1]
    if last in _POSSESSIVES and (w.text[j - 2] in word_list("runs", "owners") or _guild(w, j - 1)):
        return j >= len(w) or not w.text[j][:1].isupper()
    return last in _JOINTS
