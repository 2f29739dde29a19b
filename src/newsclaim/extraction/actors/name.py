"""One place where a name stands, and how names are compared inside an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from newsclaim.lexicon import load
from newsclaim.text import fold


@dataclass(slots=True)
class Name:
    """One place where a name stands: tokens `i` to `j`, offsets, and the title before it with its own offset."""

    i: int
    j: int
    start: int
    end: int
    text: str
    title: str = ""
    title_start: int = -1
    headline: bool = False
    #: What stands in quotation marks between first and family name: Edwin “Sparky” Malone.
    nickname: str = ""
    #: Told by a word of kinship beside the name: "his wife, Lotte Auster".
    gender: str | None = None
    #: The family name of a couple that is said once: "Inga and Tom Wexler".
    family: str = ""
    #: A word that is a title elsewhere is the given name here: "Prince Adebayo, a midfielder".
    whole: bool = False
    #: The title that several names share, in the singular, with its offsets: "Sen." of "Sens. Cole and Ek".
    shared: tuple[str, int, int] | None = None
    #: Nouns by which the article calls it in this place: "a charity", "her lawyer".
    called: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The name for comparison inside an article."""
        return key_of(self.text)


def by_nickname(name: Name) -> tuple[str, ...]:
    """Return the name with the nickname in place of the first one: "Sparky Malone"."""
    return (f"{name.nickname} {name.text.split()[-1]}",) if name.nickname else ()


@lru_cache(maxsize=32768)
def key_of(text: str) -> str:
    """Return a name folded for comparison: no case, accents, dots, hyphens or leading article."""
    folded = fold(text).replace(".", "").replace("-", " ")
    return " ".join(folded.removeprefix("the ").split())


def last_of(key: str) -> str:
    """Return the last word of a name's key that tells a family: "vance" of "robert vance jr"."""
    words = key.split()
    return words[-2] if len(words) > 1 and words[-1] in _generations() else words[-1]


@cache
def _generations() -> frozenset[str]:
    return frozenset(map(key_of, load("titles")["suffixes"]["generation"]))
