"""A title in the plural before several names is that of each: "economists Ada Brook, Jo Ek and Bo Till"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclaim.extraction.actors.appositions import LONGEST, in_apposition, lead, without_link
from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.page.tokens import Tokens, back, past
from newsclaim.lexicon import words as word_list
from newsclaim.names.countries import lookup

#: What stands between names of a list.
_BETWEEN = ([","], ["and"], [",", "and"], ["&"])
_COUNTS = ("", "", "two", "three", "four", "five", "six")
#: Endings of plurals, and what stands for them in the singular.
_SINGULAR = (("men", "man"), ("ies", "y"), ("s.", "."), ("s", ""))


def lists_of(w: Tokens, names: Sequence[Name]) -> list[list[Name]]:
    """Return the names that stand together in a list up to the one behind "and", where only the first has a title."""
    found: list[list[Name]] = []
    current: list[Name] = []
    for one, other in pairwise(names):
        between = w.low[one.j : other.i] if other.i - one.j <= len((",", "and")) else []
        if between not in _BETWEEN or other.title:
            current = []
            continue
        current = [*(current or [one]), other]
        if between[-1] in ("and", "&"):
            found.append(current)
            current = []
    return found


def before_list(w: Tokens, names: Sequence[Name]) -> int:
    """Return the noun of the plural office before a list, -1 when there is none.

    A mark may stand between where as many are counted: "three co-authors - A, B and C".
    """
    k = names[0].i
    if k > 1 and w.text[k - 1] in (",", "-", "—", "–", ":"):
        first = back(k - 1, 0, lambda i: w.pos[i] in ("NOUN", "ADJ"))
        counted = first > 0 and w.low[first - 1] in _COUNTS and _COUNTS.index(w.low[first - 1]) == len(names)
        return k - 2 if counted else -1
    return k - 1


def behind_list(w: Tokens, names: Sequence[Name]) -> tuple[int, int, int]:
    """Return where the phrase of a plural behind a list begins, its noun and end: "A and B, both lawyers at Ek,"."""
    k = names[-1].j
    if k + 2 >= len(w) or w.text[k] not in (",", "(", "-", "—", "–"):
        return 0, -1, 0
    first = past(k + 1, len(w) - 1, lambda k: w.pos[k] in ("DET", "CCONJ"))
    end = past(first, len(w), lambda end: end - first < LONGEST and in_apposition(w, end))
    end = without_link(w, first, end)
    noun = lead(w, first, end) - 1
    plural = noun >= first and w.tag[noun] in ("NNS", "NNPS") and w.dep[noun] in ("appos", "conj")
    return (first, noun, end) if plural else (0, -1, 0)


def in_singular(w: Tokens, first: int, noun: int, end: int) -> str:
    """Return the words of an office with its plural noun in the singular; empty where that is none."""
    office, at = singular(w, noun), w.start[noun] - w.start[first]
    said = w.words(first, end)
    return f"{said[:at]}{office}{said[at + len(w.text[noun]) :]}" if office else ""


def each_land(w: Tokens, first: int, names: Sequence[Name]) -> list[str]:
    """Return the adjectives of the countries that two names have in turn: "Norlander and Tarn ministers A and B"."""
    lands = [k for k in (first - 2, first) if k >= 0 and (land := lookup(w.text[k])) and land.way == "adjective"]
    told = len(names) == len(lands) == 2 and w.low[first - 1] == "and"
    return [w.text[k] for k in lands] if told else []


def singular(w: Tokens, k: int) -> str:
    """Return the office that a plural stands for: "economist", "Sen." of "Sens."; empty where it is none."""
    text = w.text[k]
    for ending, one in _SINGULAR:
        if text.endswith(ending):
            office = text.removesuffix(ending) + one
            return office if tells_role(office) or office in word_list("titles_parties", "members") else ""
    return ""
