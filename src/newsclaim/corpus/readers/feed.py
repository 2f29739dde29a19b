"""Feeds (RSS, Atom) that were saved: an article for each entry that carries its text (the extra `feeds`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsclaim.corpus.fields import header_from
from newsclaim.corpus.markup import prose_of
from newsclaim.corpus.readers.document import Bad, MissingExtraError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
#: A shorter summary is a teaser, no article.
_FEWEST = 40


def fits(source: Source) -> bool:
    """Return whether a file is a feed."""
    return source.start.startswith("<") and _ROOT.search(source.start[:2_000]) is not None


def read(source: Source) -> Iterator[Item]:
    """Yield an article for each entry with a text, a `Bad` for each that has a teaser only.

    Raises:
        MissingExtraError: feedparser is not installed.
        InputError: it has no entries.
    """
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtraError("feeds", "feeds") from error
    # Sanitizing would cost paragraphs nothing, but time; the text is read from the markup anyway.
    feed = feedparser.parse(source.data(), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise InputError("the feed has no entries")
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(entry, feed.feed, f"entry {number}")


def _entry(entry: Any, feed: Any, place: str) -> Item:
    contents = [prose_of(content.get("value") or "") for content in entry.get("content") or ()]
    whole = max(contents, key=len, default="")
    summary = prose_of(entry.get("summary") or "")
    text = whole or (summary if len(summary.split()) >= _FEWEST else "")
    title = prose_of(entry.get("title") or "")
    if not text:
        return Bad("the feed gives a teaser of it only; save the page itself", place)
    header = header_from({"title": title, **_fields(entry, feed)})
    return Raw(text=text, header=header, number=entry.get("id") or header.url or digest(title, text), place=place)


def _fields(entry: Any, feed: Any) -> dict[str, Any]:
    authors = [one.get("name") for one in entry.get("authors") or () if one.get("name")]
    return {
        "outlet": (entry.get("source") or {}).get("title") or feed.get("title"),
        "published": entry.get("published"),
        "updated": dict.get(entry, "updated"),  # its own `get` would give the date of publication instead
        "url": entry.get("link"),
        "authors": authors or entry.get("author"),
        "language": feed.get("language"),
        "tags": "; ".join(tag.get("term") or "" for tag in entry.get("tags") or ()),
    }


READER = Reader(name="feed", endings=(".rss", ".atom", ".xml"), fits=fits, read=read)
