"""An annotated article as plain lists: tokens by position, sentences, blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newsclaim.extraction.page import Page
from newsclaim.models import BlockKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")


class View:
    """What the rules need of an annotated article; positions are character offsets, tokens are numbered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.doc = page.doc
        self.article = page.article
        self.text = page.text
        self.starts = page.tokens.start

    def at(self, position: int) -> int:
        """Return the number of the token that covers or follows `position`; len(doc) behind the last."""
        i = bisect_right(self.starts, position) - 1
        if i >= 0 and position < self.starts[i] + len(self.doc[i]):
            return i
        return bisect_left(self.starts, position)

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first token of the sentence of token `i` and the one behind its last."""
        return self.page.sentence(i)

    def block_kind(self, position: int) -> BlockKind:
        """Return the kind of the block at `position`: "body" where there are no blocks."""
        return self.page.block_kind(position)

    def end(self, token: Token) -> int:
        """Return where a token ends."""
        return token.idx + len(token)

    @cached_property
    def latest_year(self) -> str | None:
        """Return the first day of the latest year that an article without a date of its own mentions."""
        years = _YEAR.findall(self.text)
        return f"{max(years)}-01-01" if years else None

    @cached_property
    def armies(self) -> tuple[tuple[int, Mention], ...]:
        """Return the nouns for troops whose side the article names before them, in text order, with the side."""
        from newsclaim.extraction.numbers import armies  # a view is what they are found in

        return tuple(armies.named_armies(self))

    def starts_sentence(self, position: int) -> bool:
        """Does a sentence begin at the word at `position`?"""
        i = min(self.at(position), len(self.doc) - 1)
        return self.sentence(i)[0] == i

    def is_headline(self, position: int) -> bool:
        """Is the position in a title or heading, where capital letters tell nothing?"""
        return self.block_kind(position) in ("title", "heading")

    def noun_follows(self, position: int) -> bool:
        """Does a noun or adjective follow directly behind `position`?"""
        i = self.at(position)
        return i < len(self.doc) and self.doc[i].pos_ in ("NOUN", "ADJ", "PROPN") and self.starts[i] <= position + 1

    def plural_follows(self, position: int) -> bool:
        """Does a phrase behind `position` hold a plural noun?"""
        i = self.at(position)
        for k in range(i, min(i + 4, len(self.doc))):
            token = self.doc[k]
            if token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "personnel"):
                return True
            if token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB"):
                return False
        return False
