"""Posts of social networks that were set into an article: their words and the name that signs them are one block.

Saved as text a post has lost its frame and its marks; what is left is its signature, "— Name (@account) March 3, 2026".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.corpus.blocks.piece import Piece
from newsclaim.sentences import sentence_starts

_HOUR = r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}}|\b)|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d(?:T[\d:.Z+]+)?)"
_DATE = rf"(?:on |at )?(?:{_HOUR},? ?[-–·]? ?)?{_DAY}(?:,? (?:at )?{_HOUR})?"
_HANDLE = r"@[\w.@-]{1,60}"
_NETWORK = r"(?:on (?:X|Twitter|Threads|Bluesky|Mastodon)[,.]?)"
#: An account has a name, a handle in brackets and mostly a date; a dash before it is enough without one.
SIGNATURE = re.compile(
    rf"(?:[—–]|--?|―)\s*(?P<name>[^\n()@—–]{{2,60}}?)\s*\({_HANDLE}\)(?:\s*{_NETWORK}?\s*{_DATE})?"
    rf"|(?<=\s)(?P<bare>(?:[A-Z][\w.’'-]+ ?){{1,4}}) \({_HANDLE}\)\s*{_NETWORK}?\s*{_DATE}"
)
#: No post is longer; what stands before it in its paragraph is the article's.
_LONGEST = 330


def post_in(text: str, start: int, end: int) -> Piece | None:
    """Return the first post in the paragraph `text[start:end]`, its signature included, None when there is none."""
    signature = SIGNATURE.search(text, start, end)
    if signature is None:
        return None
    begins = sentence_starts(text, start, signature.start())
    first = next((begin for begin in begins if signature.start() - begin <= _LONGEST), signature.start())
    return Piece(first, signature.end(), "embed")


def joined(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """Yield the pieces of a text; a signature that stands alone is one piece with the paragraph it signs."""
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if following and _signs_only(text, following) and _can_be_post(text, piece):
            continue
        if number and _signs_only(text, piece) and _can_be_post(text, pieces[number - 1]):
            yield Piece(pieces[number - 1].start, piece.end, "embed")
        else:
            yield piece


def _signs_only(text: str, piece: Piece) -> bool:
    signature = SIGNATURE.match(text, piece.start, piece.end) if piece.kind == "embed" else None
    return signature is not None and signature.start() == piece.start


def _can_be_post(text: str, piece: Piece) -> bool:
    return (
        piece.kind is None
        and piece.end - piece.start <= _LONGEST
        and not SIGNATURE.search(text, piece.start, piece.end)
    )
