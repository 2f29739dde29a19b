"""An annotated article as plain lists: tokens by position, sentences, blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from newsclaim.models import Article, BlockKind, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d,]|\.\d)")


class View:
    """What the rules need of an annotated article; positions are character offsets, tokens are numbered."""

    def __init__(self, doc: Doc, article: Article) -> None:
        self.doc = doc
        self.article = article
        self.text = article.text
        self.starts: list[int] = doc.to_array("IDX").tolist() if len(doc) else []
        self.sentences = [i for i, mark in enumerate(doc.to_array("SENT_START")) if mark == 1] if len(doc) else []
        if not self.sentences or self.sentences[0] != 0:
            self.sentences.insert(0, 0)
        self._blocks = [block.start for block in article.blocks]

    def at(self, position: int) -> int:
        """Return the number of the token that covers or follows `position`; len(doc) behind the last."""
        i = bisect_right(self.starts, position) - 1
        if i >= 0 and position < self.starts[i] + len(self.doc[i]):
            return i
        return bisect_left(self.starts, position)

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first token of the sentence of token `i` and the one behind its last."""
        k = bisect_right(self.sentences, i) - 1
        return self.sentences[k], self.sentences[k + 1] if k + 1 < len(self.sentences) else len(self.doc)

    def block_kind(self, position: int) -> BlockKind:
        """Return the kind of the block at `position`: "body" where there are no blocks."""
        k = bisect_right(self._blocks, position) - 1
        return self.article.blocks[k].kind if k >= 0 else "body"

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
