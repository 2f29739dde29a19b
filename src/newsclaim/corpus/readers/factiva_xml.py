"""Factiva, XML: `article` elements with headline, lead and tail paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

from newsclaim.corpus.fields import header_from
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.xml import first, local, parsed, text_in

_SIGNS = (b"tailParagraphs", b"leadParagraph", b"PPSResponse")
_FIELDS = {
    "title": ("headline",), "outlet": ("sourceName",), "authors": ("byline",), "section": ("sectionName", "columnName"),
    "language": ("baseLanguage", "languageCode"), "url": ("webUrl", "url"),
}  # fmt: skip
_STATED = ("count", "hitCount", "totalCount", "recordCount")


def fits(source: Source) -> bool:
    """Return whether a file is XML with Factiva's elements."""
    return source.start.startswith("<") and any(sign in source.head for sign in _SIGNS)


def read(source: Source) -> Iterator[Item]:
    """Yield the articles of an export, held against the number that it states.

    Raises:
        InputError: it is no sound XML.
    """
    root = parsed(source.data())
    yield from counted(map(_document, _articles(root)), _stated(root))


def _articles(root: ET.Element) -> Iterator[ET.Element]:
    return (node for node in root.iter() if local(node).lower() == "article")


def _stated(root: ET.Element) -> int | None:
    for node in root.iter():
        if local(node).lower() == "article":
            return None
        for name in _STATED:
            value = node.get(name) or (node.text if local(node) == name else None)
            if value and value.strip().isdigit():
                return int(value)
    return None


def _document(node: ET.Element) -> Item:
    fields: dict[str, Any] = {name: text for name, tags in _FIELDS.items() if (text := text_in(first(node, *tags)))}
    title = fields.get("title", "")
    fields["published"] = _published(node)
    if "authors" in fields and not fields["authors"].lower().startswith("by "):
        fields["authors"] = f"By {fields['authors']}"
    paragraphs = [text for name in ("leadParagraph", "tailParagraphs") for text in _paragraphs(first(node, name))]
    if not paragraphs:
        return Bad(f"it has no text ({title[:60]!r})")
    header = header_from(fields)
    own = text_in(first(node, "accessionNo")) or node.get("accessionNo") or ""
    text = "\n\n".join(paragraphs)
    return Raw(
        text=text, header=header, number=own or digest(header.published or "", title, text), place=own or title[:40]
    )


def _published(node: ET.Element) -> str:
    date, clock = text_in(first(node, "publicationDate")), text_in(first(node, "publicationTime"))
    return f"{date} {clock}".strip() if len(date) > 6 and ":" in clock and "T" not in date else date


def _paragraphs(node: ET.Element | None) -> list[str]:
    if node is None:
        return []
    inner = [text_in(child) for child in node.iter() if local(child).lower() in ("paragraph", "para", "p")]
    return [text for text in inner or [text_in(node)] if text]


READER = Reader(name="factiva-xml", endings=(".xml",), fits=fits, read=read)
