"""What trafilatura writes as XML and as TEI: one article with its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from newsclaim.corpus.fields import header_from
from newsclaim.corpus.readers.document import Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.xml import first, local, parsed, text_in
from newsclaim.errors import InputError

_PARAGRAPHS = frozenset(["p", "head", "item", "quote", "row", "ab", "fw", "code"])
#: Behind a site's name stands its host.
_HOST = re.compile(r" \([\w-]+(?:\.[\w-]+)+\)\Z")
_TEI = b"http://www.tei-c.org/ns/1.0"


def fits(source: Source) -> bool:
    """Return whether a file is trafilatura's XML."""
    start = source.start
    return start.startswith("<") and (("<main>" in start and "<doc" in start[:500]) or _TEI in source.head[:2_000])


def read(source: Source) -> Iterator[Item]:
    """Yield the article; several when they were put into one file.

    Raises:
        InputError: it is no sound XML or holds no text.
    """
    root = parsed(source.data())
    documents = [root] if local(root) in ("doc", "TEI") else [n for n in root.iter() if local(n) in ("doc", "TEI")]
    for number, node in enumerate(documents, start=1):
        tei = local(node) == "TEI"
        body = first(node, "body" if tei else "main")
        text = "\n\n".join(_paragraphs(body)) if body is not None else ""
        if not text:
            raise InputError("it holds no text")
        header = header_from(_tei(node) if tei else dict(node.attrib))
        yield Raw(text=text, header=header, number=(header.url or str(number)) if len(documents) > 1 else None)


def _paragraphs(node: ET.Element) -> Iterator[str]:
    for child in node:
        name = local(child)
        if name == "row":
            yield " | ".join(filter(None, (text_in(cell) for cell in child)))
        elif name in _PARAGRAPHS and not any(local(inner) in _PARAGRAPHS for inner in child):
            text = text_in(child)
            if text:
                yield f"- {text}" if name == "item" else text
        else:
            if (child.text or "").strip() and name in _PARAGRAPHS:
                yield " ".join((child.text or "").split())
            yield from _paragraphs(child)


def _tei(node: ET.Element) -> dict[str, object]:
    found = {
        "title": first(node, "title"), "author": first(node, "author"), "publisher": first(node, "publisher"),
        "date": first(node, "date"), "url": first(node, "ptr"),
    }  # fmt: skip
    fields: dict[str, object] = {name: text_in(one) for name, one in found.items() if one is not None}
    fields["publisher"] = _HOST.sub("", str(fields.get("publisher", "")))
    if found["url"] is not None:
        fields["url"] = found["url"].get("target")
    return fields


READER = Reader(name="trafilatura-xml", endings=(".xml",), fits=fits, read=read)
