"""What a page says of its article: JSON-LD first, then meta tags, then trafilatura without guessing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaim import lexicon
from newsclaim.corpus.dates import iso_date
from newsclaim.corpus.fields import Header, header_from, line_of

_SCRIPT = re.compile(
    r"<script[^>]*type\s*=\s*[\"']?application/ld\+json[\"']?[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_TYPES = re.compile(r"article|posting|report|review|liveblog", re.IGNORECASE)
#: Controls inside JSON that careless sites write.
_CONTROLS = re.compile(r"[\x00-\x1f]")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>)\s*$")
#: "Storm hits coast | Harbour Herald": behind the mark stands the outlet.
_SITE = re.compile(r"\s+[|–—»·-]\s+([^|–—»·]{2,40})\Z")
_AUTHOR_URL = re.compile(r"https?://|@|^\s*admin\s*$", re.IGNORECASE)


def header(tree: Any, html: str, url: str | None) -> Header:
    """Return the header of a page.

    Args:
        tree: the page, parsed by lxml.
        html: the page as text, for scripts.
        url: where it was found.
    """
    told = [_of_json(item) for item in _articles(html)]
    tags = _of_tags(tree)
    fields: dict[str, Any] = {}
    for source in (*told[:1], tags):
        for name, value in source.items():
            if value and not fields.get(name):
                fields[name] = value
    fields["url"] = url or fields.get("url")
    for name, value in _guessless(tree, fields, url).items():
        fields.setdefault(name, value)
    title, outlet = line_of(fields.get("title")), line_of(fields.get("outlet"))
    fields["title"] = _without_site(title, outlet)
    return header_from({name: value for name, value in fields.items() if value})


def _articles(html: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON-LD that describe an article, the ones with a date first."""
    found = [item for block in _SCRIPT.findall(html) for item in _objects(_loaded(block), 6)]
    articles = [item for item in found if any(_TYPES.search(str(kind)) for kind in _listed(item.get("@type")))]
    yield from sorted(articles, key=lambda item: (not item.get("datePublished"), not item.get("headline")))


def _loaded(block: str) -> object:
    try:
        return json.loads(_CONTROLS.sub(" ", _COMMENT.sub("", block.strip())))
    except (ValueError, RecursionError):
        return None


def _objects(value: object, deep: int) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, deep)
    elif isinstance(value, dict) and deep:
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"):
            yield from _objects(value.get(key), deep - 1)


def _of_json(item: Mapping[str, Any]) -> dict[str, Any]:
    publisher = next((_name(one) for one in _listed(item.get("publisher")) if _name(one)), None)
    authors = [name for one in _listed(item.get("author")) if (name := _name(one)) and not _AUTHOR_URL.search(name)]
    return {
        "title": _unescaped(item.get("headline") or item.get("name")),
        "outlet": publisher,
        "published": _dated(item.get("datePublished")),
        "updated": _dated(item.get("dateModified")),
        "authors": authors,
        "url": next((one for one in (item.get("url"), item.get("@id")) if _is_url(one)), None),
        "section": next((one for one in _listed(item.get("articleSection")) if isinstance(one, str)), None),
        "language": item.get("inLanguage") if isinstance(item.get("inLanguage"), str) else None,
    }


def _of_tags(tree: Any) -> dict[str, Any]:
    """Return what meta tags, links and the `<html>` say, each field from the first name on its list that is there."""
    metas = _metas(tree)
    lists = lexicon.load("pages")
    fields: dict[str, Any] = {
        field: next((metas[name][0] for name in lists[field] if name in metas), None) for field in lists
    }
    fields["published"], fields["updated"] = _dated(fields["published"]), _dated(fields["updated"])
    named = next((metas[name] for name in lists["authors"] if name in metas), [])
    fields["authors"] = [name for name in named if not _AUTHOR_URL.search(name)]
    canonical = next((one.get("href") for one in tree.iter("link") if (one.get("rel") or "") == "canonical"), None)
    fields["url"] = next((one for one in (canonical, fields["url"]) if _is_url(one)), None)
    fields["language"] = fields["language"] or next((one.get("lang") for one in tree.iter("html")), None)
    return fields


def _metas(tree: Any) -> dict[str, list[str]]:
    """Return the contents of the meta tags by name, in lower case."""
    metas: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = next(filter(None, map(node.get, ("property", "name", "itemprop", "http-equiv"))), "")
        if node.get("content"):
            metas.setdefault(name.lower(), []).append(node.get("content"))
    return metas


def _guessless(tree: Any, known: Mapping[str, Any], url: str | None) -> dict[str, Any]:
    """Return what trafilatura finds in the page's elements for what is missing; no date is guessed from words."""
    if all(known.get(name) for name in ("title", "outlet", "published", "authors")):
        return {}
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(tree, url, {"extensive_search": False, "original_date": True})
    except (ValueError, TypeError, AttributeError, IndexError):
        return {}
    if found is None:
        return {}
    names = {"title": found.title, "outlet": found.sitename, "published": found.date, "authors": found.author}
    return {name: value for name, value in names.items() if value and not known.get(name)}


def _dated(value: object) -> str | None:
    text = value if isinstance(value, str) else None
    return text if text and iso_date(text) else None


def _name(value: object) -> str | None:
    named = value.get("name") if isinstance(value, dict) else value
    if isinstance(named, list):
        named = named[0] if named else None
    return _unescaped(named)


def _unescaped(value: object) -> str | None:
    from html import unescape

    return line_of(unescape(unescape(value))) if isinstance(value, str) else None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_url(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the name of the site behind it."""
    found = _SITE.search(title) if title else None
    if title and found and outlet and found[1].strip().lower() == outlet.lower():
        return title[: found.start()]
    return title
