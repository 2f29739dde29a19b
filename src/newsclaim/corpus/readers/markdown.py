"""Markdown: one article, its marks of headings, emphasis and links read as they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.readers.document import Remark
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.text import raw_of
from newsclaim.corpus.readers.unknown import foreign
from newsclaim.repair import repaired

_ENDINGS = (".md", ".markdown", ".mdown")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
#: A line under a line: the heading's other form.
_UNDERLINE = re.compile(r"^(?=.*\S)(.+)\n {0,3}(?:={2,}|-{2,})[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE)


def fits(source: Source) -> bool:
    """Return whether a file is Markdown: by its ending alone, for prose may look so."""
    return source.ending in _ENDINGS and foreign(source) is None


def read(source: Source) -> Iterator[Item]:
    """Yield the article of a Markdown file.

    Raises:
        InputError: the bytes are no text, the front matter is broken, or there is nothing else.
    """
    decoded = decode(source.data())
    raw = raw_of(decoded.text)
    title = raw.header.title or _first_heading(raw.text)
    yield replace(raw, text=plain_of(raw.text), header=replace(raw.header, title=title))
    if decoded.note:
        yield Remark(decoded.note)


def plain_of(markdown: str) -> str:
    """Return the text of Markdown without its marks."""
    text = _UNDERLINE.sub(r"\1\n", _HEADING.sub(r"\2", _IMAGE.sub("", _FENCE.sub("", markdown))))
    return repaired(text).text


def _first_heading(markdown: str) -> str | None:
    start = markdown.lstrip()[:2_000]
    found = _HEADING.match(start) or _UNDERLINE.match(start)
    heading = found and (found[2] if found.re is _HEADING else found[1])
    return plain_of(heading).strip() if heading else None


READER = Reader(name="markdown", endings=_ENDINGS, fits=fits, read=read)
