"""An article's text cut into blocks, each with its kind."""

from __future__ import annotations

from newsclaim.models import Block
from newsclaim.text import trimmed


def find_blocks(text: str, title: str | None = None, *, body_only: bool = False) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they cover everything but white space."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        a, b = trimmed(text, start, start + len(line))
        if a < b:
            blocks.append(Block(start=a, end=b, kind="body"))
        start += len(line) + 1
    return tuple(blocks)
