"""PDF: the lines of its pages put together to paragraphs (the extra `pdf`)."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

from newsclaim.corpus.readers import exports
from newsclaim.corpus.readers.document import MissingExtraError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_SPACES = re.compile(r"[ \t\xa0]+")
#: A line ends a paragraph when it fills less than this share of its column's width.
_SHORT = 0.85
#: A gap larger than so many usual ones parts paragraphs.
_GAP = 1.4
#: A line that begins so far to the right of the others (in parts of its height) opens a paragraph.
_INDENT = 0.8
_TERMINAL = re.compile(r"[.!?:…][”\"’')\]]*\Z")
_NUMBER = re.compile(r"(?:page |- ?)?\d{1,4}(?: of \d+| ?-)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page, with its place in points; y grows upward."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return self.top - self.bottom


def fits(source: Source) -> bool:
    """Return whether a file is a PDF."""
    return b"%PDF-" in source.head[:1_024]


def read(source: Source) -> Iterator[Item]:
    """Yield the article of a PDF, or the documents of a database's export.

    Raises:
        MissingExtraError: pypdfium2 is not installed.
        InputError: it is damaged, locked, or holds pictures of pages only.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError("PDF files", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(source.data())
    except pypdfium2.PdfiumError as error:
        raise InputError(f"it is a damaged or locked PDF ({error})") from error
    pages = [_lines(page) for page in document]
    title = (document.get_metadata_dict().get("Title") or "").strip()
    document.close()
    paragraphs = list(_paragraphs(_without_running_heads(pages)))
    if not paragraphs:
        raise InputError("it holds no text, only pictures of pages; text in pictures is not read")
    for item in exports.of_lines(paragraphs):
        named = isinstance(item, Raw) and item.number is None and item.header.title is None
        # Programs write their own names there: a title counts when the text begins with it.
        known = named and title and "".join(title.split()) in "".join(paragraphs[0].split())
        yield replace(item, header=replace(item.header, title=title)) if known and isinstance(item, Raw) else item


def _lines(page: Any) -> list[Line]:
    """Return the lines of a page in the order in which it has them."""
    text = page.get_textpage()
    found: list[Line] = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        part = _SPACES.sub(
            " ", text.get_text_bounded(left, bottom, right, top).replace("\r", "").replace("\n", " ")
        ).strip()
        if not part:
            continue
        now = Line(part, left, right, bottom, top)
        before = found[-1] if found else None
        if before and _on_one_line(before, now):
            gap = "" if now.left - before.right < 0.15 * now.height else " "
            found[-1] = Line(
                f"{before.text}{gap}{part}", before.left, right, min(bottom, before.bottom), max(top, before.top)
            )
        else:
            found.append(now)
    return found


def _on_one_line(before: Line, now: Line) -> bool:
    overlap = min(before.top, now.top) - max(before.bottom, now.bottom)
    near = -now.height < now.left - before.right < 2.5 * max(now.height, before.height)
    return overlap > 0.5 * min(before.height, now.height) and near


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without the lines that stand on most of them at the edges, and without page numbers."""
    edges = Counter(_bare(line) for lines in pages for line in {*lines[:2], *lines[-2:]})
    often = {text for text, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    kept: list[list[Line]] = []
    for lines in pages:
        edge = {*lines[:2], *lines[-2:]}
        kept.append(
            [one for one in lines if not (one in edge and (_bare(one) in often or _NUMBER.fullmatch(one.text)))]
        )
    return kept


def _bare(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the paragraphs: lines are joined unless a gap, an indent, another size or a short last line parts them."""
    lines = [line for page in pages for line in page]
    if not lines:
        return
    gaps = [a.bottom - b.top for page in pages for a, b in itertools.pairwise(page) if 0 <= a.bottom - b.top < a.height]
    usual = median(gaps) if gaps else 0.0
    width = _column_width(lines)
    begun = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _parts(before, line, usual, width):
            yield begun
            begun = ""
        begun = _joined(begun, line.text)
        before = line
    yield begun


def _column_width(lines: Sequence[Line]) -> float:
    widths = sorted(line.right - line.left for line in lines)
    return widths[int(0.8 * (len(widths) - 1))]


def _parts(before: Line, line: Line, usual: float, width: float) -> bool:
    size = (
        max(before.height, line.height) > 1.35 * min(before.height, line.height)
        and abs(before.height - line.height) > 3
    )
    if size:
        return True
    ended = _TERMINAL.search(before.text) is not None
    if line.bottom > before.bottom:  # another column or page
        return ended and before.right - before.left < _SHORT * width
    gap = before.bottom - line.top
    if gap > usual + (_GAP - 1) * max(before.height, 1):
        return True
    short = before.right - before.left < _SHORT * width
    return ended and (short or line.left - before.left > _INDENT * line.height)


def _joined(begun: str, text: str) -> str:
    """Return a paragraph with its next line; a word that was parted at the line's end is put together."""
    if re.search(r"[a-z]-\Z", begun) and text[:1].islower():
        return begun[:-1] + text
    if begun.endswith(("\xad", "\ufffe", "\x02")):
        return begun[:-1] + text
    return f"{begun} {text}".strip()


READER = Reader(name="pdf", endings=(".pdf",), fits=fits, read=read)
