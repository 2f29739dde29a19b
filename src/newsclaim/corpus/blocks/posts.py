"""Posts of social networks that were set into an article: their words and the name that signs them are one block.

So are a quoted paragraph and its speaker's name on the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.corpus.blocks.piece import Piece
from newsclaim.sentences import sentence_starts
from newsclaim.signature import SIGNATURE

#: "— Ben Sample, baker": two words of a name at least.
_NAMED = re.compile(r"(?:[—–―]|--?)\s*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]+)+(?:,[^.!?\n]{1,80})?")
#: No post is longer; what stands before it in its paragraph is the article's.
_LONGEST = 330


def post_in(text: str, start: int, end: int) -> Piece | None:
    """Return the first post in the paragraph `text[start:end]`, its signature included, None when there is none."""
    signature = SIGNATURE.search(text, start, end) if text.find("(@", start, end) >= 0 else None
    if signature is None:
        return None
    begins = sentence_starts(text, start, signature.start())
    first = next((begin for begin in begins if signature.start() - begin <= _LONGEST), signature.start())
    return Piece(first, signature.end(), "embed")


def joined(pieces: list[Piece], text: str) -> Iterator[Piece]:
    """Yield the pieces of a text; a signature that stands alone is one piece with the paragraph it signs."""
    for number, piece in enumerate(pieces):
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        before = pieces[number - 1] if number else None
        if following and (_is_post(text, piece, following) or _is_signed(text, piece, following)):
            continue
        if before and _is_post(text, before, piece):
            yield Piece(before.start, piece.end, "embed")
        elif before and _is_signed(text, before, piece):
            yield Piece(before.start, piece.end, None)
        elif piece.kind == "embed" and SIGNATURE.fullmatch(text, piece.start, piece.end):
            yield Piece(piece.start, piece.end, "boilerplate")  # the words of the post are lost
        else:
            yield piece


def _is_post(text: str, piece: Piece, following: Piece) -> bool:
    """Return whether the next piece is nothing but the signature of a post that this one may be."""
    signature = SIGNATURE.match(text, following.start, following.end) if following.kind == "embed" else None
    return signature is not None and piece.kind is None and piece.end - piece.start <= _LONGEST


def _is_signed(text: str, piece: Piece, following: Piece) -> bool:
    """Return whether a quoted paragraph has its speaker's name behind a dash in a paragraph of its own."""
    if piece.kind is not None or following.kind not in (None, "caption"):
        return False
    quoted = text[piece.start] in '“"‘«„' and text[piece.end - 1] in '”"’»“'
    return quoted and _NAMED.fullmatch(text, following.start, following.end) is not None
