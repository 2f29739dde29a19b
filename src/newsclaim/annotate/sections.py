"""A long text is read in sections, as if each were an article, so that memory does not grow with the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclaim.annotate.model import LONGEST
from newsclaim.annotate.parts import cuts
from newsclaim.models import Article, Block

#: A section has about so many characters: some forty pages, more than most that is told of somebody refers back.
SECTION = 100_000


class Section(NamedTuple):
    """A stretch of an article as an article of its own, and at which character of the whole one it begins."""

    article: Article
    start: int


def is_long(article: Article) -> bool:
    """Tell whether an article is read in sections."""
    return len(article.text) > LONGEST


def in_sections(article: Article) -> Iterator[Section]:
    """Yield the sections of a long article: they begin where blocks do, one in the midst of a block with a sentence."""
    ends = [block.end for block in article.blocks]
    for start, end in pairwise([*cuts(article.text, article.blocks, SECTION), len(article.text)]):
        fields = {
            "id": f"{article.id}#{start}",  # ids of findings are made from it, and from offsets in the section
            "text": article.text[start:end],
            "blocks": tuple(_inside(article.blocks, bisect_right(ends, start), start, end)),
        }
        yield Section(article.model_copy(update=fields), start)


def _inside(blocks: Sequence[Block], first: int, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks of a section, from the first on that ends behind its start."""
    for number in range(first, len(blocks)):
        block = blocks[number]
        if block.start >= end:
            return
        yield Block(start=max(block.start, start) - start, end=min(block.end, end) - start, kind=block.kind)
