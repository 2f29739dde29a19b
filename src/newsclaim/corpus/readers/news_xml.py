"""XML of news agencies and archives: NITF, alone or inside NewsML, and the `newsitem` of older agency archives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from newsclaim.corpus.fields import header_from
from newsclaim.corpus.readers.document import Bad, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.xml import first, local, parsed, text_in
from newsclaim.errors import InputError

_ITEMS = frozenset({"nitf", "newsitem", "newsItem"})
_ROOTS = re.compile(r"<(?:nitf|newsitem|newsItem)[\s>]")
#: "20260304T101500Z" and "20260304T101500": dates with separators are more widely read.
_TIGHT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})?)?\Z")
#: Where the text stands: in archives the whole text is one block, and the lead in another one is part of it.
_BODIES = ("body.content", "text", "body")
_WHOLE = "full_text"
#: An element with a date → its attribute that holds it, the surest first.
_DATES = (("pubdata", "date.publication"), ("date.issue", "norm"), ("newsitem", "date"), ("story.date", "norm"))
_TEXTS = {
    "title": ("hl1", "hedline", "headline", "title"), "authors": ("byline",),
    "published": ("contentCreated", "versionCreated"),
}  # fmt: skip


def fits(source: Source) -> bool:
    """Return whether a file is XML with the root of one of these forms."""
    return source.start.startswith("<") and _ROOTS.search(source.start) is not None


def read(source: Source) -> Iterator[Item]:
    """Yield the article; several when they were put into one file, a `Bad` for each without text.

    Raises:
        InputError: it is no sound XML or holds no text.
    """
    items = list(_items(parsed(source.data())))
    for item in items:
        text = "\n\n".join(_paragraphs(_body(item)))
        header = header_from(_fields(item))
        if len(items) == 1 and not text:
            raise InputError("it holds no text")
        place = item.get("guid") or header.title or ""
        number = item.get("guid") or digest(header.title or "", text)
        if text:
            yield Raw(text=text, header=header, number=number if len(items) > 1 else None, place=place)
        else:
            yield Bad("it holds no text", place)


def _items(node: ET.Element) -> Iterator[ET.Element]:
    """Yield the outermost elements that are an article each."""
    if local(node) in _ITEMS:
        yield node
    else:
        for child in node:
            yield from _items(child)


def _body(item: ET.Element) -> ET.Element | None:
    body = first(item, *_BODIES)
    whole = (block for block in body.iter() if block.get("class") == _WHOLE) if body is not None else iter(())
    return next(whole, body)


def _paragraphs(body: ET.Element | None) -> list[str]:
    """Return the paragraphs and headings of a text; captions and what is said of pictures are none."""
    if body is None:
        return []
    if local(body) in ("p", "hl2"):
        return [text] if (text := text_in(body)) else []
    if local(body) in ("media", "body.end"):
        return []
    return [text for child in body for text in _paragraphs(child)]


def _fields(root: ET.Element) -> dict[str, Any]:
    fields: dict[str, Any] = {name: text for name, tags in _TEXTS.items() if (text := text_in(first(root, *tags)))}
    for name, attribute in _DATES:
        if date := _attribute(root, name, attribute):
            fields["published"] = _dated(date)
            break
    fields["outlet"] = _attribute(root, "pubdata", "name")
    fields["url"] = _attribute(root, "pubdata", "ex-ref")
    fields["id"] = _attribute(root, "doc-id", "id-string") or _attribute(root, "newsitem", "itemid")
    return {name: value for name, value in fields.items() if value}


def _attribute(root: ET.Element, name: str, attribute: str) -> str:
    node = first(root, name)
    return "" if node is None else node.get(attribute, "").strip()


def _dated(value: str) -> str:
    """Return a date with separators; a time of midnight is none."""
    found = _TIGHT.match(value)
    if found is None:
        return value
    year, month, day, *clock, zone = found.groups()
    date = f"{year}-{month}-{day}"
    return date if set(clock) <= {None, "00"} else f"{date}T{':'.join(clock)}{zone or ''}"


READER = Reader(name="news-xml", endings=(".xml",), fits=fits, read=read)
