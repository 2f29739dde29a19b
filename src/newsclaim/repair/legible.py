"""An article as its finders read it, and findings led back to the article as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import is_not
from typing import Any, TypeVar

from newsclaim.models import SILENT, Article, Block, Extraction, Model
from newsclaim.repair.edits import Edit, Repaired
from newsclaim.repair.letters import LOST, STANDS_FOR
from newsclaim.repair.passes import repaired

#: What stands for a silent block, so that nothing is read across it; the rest of it is blank.
_MARK = "·"
#: A line with the day is no account either, but what is told has its time from it.
_DAY_LINE = 48
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: White space inside a paragraph that a reader does not see: a wrapped and indented line, a wide gap.
_GAP = re.compile(r"[ \t]*\n\s*|[ \t]{3,}")

#: What no stretch stands in, as most of a finding.
_PLAIN = frozenset({str, int, float, bool, type(None)})

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Legible:
    """An article with its damages undone and its silent blocks blank, and the one it was made from."""

    article: Article
    written: Article
    _text: Repaired
    _lost: bool = False

    def led_back(self, found: Extraction) -> Extraction:
        """Return findings in this article as findings in the one that was written: offsets and texts are its own."""
        if self.article is self.written:
            return found
        led = {name: tuple(map(self._led, getattr(found, name))) for name in ("quotes", "claims", "actors")}
        return found.model_copy(update={"article": self.written, **led})

    def _led(self, found: M) -> M:
        """Return a finding with every stretch in it led back; the same one where that changes nothing."""
        fields = vars(found)
        moved = self._stretch(fields)
        if self._lost:
            moved |= self._shown(fields)
        for name, value in fields.items():
            if type(value) not in _PLAIN and (led := self._value(value)) is not value:
                moved[name] = led
        return found.model_copy(update=moved) if moved else found

    def _stretch(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return what becomes other of a stretch: its offsets, its text."""
        start, end = fields.get("start"), fields.get("end")
        if start is None or end is None:
            return {}
        led: dict[str, Any] = {}
        if self._text.changed:
            led["start"], led["end"] = start, end = self._text.as_written(start, end)
        if fields.get("text") is not None:
            led["text"] = self.written.text[start:end]
        return {name: value for name, value in led.items() if value != fields[name]}

    def _shown(self, fields: Mapping[str, Any]) -> dict[str, str]:
        """Return the words of a finding in which a letter stands for a lost one, with the signs that the text has."""
        told = ((name, value) for name, value in fields.items() if name != "text" or fields.get("start") is None)
        return {name: v.replace(STANDS_FOR, LOST) for name, v in told if isinstance(v, str) and STANDS_FOR in v}

    def _value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            led = tuple(map(self._value, value))
            return led if any(map(is_not, led, value)) else value
        return self._led(value) if isinstance(value, Model) else value


def legible(article: Article) -> Legible:
    """Return the article as its finders read it: damages undone, silent blocks blank, paragraphs on one line.

    An article in which nothing had to be done is its own legible form.
    """
    text = repaired(article.text)
    blocks = _read(text, article.blocks)
    spaced = text.edited(_spacing(text.text, blocks))
    if spaced is not text:
        blocks = _read(spaced, article.blocks)
    quiet = _blanked(spaced.text, blocks)
    if quiet == article.text:
        return Legible(article, article, spaced)
    read = article.model_copy(update={"text": quiet, "blocks": tuple(blocks)})
    return Legible(read, article, spaced.way_back(), LOST in article.text)


def _read(text: Repaired, blocks: Sequence[Block]) -> list[Block]:
    if not text.changed:
        return list(blocks)
    found = ((*text.as_read(block.start, block.end), block.kind) for block in blocks)
    return [Block(start=start, end=end, kind=kind) for start, end, kind in found if text.text[start:end].strip()]


def _spacing(text: str, blocks: Sequence[Block]) -> Iterator[Edit]:
    """Yield edits that put one blank for each gap in a paragraph, and a line break between blocks that touch."""
    done = 0
    for block in blocks:
        if block.start == done and done:
            yield Edit(done, done, "\n")
        for gap in _GAP.finditer(text, block.start, block.end):
            if gap.group() != "\n":
                yield Edit(gap.start(), gap.end(), " ")
        done = block.end


def _blanked(text: str, blocks: Sequence[Block]) -> str:
    """Return the text with blanks for silent blocks, so that nobody finds names in them."""
    pieces: list[str] = []
    done = 0
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind in SILENT and not _tells_when_or_where(text, block, following):
            pieces += [text[done : block.start], _MARK.ljust(block.end - block.start)]
            done = block.end
    return "".join((*pieces, text[done:])) if pieces else text


def _tells_when_or_where(text: str, block: Block, following: Block | None) -> bool:
    """Whether a block is the line of the day, or a dateline that leads into the paragraph on its own line."""
    if block.kind != "boilerplate":
        return False
    if block.end - block.start <= _DAY_LINE and _YEAR.search(text, block.start, block.end):
        return True
    if (
        following is None
        or following.kind in SILENT
        or text[block.end - 1] in ":|"
        or text.startswith("By", block.start)
    ):
        return False
    return "\n" not in text[block.end : following.start]
