"""The words of a quote as wordings are compared: marks, case, contractions and spelt numbers make no difference."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsclaim import lexicon
from newsclaim.stories.statements.weights import is_known
from newsclaim.text import fold

_TOKEN = re.compile(r"[^\W_]+(?:[.,'’ʼ][^\W_]+)*|%")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
#: "don't" and "won't" end so; "it's" is "it is", but "the brother's" is whose.
_PARTS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
_IRREGULAR = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"), "shan't": ("shall", "not")}
_IS = frozenset({"it", "that", "he", "she", "there", "what", "who", "here", "where"})
#: So many written words are kept with what they are compared as.
_KEPT = 1 << 16
#: What stands before a word that opens a sentence.
_ENDS = frozenset('.!?…:“"‘(')
#: Cut out of the words of others, or put into them.
_EDITED = re.compile(r"\[\s*(?:sic|\.\.\.|…)\s*\]", re.IGNORECASE)


class Token(NamedTuple):
    """A word as it is compared, with the offsets of what is written; `name`: it has a capital where names have one."""

    start: int
    end: int
    word: str
    name: bool = False


PlainToken = tuple[int, int, str, bool]


def tokens(text: str, offset: int = 0) -> list[Token]:
    """Return the words of a text in order; a contraction gives two with the same offsets."""
    return list(map(Token._make, plain_tokens(text, offset)))


def plain_tokens(text: str, offset: int = 0) -> list[PlainToken]:
    """Return what `tokens` does as plain tuples, for those who read a whole corpus."""
    if "[" in text:
        text = _EDITED.sub(lambda cut: " " * len(cut[0]), text)
    read: list[PlainToken] = []
    waiting: PlainToken | None = None
    for found in _TOKEN.finditer(text):
        words, alone, begins_large, is_common = _written(found[0])
        start, end = found.span()
        is_name = begins_large and not (is_common and _opens(text, start))
        if alone and waiting is None:
            read.append((start + offset, end + offset, words[0], is_name))
            continue
        for one in words:
            token = (start + offset, end + offset, one, is_name)
            between = text[waiting[1] - offset : start] if waiting else ""
            waiting = _add(read, waiting, token, between)
    return [*read, waiting] if waiting else read


def _add(read: list[PlainToken], waiting: PlainToken | None, token: PlainToken, between: str) -> PlainToken | None:
    """Add a word, and the tens that waited for it, as one where they are one ("forty-two"); return tens that wait."""
    joined = waiting and _joined(waiting, token, between)
    if waiting is not None:
        read.append(joined or waiting)
    if joined:
        return None
    if token[2] in _tens():
        return token
    read.append(token)
    return None


@lru_cache(maxsize=_KEPT)
def _written(written: str) -> tuple[tuple[str, ...], bool, bool, bool]:
    """Return as which single word one is compared, whether it begins with a capital, and whether that may mean nothing.

    There is no single word where it gives several, or may begin a number of two words.
    """
    words = _words(written)
    alone = len(words) == 1 and words[0] not in _tens()
    begins_large = written[0].isupper()
    return words, alone, begins_large, begins_large and is_known(fold(written))


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in _ENDS


def _words(written: str) -> tuple[str, ...]:
    folded = fold(written).replace("ʼ", "'")
    if folded.isalpha():
        return (_numerals().get(folded, folded),)
    if folded == "%":
        return ("percent",)
    if folded in _IRREGULAR or "'" in folded:
        return _IRREGULAR.get(folded) or _uncontracted(folded)
    if _THOUSANDS.fullmatch(folded) or _INITIALS.fullmatch(folded):
        return (folded.replace(",", "").replace(".", ""),)
    return (folded,) if folded[0].isdigit() else tuple(re.split(r"[.,]", folded))


def _uncontracted(folded: str) -> tuple[str, ...]:
    if folded.endswith("n't"):
        return folded[:-3], "not"
    for ending, meant in _PARTS.items():
        if folded.endswith(ending):
            return folded[: -len(ending)], meant
    if folded.endswith("'s"):
        base = folded[:-2]
        return (base, "is") if base in _IS else ("let", "us") if base == "let" else (base,)
    return (folded.replace("'", ""),)


def _joined(tens: PlainToken, unit: PlainToken, between: str) -> PlainToken | None:
    """Return "forty-two" as one number."""
    word = unit[2]
    if between == "-" and len(word) == 1 and word.isdigit() and word != "0":
        return tens[0], unit[1], str(int(tens[2]) + int(word)), False
    return None


@cache
def _numerals() -> dict[str, str]:
    return {word: str(value) for value, word in enumerate(lexicon.load("statements")["numerals"].split())} | {
        word: str(10 * (tens + 2)) for tens, word in enumerate(lexicon.load("statements")["tens"].split())
    }


@cache
def _tens() -> frozenset[str]:
    return frozenset(str(10 * tens) for tens in range(2, 10))
