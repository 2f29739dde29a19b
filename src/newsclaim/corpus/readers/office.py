"""Word (DOCX) and OpenDocument (ODT): paragraphs and tables in their order, without what was struck out."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from newsclaim.corpus.fields import Header
from newsclaim.corpus.readers import exports
from newsclaim.corpus.readers.document import Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.text import raw_of
from newsclaim.corpus.readers.xml import local, parsed
from newsclaim.errors import InputError

_WORD, _OPEN = "word/document.xml", "content.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STYLE = f"{_W}pPr/{_W}pStyle"
#: What stands in a paragraph and is no text of it.
_LEFT_OUT = frozenset(["del", "moveFrom", "instrText", "delText", "tracked-changes", "annotation", "note", "Fallback"])
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "‑"}


def fits_word(source: Source) -> bool:
    """Return whether a file is a Word document."""
    return _WORD in source.names


def fits_open(source: Source) -> bool:
    """Return whether a file is an OpenDocument text."""
    return _OPEN in source.names and b"opendocument.text" in source.head[:200]


def read_word(source: Source) -> Iterator[Item]:
    """Yield the articles of a Word document: those of a database export, else the document.

    Raises:
        InputError: it is damaged or empty.
    """
    root = _part(source, _WORD)
    paragraphs = list(_paragraphs(root))
    lines = [text for text, _ in paragraphs]
    found = exports.database(lines)
    if found is not None:
        yield from found
        return
    titled = next((text for text, style in paragraphs[:10] if style.lower().startswith(("title", "titel"))), None)
    yield _raw(lines, titled or _property(source, "docProps/core.xml", "title", lines))


def read_open(source: Source) -> Iterator[Item]:
    """Yield the article of an OpenDocument text.

    Raises:
        InputError: it is damaged or empty.
    """
    paragraphs = list(_paragraphs(_part(source, _OPEN)))
    lines = [text for text, _ in paragraphs]
    found = exports.database(lines)
    if found is not None:
        yield from found
        return
    titled = next((text for text, style in paragraphs[:10] if style == "Title"), None)
    yield _raw(lines, titled or _property(source, "meta.xml", "title", lines))


def _raw(lines: list[str], title: str | None) -> Raw:
    raw = raw_of(exports.joined(lines))
    return replace(raw, header=replace(raw.header, title=title)) if title and raw.header == Header() else raw


def _part(source: Source, name: str) -> ET.Element:
    if source.archive is None:
        raise InputError("it is damaged")
    try:
        return parsed(source.archive.read(name))
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError) as error:
        raise InputError(f"it is damaged or locked with a password ({error})") from error


def _property(source: Source, part: str, name: str, lines: list[str]) -> str | None:
    """Return a property of the document, if its text shows that it is meant: the title that stands in it."""
    if part not in source.names:
        return None
    found = next((node.text for node in _part(source, part).iter() if local(node) == name and node.text), None)
    title = " ".join((found or "").split())
    return title if any(title and title in line for line in lines[:10]) else None


def _paragraphs(node: ET.Element, *, rows: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the text and style of each paragraph; the rows of a table are paragraphs of cells between bars."""
    for child in node:
        name = local(child)
        if name in _LEFT_OUT:
            continue
        if name in ("p", "h"):
            style = child.find(_STYLE)
            kind = style.get(f"{_W}val", "") if style is not None else _open_style(child)
            yield "".join(_texts(child)), kind
        elif name in ("tr", "table-row") and rows:
            cells = (" ".join(text for text, _ in _paragraphs(cell, rows=False)) for cell in child)
            yield " | ".join(" ".join(cell.split()) for cell in cells if cell.strip()), "table"
        else:
            yield from _paragraphs(child, rows=rows)


def _open_style(node: ET.Element) -> str:
    return next((value for key, value in node.attrib.items() if key.endswith("style-name")), "")


def _texts(node: ET.Element) -> Iterator[str]:
    """Yield the text in a paragraph: that of its runs in Word, all of it in OpenDocument."""
    open_document = not node.tag.startswith(_W)
    if open_document and node.text:
        yield node.text
    for child in node:
        name = local(child)
        if name in _SPACES:
            yield _SPACES[name]
        elif name == "t" and child.tag.startswith(_W):
            yield child.text or ""
        elif name not in _LEFT_OUT and name != "p":
            yield from _texts(child)
        if open_document and child.tail:
            yield child.tail


WORD = Reader(name="docx", endings=(".docx",), fits=fits_word, read=read_word)
OPEN = Reader(name="odt", endings=(".odt",), fits=fits_open, read=read_open)
