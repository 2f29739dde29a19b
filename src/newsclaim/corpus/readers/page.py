"""Saved web pages: the article among all that surrounds it, found by trafilatura (the extra `html`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.fields import Header
from newsclaim.corpus.markup import is_markup
from newsclaim.corpus.readers import page_fields
from newsclaim.corpus.readers.document import MissingExtraError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
#: How browsers note where a page came from.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_MARKS = re.compile(r"<(/?)q(?:\s[^<>]*)?>", re.IGNORECASE)
#: Fewer words are no article.
_FEWEST = 20
#: Elements of the found text that are paragraphs of their own.
_PARAGRAPHS = frozenset(["p", "head", "quote", "code", "ab"])


def fits(source: Source) -> bool:
    """Return whether a file is a page: it begins as markup, and is no other XML."""
    start = source.start
    if start.startswith("<?xml"):
        return "<html" in start[:2_000].lower()
    return is_markup(start) and (source.ending in (*_ENDINGS, "", ".txt", ".php", ".asp", ".aspx", ".jsp"))


def read(source: Source) -> Iterator[Item]:
    """Yield the article of a page.

    Raises:
        MissingExtraError: trafilatura is not installed.
        InputError: no article is on the page.
    """
    from newsclaim.corpus.readers import database_pages

    html = text_of(source.data())
    found = database_pages.documents(html)
    yield from found if found is not None else [article(html)]


def article(html: str, *, url: str | None = None, read_on: str | None = None) -> Raw:
    """Return the article on a page.

    Args:
        html: the page.
        url: where it was found, if that is known.
        read_on: when it was fetched (ISO 8601).

    Raises:
        MissingExtraError: trafilatura is not installed.
        InputError: no article is on the page.
    """
    try:
        from lxml.etree import LxmlError
        from trafilatura import bare_extraction, load_html
        from trafilatura.settings import Document
    except ImportError as error:
        raise MissingExtraError("saved pages", "html") from error
    saved = _SAVED_FROM.search(html[:5_000])
    url = url or (saved[1] if saved else None)
    html = _MARKS.sub(lambda tag: "”" if tag[1] else "“", html)
    try:
        tree = load_html(html)
        found = None if tree is None else bare_extraction(
            html, url=url, include_comments=False, include_tables=True, with_metadata=False
        )  # fmt: skip
    except (LxmlError, ValueError, RecursionError) as error:
        raise InputError(f"the page cannot be read ({error})") from error
    text = "\n\n".join(_paragraphs(found.body)) if isinstance(found, Document) and found.body is not None else ""
    if len(text.split()) < _FEWEST:
        raise InputError("no article was found on the page")
    header = page_fields.header(tree, html, url)
    return Raw(text=_without_title(text, header), header=replace(header, read_on=read_on))


def text_of(data: bytes) -> str:
    """Return the characters of a page: what it says of itself goes before what its bytes look like."""
    said = _CHARSET.search(data[:4_096])
    name = said[1].decode("ascii").lower() if said else ""
    if name and name not in ("utf-8", "utf8") and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode("cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name, "replace")
            except LookupError:
                pass
    return decode(data).text


def _paragraphs(body: Any) -> Iterator[str]:
    """Yield the paragraphs of what trafilatura found, items of lists and rows of tables one by one."""
    for child in body:
        if child.tag == "list":
            yield from (f"- {text}" for item in child if (text := _line(item)))
        elif child.tag == "table":
            yield "\n".join(filter(None, (" | ".join(filter(None, map(_line, row))) for row in child.iter("row"))))
        elif child.tag in _PARAGRAPHS and len(child) and any(inner.tag in ("p", "list") for inner in child):
            yield from filter(None, [" ".join((child.text or "").split())])
            yield from _paragraphs(child)
        elif text := _line(child):
            yield text


def _line(node: Any) -> str:
    for line_break in node.iter("lb"):
        line_break.tail = f"\n{line_break.tail or ''}"
    lines = "".join(node.itertext()).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _without_title(text: str, header: Header) -> str:
    """Return the text without the title that it repeats after a byline or kicker; it is put before the text anyway."""
    first, _, rest = text.partition("\n\n")
    same = header.title is not None and "".join(first.lower().split()) == "".join(header.title.lower().split())
    return rest if same and rest else text


READER = Reader(name="html", endings=_ENDINGS, fits=fits, read=read)
