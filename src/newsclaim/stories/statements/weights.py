"""What a word weighs: how much it tells of which statement it stands in.

The weights are those of kinds of words, not counted in a corpus: two wordings are then as alike as they are, whatever
else is stored, and a new quote changes nothing for old ones.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache

from newsclaim import lexicon

#: Words that hold sentences together; words that stand in statements of every kind; all others.
FORM, COMMON, TELLING = 0.4, 2.5, 4.5
#: Names are what a whole story has in common, not a statement.
NAME = 1.5


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> int:
    """Return the hash by which a word is kept: 30 bits, above two that are left free."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) & ~3


def is_number(key: int) -> bool:
    """Tell whether the word of a hash is a number of one to four digits: longer ones are told with words."""
    return key in _numbers()


@lru_cache(maxsize=1 << 16)
def weighed(word: str) -> tuple[int, float, float]:
    """Return the hash of a word, and what it weighs where it is no name and where it is one."""
    key = key_of(word)
    return key, weight_of(key, False), weight_of(key, True)


@lru_cache(maxsize=1 << 16)
def weight_of(key: int, name: bool) -> float:
    """Return what the word of a hash weighs, where it is a name or none."""
    weight = known().get(key, TELLING)
    return min(weight, NAME) if name else weight


def is_known(word: str) -> bool:
    """Tell whether a word is no telling one, and so no name where it opens a sentence."""
    return key_of(word) in known()


@cache
def _numbers() -> frozenset[int]:
    return frozenset(key_of(str(number)) for number in range(10_000))


@cache
def known() -> dict[int, float]:
    """Return what the words weigh that are no telling ones, by their hashes."""
    table = lexicon.load("statements")
    common = " ".join(lexicon.load("stories")["common"]) + " " + table["common"]
    weights = dict.fromkeys(map(key_of, common.split()), COMMON)
    weights |= {key_of(str(number)): COMMON for number in range(10)}
    return weights | dict.fromkeys(map(key_of, table["form"].split()), FORM)
