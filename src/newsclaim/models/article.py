"""An article as it was read, and the blocks its text is cut into."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsclaim.models.base import Model

BlockKind = Literal[
    "title", "heading", "summary", "body", "caption", "table", "embed", "correction", "boilerplate"
]  # fmt: skip
#: Kinds of blocks that belong to the page, not to the account: no nouns, no speakers, no quotes, no numbers.
SILENT: frozenset[BlockKind] = frozenset({"caption", "table", "boilerplate"})


class Block(Model):
    """A title, paragraph, caption …: the article's text is cut into blocks, white space between them left out."""

    start: int
    end: int
    kind: BlockKind


class Article(Model):
    """One news article as it was read; `text` is never changed again.

    `published` and `updated` are ISO 8601 dates or times as given by the article's own header, never a file's time.
    `sha256` is that of `text` in UTF-8. `extra` holds what else the header says, under its own keys.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    path: str | None = None
    sha256: str
    extra: dict[str, str] = Field(default_factory=dict)
    text: str
    blocks: tuple[Block, ...] = ()
