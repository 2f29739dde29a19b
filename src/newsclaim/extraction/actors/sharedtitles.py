"""A title in the plural before several names is that of each: "economists Ada Brook, Jo Ek and Bo Till"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsclaim.extraction.actors.name import Name
from newsclaim.extraction.actors.roleparts import tells_role
from newsclaim.extraction.page.tokens import Tokens
from newsclaim.lexicon import words as word_list

#: What stands between names of a list.
_BETWEEN = ([","], ["and"], [",", "and"], ["&"])
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


def singular(w: Tokens, k: int) -> str:
    """Return the office that a plural stands for: "economist", "Sen." of "Sens."; empty where it is none."""
    text = w.text[k]
    for ending, one in _SINGULAR:
        if text.endswith(ending):
            office = text.removesuffix(ending) + one
            return office if tells_role(office) or office in word_list("titles_parties", "members") else ""
    return ""
