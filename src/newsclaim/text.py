"""Pure functions on strings and offsets that more than one room needs."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from newsclaim.models import Span


def span_of(text: str, start: int, end: int) -> Span:
    """Return the span of `text` from `start` to `end` (code points, end exclusive)."""
    return Span(start=start, end=end, text=text[start:end])


def trimmed(text: str, start: int, end: int, drop: str = " \t\r\n\u00a0") -> tuple[int, int]:
    """Return the offsets without characters of `drop` at either edge; start == end when nothing is left."""
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return start, end


#: 60 bits as 12 digits of base 32: a million ids share one with a chance of one in two million.
_DIGITS = "0123456789abcdefghijklmnopqrstuv"
_ID_BITS = 60
#: Behind the letter that says what an id is of.
ID_DIGITS = _ID_BITS // 5
#: Two digits by ten bits.
_PAIRS = tuple(one + other for one in _DIGITS for other in _DIGITS)


def stable_id(prefix: str, *parts: object) -> str:
    """Return an identifier made from `parts` alone, the same in every run: a letter and 12 digits of base 32."""
    return numbered_id(prefix, stable_number(*parts))


def stable_number(*parts: object) -> int:
    """Return a number of 60 bits made from `parts` alone."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> (64 - _ID_BITS)


def numbered_id(prefix: str, number: int) -> str:
    """Return the identifier of a number of 60 bits."""
    return (
        f"{prefix}{_PAIRS[number >> 50 & 1023]}{_PAIRS[number >> 40 & 1023]}{_PAIRS[number >> 30 & 1023]}"
        f"{_PAIRS[number >> 20 & 1023]}{_PAIRS[number >> 10 & 1023]}{_PAIRS[number & 1023]}"
    )


def number_of(identifier: str) -> int:
    """Return the number that an identifier was made from.

    Raises:
        ValueError: it is no such identifier.
    """
    return int(identifier[1:], 32)


def sha256(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, lone surrogates kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


_STRAIGHT = {0x2018: "'", 0x2019: "'", 0xA0: " "}


def fold(text: str) -> str:
    """Return `text` for comparison: no accents, lower case, straight apostrophes, single spaces."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = text.translate(_STRAIGHT)
    if plain.isascii():
        return " ".join(plain.casefold().split())
    decomposed = unicodedata.normalize("NFKD", plain)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


#: Control characters would move the cursor, change colours or hide text; those of direction would show words in another
#: order than they stand in.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return the text, control characters other than line ends and tabs shown as U+FFFD."""
    return text if text.isprintable() else _CONTROLS.sub("\ufffd", text)


def plain(text: str) -> str:
    r"""Return `text` with line ends made `\n` and letters composed (NFC), as files are kept."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
