"""Which names are an outlet's, and which two are one outlet's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsclaim import lexicon
from newsclaim.text import fold

_WORDS = re.compile(r"[\w&]+")


def is_outlet(name: str) -> bool:
    """Tell whether a name is an outlet's or agency's by its own words ("Velmora Herald") or as it is well known."""
    bare = without_article(name)
    words = set(fold(bare).split())
    return bare in lexicon.words("organisations", "outlets") or bool(words & lexicon.words("stories", "outlet_words"))


def same_outlet(one: str, other: str) -> bool:
    """Tell whether two names are one outlet's: "AFP" and "Agence France-Presse", "the Coast" and "Coast News"."""
    return key_of(one) == key_of(other)


def without_article(name: str) -> str:
    """Return the name of an outlet without "the", possessive and full stop."""
    return re.sub(r"^[Tt]he ", "", name).rstrip(".'’").removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """Return what all names of an outlet have in common."""
    folded = fold(without_article(name))
    words = _WORDS.findall(_short_names().get(folded, folded))
    telling = [word for word in words if word not in lexicon.words("stories", "outlet_forms")]
    return " ".join(sorted(telling or words))


@cache
def _short_names() -> dict[str, str]:
    """Every name of an organisation that has several → the first of them, folded."""
    return {
        fold(name): fold(entry["names"][0])
        for entry in lexicon.load("organisations")["known"]
        for name in entry["names"]
    }
