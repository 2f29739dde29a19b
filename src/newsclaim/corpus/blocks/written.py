"""Blocks of a text as it was written, found in the text as it was meant."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence

from newsclaim.corpus.blocks.find import find_blocks
from newsclaim.models import Block
from newsclaim.repair import Repaired, repaired


def blocks_of(text: str, title: str | None = None, *, body_only: bool = False) -> tuple[Block, ...]:
    """Return the blocks of `text` in order, as `find_blocks` does, its damages undone for the look at it.

    What the repaired text lacks (a mark of emphasis, an invisible space) belongs to the block whose line it stands on;
    a line of nothing else is boilerplate.
    """
    read = repaired(text)
    found = find_blocks(read.text, title, body_only=body_only)
    return tuple(_covering(text, list(_led_back(read, text, found)))) if read.changed else found


def _led_back(read: Repaired, text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        start, end = _bare(text, *read.as_written(block.start, block.end))
        if start < end:
            yield Block(start=start, end=end, kind=block.kind)


def _covering(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, each widened over what stands beside it on its lines, and blocks for lines that none has."""
    done, begun = 0, None
    for block in [*blocks, None]:
        start = block.start if block else len(text)
        for a, b in _lines(text, done, start):
            if block and _on_one_line(text[b : block.start]):
                start = min(start, a)
            elif begun and _on_one_line(text[done:a]):
                begun = begun.model_copy(update={"end": b})
            else:
                begun = yield from _in_turn(begun, Block(start=a, end=b, kind="boilerplate"))
        done = block.end if block else done
        begun = yield from _in_turn(begun, block and block.model_copy(update={"start": start}))


def _in_turn(begun: Block | None, following: Block | None) -> Generator[Block, None, Block | None]:
    if begun:
        yield begun
    return following


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines between two offsets, white space at their edges left out."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        a, b = _bare(text, at, at + len(line))
        if a < b:
            yield a, b
        at += len(line)


def _on_one_line(piece: str) -> bool:
    return len(f"{piece}.".splitlines()) == 1


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without white space at its edges."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
