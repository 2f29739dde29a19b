"""Text → Article: blocks, title, identity."""

from __future__ import annotations

import unicodedata

from newsclaim.models import Article, Block
from newsclaim.text import sha256, trimmed


def make_article(text: str, *, id: str = "text", title: str | None = None) -> Article:  # noqa: A002 - the contract's name
    """Return an Article whose `text` is the given one, code point for code point, cut into blocks."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        a, b = trimmed(text, start, start + len(line))
        if a < b:
            blocks.append(Block(start=a, end=b, kind="body"))
        start += len(line) + 1
    return Article(id=id, title=title, text=text, sha256=sha256(text), blocks=tuple(blocks))
