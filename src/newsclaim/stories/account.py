"""An article as stories read it: its text by paragraphs, its day and outlet, and which parts are somebody's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsclaim.models import Article, Block

#: Kinds of blocks that tell the story in the article's own voice.
TELLING = frozenset({"title", "heading", "summary", "body"})
#: The lead: so many characters of the paragraphs below the title.
_LEAD = 600


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
        for block in self.article.blocks:
            if block.kind == "title":
                return self.article.text[block.start : block.end]
        return self.article.title or ""

    def paragraphs(self) -> Iterator[Block]:
        """Yield the blocks that tell the story, the title aside."""
        yield from (block for block in self.article.blocks if block.kind in TELLING and block.kind != "title")

    def lead(self) -> str:
        """Return the first paragraphs below the title."""
        parts: list[str] = []
        for block in self.paragraphs():
            if block.kind == "heading" and parts:
                continue
            parts.append(self.article.text[block.start : block.end])
            if sum(map(len, parts)) >= _LEAD:
                break
        return "\n".join(parts)
