"""Single characters that stand for others: control codes of Windows-1252, odd spaces, invisible marks, odd quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.repair.edits import Edit

#: The control codes C1 that Windows-1252 has letters and marks for; texts hold them that were read as Latin-1.
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
#: No-break spaces and those of other widths.
_SPACES = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
#: Soft hyphens, joiners, marks of direction, byte order marks.
_INVISIBLE = dict.fromkeys(map(chr, [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF]), "")
_INVISIBLE |= dict.fromkeys(map(chr, range(0x2060, 0x2070)), "")
#: Primes, full-width, ornamental and corner marks.
_QUOTES = (
    dict.fromkeys("\u2033\u2036\uff02", '"')
    | dict.fromkeys("\u2032\u2035\uff07", "'")
    | dict.fromkeys("\u201f\u275d\u301d\u300c\u300e\u300a", "“")
    | dict.fromkeys("\u275e\u301e\u300d\u300f\u300b", "”")
    | {"´": "’"}
    | {"\u275b": "‘", "\u201b": "‘", "\u275c": "’"}
)
_NEW = {**{chr(code): new for code, new in _C1.items() if new}, **_SPACES, **_INVISIBLE, **_QUOTES}
_ODD = re.compile(f"[{''.join(map(re.escape, _NEW))}]")
_PRIMES = "\u2032\u2033"


#: Pairs of signs that typists put for one mark: ´´, <<, >>, ,, before a word.
_PAIRS = re.compile(r"´´|<<(?=[^\s<])|(?<=[^\s>])>>|(?<![\w,]),,(?=\w)")
#: ‚so‘, as some languages set single marks.
_LOW_SINGLE = re.compile(r"‚(?=\w)[^‚‘\n]{1,400}‘(?!\w)")
_PAIR_MARKS = {"´´": '"', "<<": "«", ">>": "»", ",,": "„"}


def pairs(text: str) -> Iterator[Edit]:
    """Yield an edit for each pair of signs that stands for one quotation mark."""
    has_pairs = any(signs in text for signs in _PAIR_MARKS)
    several = _PAIRS.finditer(text) if has_pairs else ()
    edits = [Edit(found.start(), found.end(), _PAIR_MARKS[found.group()]) for found in several]
    for found in _LOW_SINGLE.finditer(text):
        edits += [Edit(found.start(), found.start() + 1, "‘"), Edit(found.end() - 1, found.end(), "’")]
    yield from sorted(edits, key=lambda edit: edit.start)


def characters(text: str) -> Iterator[Edit]:
    """Yield an edit for each character that stands for another one or for none."""
    for found in _ODD.finditer(text):
        at, odd = found.start(), found.group()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if odd in _SPACES and before.isdigit() and after.isdigit():
            continue  # groups of digits: 3 000
        if odd in _PRIMES and before.isdigit():
            continue  # feet and inches, minutes and seconds
        yield Edit(at, at + 1, _NEW[odd])
