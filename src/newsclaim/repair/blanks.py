"""Hyphens that stand for no-break spaces ("gone.-The", "Mayor-Ada Lund", "the Herald's-report") → blanks.

A hyphen can be meant as well, so it is read as a lost blank only in a text that has a sure sign of the damage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.lexicon import words
from newsclaim.repair.edits import Edit

#: No writer sets a hyphen behind a sentence or a comma: gone.-The, gone." - is a dash; gone,-and.
#: (A list begins with ":- ".)
_SURE = re.compile(r'(?<=[a-z]{3})(?:[.,:]"?-+(?=[A-Z"])|[.,]"?-+(?=\s)|,-(?=[a-z]))')
#: Nor between a name and "has" or "said", nor behind "Mr" or "the" before a name: Lund-said, Mr-Lund, and-Minister.
_SURE_BESIDE_NAME = re.compile(
    r"(?<![\w'’/-])(?:[A-Z][a-z]{2,}[^\W\d_]?-(?:has|have|was|were|is|are|said|says|told|claimed|with)|(?:M(?:r|s|rs)|Fr|the|of|and|by)-[A-Z][a-z]+)(?![\w-])"
)
#: What either has at its hyphen, looked for first: most texts have neither.
_SURE_PAIRS = (".-", ",-", ":-", '"-')
_AT_NAME = re.compile(r"-(?:(?<=[rsefdy]-)(?=[A-Z])|(?=ha[sv]|was|were|is|are|said|says|told|claimed|with))")
#: Nor one behind an article or "of": one may be a slip.
_LIKELY = re.compile(r"-(?:(?<= a-)|(?<= an-)|(?<= the-)|(?<= of-))(?=[a-z]{3})")
_BEHIND_MARK = re.compile(
    r'(?:(?<=[a-z]{2}[.!?])|(?<=[a-z][.!?]")|(?<=[a-z]"\.))-+(?=["A-Z\s]|$)|(?<=[a-z][,;:])-(?=["A-Za-z\s])|(?<=,")-(?=[A-Za-z])'
)
#: Behind a possessive no compound goes on: the Herald's-report.
_BEHIND_OWNER = re.compile(r"(?<=[a-z]['’]s)-(?=[^\W\d_])")
_HYPHENED = re.compile(r"(?<![\w'’/-])((?:[DO]['’])?[^\W\d_]+)-([^\W\d_]+)(?![\w-])")
#: Shorter words make compounds with small ones and with names: sit-in, pro-Norland.
_LONG_BEFORE_SMALL, _LONG_BEFORE_NAME = 6, 4
#: So many likely signs are a sure one.
_TWICE = 2


def blanks(text: str) -> Iterator[Edit]:
    """Yield a blank for each hyphen of a damaged text that stands behind a mark or where no compound has one."""
    if not _is_damaged(text):
        return
    for pattern in (_BEHIND_MARK, _BEHIND_OWNER):
        yield from (Edit(found.start(), found.end(), " ") for found in pattern.finditer(text))
    for found in _HYPHENED.finditer(text):
        if _are_two(found[1], found[2]) or _stands_as_two(text, found[1], found[2]):
            yield Edit(found.end(1), found.start(2), " ")


def _is_damaged(text: str) -> bool:
    """Whether some hyphen can be nothing but a blank."""
    if any(map(text.__contains__, _SURE_PAIRS)) and _SURE.search(text):
        return True
    beside_name = _AT_NAME.search(text) and _SURE_BESIDE_NAME.search(text)
    return bool(beside_name) or len(_LIKELY.findall(text)) >= _TWICE


def _stands_as_two(text: str, first: str, second: str) -> bool:
    """Whether the text has a name with a blank elsewhere: "Ada-Lund" and "Ada Lund"."""
    return first[0].isupper() and second[0].isupper() and f"{first} {second}" in text


def _are_two(first: str, second: str) -> bool:
    """Whether words that a hyphen joins are two: "boats-and", "Lund-told", no "would-be", no "Norland-led"."""
    small = first if len(first) == 1 else first.casefold()  # "a-boat", no "A-list"
    if small in words("repair", "before_blanks") or second in words("repair", "behind_blanks"):
        return True
    whole = small in words("repair", "takes_small")
    if first[0].isupper() and second in words("repair", "behind_names"):
        return not whole
    if first[0].isupper() and second in words("repair", "offices_behind"):
        return small not in words("repair", "prefixes")
    if second in words("repair", "behind_long"):
        return len(first) >= _LONG_BEFORE_SMALL and not whole
    return not second[0].islower() and _stands_before_name(first, second)


def _stands_before_name(first: str, second: str) -> bool:
    """Whether a word makes no compound with a name: "Mayor-Ada", "in-Oldport", "driver-Tom", no "anti-Norland"."""
    if first[0].isupper():
        return first in words("repair", "before_names") and second not in words("repair", "ends_titles")
    if first in words("repair", "before_any_name"):
        return True
    return len(first) >= _LONG_BEFORE_NAME and first not in words("repair", "prefixes")
