"""EPUB: a book as one article, its chapters in the order of reading."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.fields import header_from
from newsclaim.corpus.markup import prose_of
from newsclaim.corpus.readers.document import Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.xml import first, local, parsed
from newsclaim.errors import InputError

_CONTAINER = "META-INF/container.xml"
_FIELDS = {"title": "title", "publisher": "outlet", "date": "published", "language": "language", "source": "url"}


def fits(source: Source) -> bool:
    """Return whether a file is an EPUB."""
    return _CONTAINER in source.names and b"application/epub+zip" in source.head[:200]


def read(source: Source) -> Iterator[Item]:
    """Yield the book.

    Raises:
        InputError: it is damaged or holds no text.
    """
    archive = source.archive
    if archive is None:
        raise InputError("it is damaged")
    try:
        root = first(parsed(archive.read(_CONTAINER)), "rootfile")
        path = root.get("full-path", "") if root is not None else ""
        package = parsed(archive.read(path))
        chapters = [prose_of(decode(archive.read(name)).text) for name in _spine(package, posixpath.dirname(path))]
    except (KeyError, RuntimeError, zipfile.BadZipFile, OSError) as error:
        raise InputError(f"it is damaged or locked ({error})") from error
    text = "\n\n".join(filter(None, chapters))
    if not text.strip():
        raise InputError("it holds no text")
    yield Raw(text=text, header=header_from(_metadata(package)))


def _spine(package: ET.Element, folder: str) -> Iterator[str]:
    """Yield the names of the chapters in the archive; contents and cover are none."""
    items = {node.get("id"): node for node in package.iter() if local(node) == "item"}
    for reference in (node for node in package.iter() if local(node) == "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in item.get("properties", "") and "html" in item.get("media-type", ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _metadata(package: ET.Element) -> dict[str, object]:
    fields: dict[str, object] = {"authors": []}
    for node in package.iter():
        text = " ".join("".join(node.itertext()).split())
        name = local(node)
        if name == "creator" and text:
            fields["authors"] = [*fields["authors"], text]  # type: ignore[misc]
        elif name in _FIELDS and text and "purl.org/dc" in node.tag:
            fields.setdefault(_FIELDS[name], text)
    return fields


READER = Reader(name="epub", endings=(".epub",), fits=fits, read=read)
