"""An article as stories read it: its text by paragraphs, its day and outlet, and which parts are somebody's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from newsclaim.models import Article, Block

#: Kinds of blocks that tell the story in the article's own voice.
TELLING = frozenset({"title", "heading", "summary", "body"})
#: The lead: so many characters of the paragraphs below the title.
_LEAD = 600
#: A dateline stands among so many blocks.
_TOP = 9


@dataclass(frozen=True, slots=True)
class Account:
    """An article with its day of publication (ISO 8601) and the stretches of it that are quotes."""

    article: Article
    quotes: tuple[tuple[int, int], ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def day(self) -> str | None:
        """The day of publication."""
        return self.article.published[:10] if self.article.published else None

    @property
    def title(self) -> str:
        """The title as it stands in the text, else the header's."""
        span = self.title_span()
        return self.article.text[slice(*span)] if span else self.article.title or ""

    def title_span(self) -> tuple[int, int] | None:
        """Return where the title stands in the text."""
        return next(((b.start, b.end) for b in self.article.blocks if b.kind == "title"), None)

    def dateline(self) -> tuple[int, int] | None:
        """Return where the dateline stands that opens the first paragraph, None where there is none."""
        text, blocks = self.article.text, self.article.blocks[:_TOP]
        for block, following in pairwise(blocks):
            opens = block.kind == "boilerplate" and following.kind == "body"
            if opens and "\n" not in text[block.end : following.start]:
                return block.start, block.end
        return None

    def paragraphs(self) -> Iterator[Block]:
        """Yield the blocks that tell the story, the title aside."""
        yield from (block for block in self.article.blocks if block.kind in TELLING and block.kind != "title")

    def lead(self) -> str:
        """Return the first paragraphs below the title."""
        return "\n".join(self.article.text[block.start : block.end] for block in self._leading())

    def lead_end(self) -> int:
        """Return where the lead ends."""
        return max((block.end for block in self._leading()), default=0)

    def _leading(self) -> Iterator[Block]:
        size = 0
        for block in self.paragraphs():
            if block.kind == "heading" and size:
                continue
            yield block
            size += block.end - block.start
            if size >= _LEAD:
                return
