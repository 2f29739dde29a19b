"""Letters with an accent that were lost: "F��il", "Bus ?ireann" → the letter, where the word is known.

In another word one letter stands for the two signs while the text is read, so that the word stays whole; what is shown
has the signs again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsclaim.lexicon import words
from newsclaim.repair.edits import Edit

#: What a letter of two bytes became, and the letter that stands for it in a word that is not known; no text has it.
LOST, STANDS_FOR = "\ufffd\ufffd", "ǝ"
_WORD = re.compile(rf"[^\W\d_]*(?:{LOST}[^\W\d_]*)+")
#: A capital letter with an accent became a question mark: "Bus ?ireann", "RT? News", “"?RT? News” behind a lost dash.
_CAPITAL = re.compile(r"(?<![^\s(?])(?:\?[a-z]+(?!\w)|[A-Z]{2}\?(?=['’]s\b|[ -](?:News|Radio|Sport|One|[a-z]+)\b))")
#: The capital behind an apostrophe was lost with it: O"ullivan.
_APOSTROPHE = re.compile(r'\bO"(?=([a-z]{3,}))')
_WITH_CAPITAL = re.compile(r"\bO['’]([A-Z])([a-z]{3,})")
#: "RT?" is the Irish station only in a text that tells of its land; elsewhere it may be a question about another one.
_IRISH = re.compile(r"\b(?:Ireland|Irish|Dublin|Garda|Taoiseach|Bus \?ireann)")
#: Between two words of small letters the two signs were a dash: "hurt��three".
_DASH = re.compile(rf"[a-z]{{3,}}{LOST}[a-z]{{2,}}$")


def letters(text: str) -> Iterator[Edit]:
    """Yield an edit for each letter that was lost."""
    found = list(_of_two_signs(text)) if LOST in text else []
    found += _of_question_marks(text) if "?" in text else []
    found += _with_apostrophe(text) if 'O"' in text else []
    yield from sorted(found, key=lambda edit: edit.start)


def _of_question_marks(text: str) -> Iterator[Edit]:
    for word in _CAPITAL.finditer(text):
        at = word.group().index("?")
        known = _known().get(word.group().replace("?", STANDS_FOR))
        if known and (at == 0 or _IRISH.search(text)):
            yield Edit(word.start() + at, word.start() + at + 1, known[at])


def _with_apostrophe(text: str) -> Iterator[Edit]:
    marks = list(_APOSTROPHE.finditer(text))
    whole = {name[2]: name[1] for name in _WITH_CAPITAL.finditer(text)} if marks else {}
    for mark in marks:
        if capital := whole.get(mark[1]):
            yield Edit(mark.end() - 1, mark.end(), f"’{capital}")


def _of_two_signs(text: str) -> Iterator[Edit]:
    for word in _WORD.finditer(text):
        if len(word.group()) == len(LOST):
            continue
        short = word.group().replace(LOST, STANDS_FOR)
        known = _known().get(short) or _known().get(short[0].lower() + short[1:])
        if known is None and (STANDS_FOR in (short[0], short[-1]) or _DASH.match(word.group())):
            continue  # a mark or a dash that was lost
        known = known or short
        at = word.start()
        for letter, sign in zip(known, short, strict=True):
            if sign == STANDS_FOR:
                yield Edit(at, at + len(LOST), letter)
            at += len(LOST) if sign == STANDS_FOR else 1


@cache
def _known() -> dict[str, str]:
    """The known words by what is left of them."""
    return {"".join(c if c.isascii() else STANDS_FOR for c in word): word for word in words("repair", "accented")}
