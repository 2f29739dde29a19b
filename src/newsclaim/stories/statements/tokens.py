"""The words of a quote as wordings are compared: marks, case, contractions and spelt numbers make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def tokens(text: str, offset: int = 0) -> Iterator[Token]:
    """Yield the words of a text in order; a contraction gives two with the same offsets."""
    text = _EDITED.sub(lambda cut: " " * len(cut[0]), text)
    waiting: Token | None = None
    tens = _tens()
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        words, may_be_name, known = _read(found[0])
        is_name = may_be_name and not (known and _opens(text, start))
        start, end = start + offset, end + offset
        if waiting is None and len(words) == 1 and words[0] not in tens:
            yield Token(start, end, words[0], is_name)
            continue
        for word in words:
            token = Token(start, end, word, is_name)
            if waiting is not None:
                joined = _joined(waiting, token, text[waiting.end - offset : found.start()])
                yield joined or waiting
                waiting = None
                if joined:
                    continue
            if word in tens:
                waiting = token
            else:
                yield token
    if waiting is not None:
        yield waiting


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in _ENDS


@lru_cache(maxsize=_KEPT)
def _read(written: str) -> tuple[tuple[str, ...], bool, bool]:
    """Return the words of what is written, whether it has a capital, and whether it is no telling word."""
    return _words(written), written[0].isupper(), is_known(fold(written))


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


def _joined(tens: Token, unit: Token, between: str) -> Token | None:
    """Return "forty-two" as one number."""
    if between == "-" and len(unit.word) == 1 and unit.word.isdigit() and unit.word != "0":
        return Token(tens.start, unit.end, str(int(tens.word) + int(unit.word)))
    return None


@cache
def _numerals() -> dict[str, str]:
    return {word: str(value) for value, word in enumerate(lexicon.load("statements")["numerals"].split())} | {
        word: str(10 * (tens + 2)) for tens, word in enumerate(lexicon.load("statements")["tens"].split())
    }


@cache
def _tens() -> frozenset[str]:
    return frozenset(str(10 * tens) for tens in range(2, 10))
