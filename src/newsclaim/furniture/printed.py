"""What is kept of an article's blocks, so that those of later articles can be held against them."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsclaim.furniture.often import day_of, outlet_key
from newsclaim.models import Article, Block

Lines = NDArray[np.uint32]
Sizes = NDArray[np.uint16]

#: Raise it when something else than before is kept: all articles are read anew.
FORM = 1
#: Kinds of blocks that were taken for the article's own; titles are: two articles of one title are no furniture.
_OWN = frozenset({"heading", "summary", "body"})
#: Lines of fewer words ("Analysis") are labels, and harmless.
_FEWEST = 2
_SENTENCE, _MOST = 1 << 15, (1 << 15) - 1
_HEAD = struct.Struct("<iIH")
_NUMBER = re.compile(r"\d[\d.,:]*")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Printed:
    """The blocks of an article, in order.

    `day` counts from the year 1, 0 for undated ones; `outlet` is a hash of the outlet's name, 0 where none is known;
    `lines` has the hash of each block's words, numbers left open, 0 for blocks that are silent anyway; `sizes` how many
    words each of those has, with the highest bit set where it ends as a sentence does.
    """

    day: int
    outlet: int
    lines: Lines
    sizes: Sizes

    def words(self) -> NDArray[np.int64]:
        """Return how many words each block has."""
        return (self.sizes & _MOST).astype(np.int64)

    def sentences(self) -> NDArray[np.bool_]:
        """Tell of each block whether it ends as a sentence does."""
        return (self.sizes & _SENTENCE) > 0


def printed(article: Article, outlet: str | None) -> Printed:
    """Return what is kept of an article; `outlet` is the name that stands for its outlet."""
    told = [_line(block, article.text) for block in article.blocks]
    return Printed(
        day=day_of(article.published),
        outlet=outlet_key(outlet),
        lines=np.array([line for line, _ in told], np.uint32),
        sizes=np.array([size for _, size in told], np.uint16),
    )


def _line(block: Block, text: str) -> tuple[int, int]:
    if block.kind not in _OWN:
        return 0, 0
    said = text[block.start : block.end].casefold()
    words = _NUMBER.sub("0", said).split()
    size = min(len(words), _MOST) | (_SENTENCE if _ENDS.search(said) else 0)
    return (zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass")) or 1 if len(words) >= _FEWEST else 0), size


def packed(one: Printed) -> bytes:
    """Return what is kept as bytes."""
    return _HEAD.pack(one.day, one.outlet, len(one.lines)) + one.lines.tobytes() + one.sizes.tobytes()


def unpacked(data: bytes) -> Printed:
    """Return what was made into bytes."""
    day, outlet, number = _HEAD.unpack_from(data)
    lines = np.frombuffer(data, np.uint32, number, _HEAD.size)
    return Printed(day, outlet, lines, np.frombuffer(data, np.uint16, number, _HEAD.size + 4 * number))
