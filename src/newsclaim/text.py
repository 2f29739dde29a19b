"""Pure functions on strings and offsets that more than one room needs."""

from __future__ import annotations

import hashlib
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


def stable_id(prefix: str, *parts: object) -> str:
    """Return an identifier made from `parts` alone, the same in every run: a prefix and 12 hexadecimal digits."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}{digest[:12]}"


def sha256(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, lone surrogates kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fold(text: str) -> str:
    """Return `text` for comparison: no accents, lower case, straight apostrophes, single spaces."""
    plain = text.translate({0x2018: "'", 0x2019: "'", 0xA0: " "})
    if plain.isascii():
        return " ".join(plain.casefold().split())
    decomposed = unicodedata.normalize("NFKD", plain)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def plain(text: str) -> str:
    r"""Return `text` with line ends made `\n` and letters composed (NFC), as files are kept."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
