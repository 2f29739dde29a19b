"""Web archives (WARC, and WACZ, which packs them): the articles among their pages, one page in memory at a time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from newsclaim.corpus.readers import page
from newsclaim.corpus.readers.document import MissingExtraError, Raw, Remark
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_CHARSET = re.compile(r"charset=\"?([\w-]+)", re.IGNORECASE)
#: A page without a date and with fewer words is a list of links or a notice.
_FEWEST = 80


def fits(source: Source) -> bool:
    """Return whether a file is a web archive."""
    return source.head.startswith(b"WARC/")


def fits_packed(source: Source) -> bool:
    """Return whether a file is a packed collection of web archives."""
    return "datapackage.json" in source.names and any(name.startswith("archive/") for name in source.names)


def read(source: Source) -> Iterator[Item]:
    """Yield the articles on the pages of an archive; pages that hold none are counted.

    Raises:
        MissingExtraError: warcio or trafilatura is not installed.
        InputError: it is damaged.
    """
    yield from _pages(source.stream)


def read_packed(source: Source) -> Iterator[Item]:
    """Yield the articles of all archives in a collection.

    Raises:
        MissingExtraError: warcio or trafilatura is not installed.
        InputError: it is damaged.
    """
    if source.archive is None:
        raise InputError("it is damaged")
    for name in sorted(source.archive.namelist()):
        if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
            with source.archive.open(name) as stream:
                yield from _pages(cast("BinaryIO", stream))


def _records(stream: BinaryIO) -> Iterator[Any]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtraError("web archives", "warc") from error
    records = iter(ArchiveIterator(stream))
    while True:
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, AttributeError) as error:  # warcio takes it for granted that a record has an address
            raise InputError(f"it is damaged ({error}); what comes before was read") from error
        if record is None:
            return
        yield record


def _pages(stream: BinaryIO) -> Iterator[Item]:
    without = 0
    seen: Counter[str] = Counter()
    for record in _records(stream):
        if not _is_page(record):
            continue
        raw = _article(record)
        if raw is None:
            without += 1
            continue
        # A page that was fetched again is another version of it.
        seen[raw.number or ""] += 1
        again = seen[raw.number or ""]
        yield raw if again == 1 else replace(raw, number=f"{raw.number}#{again}")
    if without:
        yield Remark(f"{without} page{'' if without == 1 else 's'} of the archive held no article")


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource") or record.http_headers is None:
        return record.rec_type == "resource" and "html" in (record.content_type or "")
    kind = record.http_headers.get_header("Content-Type") or ""
    status = (record.http_headers.statusline or "").split(" ", 1)[0]
    return status == "200" and "html" in kind.lower()


def _article(record: Any) -> Raw | None:
    url = record.rec_headers.get_header("WARC-Target-URI")
    kind = (record.http_headers.get_header("Content-Type") if record.http_headers else None) or ""
    said = _CHARSET.search(kind)
    data = record.content_stream().read()
    try:
        html = data.decode(said[1]) if said else page.text_of(data)
    except (LookupError, UnicodeDecodeError):
        html = page.text_of(data)
    try:
        raw = page.article(html, url=url, read_on=record.rec_headers.get_header("WARC-Date"))
    except MissingExtraError:
        raise
    except InputError:
        return None
    if raw.header.published is None and len(raw.text.split()) < _FEWEST:
        return None
    return replace(raw, number=url, place=url or "")


WARC = Reader(name="warc", endings=(".warc",), fits=fits, read=read)
WACZ = Reader(name="wacz", endings=(".wacz",), fits=fits_packed, read=read_packed)
