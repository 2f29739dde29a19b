"""Words of a filter → what the store compares: lemmas of what is counted, folded places and codes of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.text import fold

_ODD = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "lives": "life",
    "wives": "wife", "policemen": "policeman", "firemen": "fireman", "aircrafts": "aircraft",
}  # fmt: skip
#: "boxes", "crashes", "buses": the plural adds two letters.
_HISSING = re.compile(r"(?:s|x|z|ch|sh)es\Z")


def lemmas(word: str) -> tuple[str, ...]:
    """Return the lemmas that a counted noun may stand under: "soldiers" under "soldiers" and "soldier"."""
    return tuple(dict.fromkeys(_lemmas(fold(word))))


def _lemmas(word: str) -> Iterator[str]:
    yield word
    if word in _ODD:
        yield _ODD[word]
    elif word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if _HISSING.search(word):
            yield word[:-2]
    if word == "person":
        yield "people"


def places(word: str) -> tuple[str, ...]:
    """Return a place as the store compares it, a country with its code: "Norway" → "norway", "no"."""
    from newsclaim.names.countries import lookup

    found = lookup(word if any(c.isupper() for c in word) else word.title())
    code = (found.code.lower(),) if found and found.way in {"name", "short"} else ()
    return tuple(dict.fromkeys((fold(word), *code)))
