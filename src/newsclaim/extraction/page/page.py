"""One annotated article as all finders read it: text, blocks, tokens, sentences, quoted stretches. Made once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from newsclaim.extraction.page.stretches import Stretch, stretches
from newsclaim.extraction.page.tokens import Tokens, tokens_of
from newsclaim.models import SILENT, Article, BlockKind

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Page:
    """An annotated article. Positions are character offsets into `text`, tokens are numbered as in `doc`.

    `tokens.quoted` tells the stretch that a token stands in, `tokens.block` its block, -1 in silent ones. `sentences`
    holds the first token of each sentence. A Doc may cover only the beginning of the text.
    """

    doc: Doc
    article: Article
    tokens: Tokens
    stretches: list[Stretch]
    sentences: list[int]
    #: Of the sentences up to each, those in which the article itself speaks: not wholly in quotation marks.
    told: list[int]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the first token of the sentence of token `i` and the one behind its last."""
        k = bisect_right(self.sentences, i) - 1
        return self.sentences[k], self.sentences[k + 1] if k + 1 < len(self.sentences) else len(self.tokens)

    def apart(self, a: int, b: int) -> int:
        """Return how many sentences token `b` stands behind token `a`: one where only quoted sentences lie between."""
        w = self.tokens
        between = w.sent[b] - w.sent[a]
        told = w.quoted[a] < 0 and w.quoted[b] < 0 and self.told[w.sent[b]] - self.told[w.sent[a]] == 1
        return 1 if between > 1 and told else between

    def block_kind(self, position: int) -> BlockKind:
        """Return the kind of the block at `position`: "body" where there are no blocks."""
        k = bisect_right(self.article.blocks, position, key=lambda block: block.start) - 1
        return self.article.blocks[k].kind if k >= 0 else "body"


def page_of(doc: Doc, article: Article) -> Page:
    """Return the page of an article that was annotated."""
    tokens = tokens_of(doc, article)
    last = tokens.end[-1] if len(tokens) else 0
    found = [s for s in stretches(article.text, article.blocks) if s.close <= last]
    _place(tokens, article, found)
    starts = [i for i, (before, number) in enumerate(pairwise([-1, *tokens.sent[: len(tokens)]])) if number != before]
    return Page(doc, article, tokens, found, starts, list(accumulate(_own_sentences(tokens, starts))))


def _place(tokens: Tokens, article: Article, found: list[Stretch]) -> None:
    """Tell every token in which stretch it stands; tokens of silent blocks belong to no block."""
    for number, stretch in enumerate(found):
        for i in range(tokens.at(stretch.start), tokens.before(stretch.end)):
            tokens.quoted[i] = number
    silent = {n for n, block in enumerate(article.blocks) if block.kind in SILENT}
    if silent:
        tokens.block = [-1 if block in silent else block for block in tokens.block]


def _own_sentences(w: Tokens, starts: list[int]) -> list[bool]:
    """Tell of each sentence whether words of it stand outside quotation marks, by its first and its last ones."""
    edges = pairwise([*starts, len(w)])
    quoted = ((max(w.quoted[a : a + 2]), max(w.quoted[max(a, b - 3) : b])) for a, b in edges)
    return [first < 0 or first != last for first, last in quoted]
