"""What pronouns and nominals need to know about an article: sentences, quotation, headlines, and who speaks where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsclaim.extraction.actors.entity import Entity
from newsclaim.extraction.page import Page
from newsclaim.models import Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Scene:
    """The article around a mention; `sentence` is by token, `quoted` by character."""

    doc: Doc
    sentence: list[int]
    quoted: bytearray
    headline_tokens: frozenset[int]
    sentence_starts: list[int]
    #: Quotation stretches: start, end, and where the head of their speaker's mention begins.
    stretches: list[tuple[int, int, int]] = field(default_factory=list)

    def headline(self, i: int) -> bool:
        """Whether token `i` stands in a title-cased line."""
        return i in self.headline_tokens

    def dep(self, token: Token) -> str:
        """The role of a mention's last word, through conjunctions and appositions."""
        seen = 0
        while token.dep_ in ("compound", "flat", "nmod") and token.head.i != token.i and seen < 4:
            token, seen = token.head, seen + 1
        return str(token.dep_)

    def is_speaker(self, entity: Entity, position: int) -> bool:
        """Whether the entity is credited with the quotation around `position`."""
        k = bisect_right(self.stretches, position, key=lambda s: s[0]) - 1
        if k < 0 or position >= self.stretches[k][1]:
            return False
        head = self.stretches[k][2]
        m = bisect_right(entity.places, head, key=lambda p: p.start) - 1
        return m >= 0 and entity.places[m].end > head

    def bounds(self, i: int, back: int) -> tuple[int, int]:
        """Return the offsets from `back` sentences before that of token `i` to the end of its own."""
        number = self.sentence[i]
        last = self.sentence_starts[number + 1] if number + 1 < len(self.sentence_starts) else len(self.quoted)
        return self.sentence_starts[max(0, number - back)], last


def make_scene(page: Page, quotes: Sequence[Quote], headline_tokens: frozenset[int]) -> Scene:
    """Gather what is needed once for the whole article."""
    doc, tokens = page.doc, page.tokens
    starts = [tokens.start[i] for i in page.sentences]
    stretches = sorted(
        (part.start, part.end, _head_of(doc, quote.speakers[0]))
        for quote in quotes
        if quote.speakers
        for part in quote.verbatim
    )
    return Scene(doc, tokens.sent, _quoted(page.text), headline_tokens, starts, stretches)


def _head_of(doc: Doc, mention: Mention) -> int:
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return int(span.root.idx) if span is not None and len(span) else mention.start


def _quoted(text: str) -> bytearray:
    """Mark the characters inside double quotation marks, line by line: an open mark ends with its line."""
    mask = bytearray(len(text) + 1)
    inside = False
    for k, char in enumerate(text):
        if char == "\n":
            inside = False
        elif char in "“„«":
            inside = True
        elif char in "”»":
            inside = False
        elif char == '"':
            inside = not inside
        mask[k] = inside
    return mask
