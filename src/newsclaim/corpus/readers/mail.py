"""Mails: EML with one, MBOX with many; their own text or what is attached. A saved page (MHTML) is a mail too."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from newsclaim.corpus.fields import header_from
from newsclaim.corpus.markup import prose_of
from newsclaim.corpus.readers import proquest
from newsclaim.corpus.readers.counted import counted
from newsclaim.corpus.readers.document import Bad, MissingExtraError, NoArticlesError, Raw, UnknownFormatError
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import digest
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart

_FIELD = re.compile(r"([A-Za-z][A-Za-z-]+):[ \t]?(.*(?:\n[ \t].*)*)\n")
_SURE = frozenset(["mime-version", "message-id", "received", "return-path", "content-transfer-encoding"])
_FROM = re.compile(rb"From \S+.*\d{4}")
_SAVED = ("snapshot-content-location", "content-location")
#: Plain text beside HTML is the mail's own unless it is a stub ("Your program shows no HTML").
_STUB = 0.3


def fits(source: Source) -> bool:
    """Return whether a file is a mail: by its ending, or by fields that only mails begin with."""
    return source.ending == ".eml" or bool(_SURE & _names(source))


def fits_box(source: Source) -> bool:
    """Return whether a file is a box of mails."""
    begins = _FROM.match(source.head) is not None
    return (source.ending in (".mbox", ".mbx") or b"\nFrom:" in source.head[:5_000]) and begins


def fits_page(source: Source) -> bool:
    """Return whether a file is a page saved as a mail."""
    head = source.start[:5_000].lower()
    page = "multipart/related" in head and ("snapshot-content-location:" in head or "saved by" in head)
    return page or (source.ending in (".mht", ".mhtml") and bool(_SURE & _names(source)))


def read(source: Source) -> Iterator[Item]:
    """Yield the article of a mail, and what is attached to it.

    Raises:
        InputError: it has no text and nothing attached that there is a reader for.
    """
    items = list(_message(_parsed(source.data()), source))
    if not items:
        raise InputError("the mail has no text")
    yield from items


def read_box(source: Source) -> Iterator[Item]:
    """Yield the articles of the mails in a box, one mail in memory at a time."""
    yield from counted(_mails(source), None)


def read_page(source: Source) -> Iterator[Item]:
    """Yield the article of a saved page.

    Raises:
        MissingExtraError: the extra for pages is not installed.
        InputError: there is no page in it.
    """
    from newsclaim.corpus.readers import page

    message = _parsed(source.data())
    part = next((one for one in message.walk() if one.get_content_type() == "text/html"), None)
    if part is None:
        raise InputError("there is no page in it")
    places = (message[_SAVED[0]], part[_SAVED[1]], message[_SAVED[1]])
    url = next((str(place) for place in places if place and str(place).startswith("http")), None)
    yield page.article(_content(part), url=url, read_on=_date(message))


def _parsed(data: bytes) -> EmailMessage:
    from email import message_from_bytes
    from email.policy import default

    return message_from_bytes(data, policy=default)


def _mails(source: Source) -> Iterator[Item]:
    for number, data in enumerate(_parts(source.stream), start=1):
        message = _parsed(data)
        place = f"mail {number}"
        identity = str(message["Message-ID"] or "").strip(" <>") or None
        found = list(_message(message, source))
        yield from (_numbered(item, identity, place) for item in found)
        if not found:
            yield Bad("it has no text", place)


def _numbered(item: Item, identity: str | None, place: str) -> Item:
    item = replace(item, place=f"{place} {item.place}".strip())
    if not isinstance(item, Raw):
        return item
    own = identity or digest(item.header.title or "", item.text)
    return replace(item, number=f"{own}#{item.number}" if item.number else own)


def _parts(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each mail of a box: it begins with a line "From …" behind a blank one."""
    part: list[bytes] = []
    blank = True
    for line in lines:
        if blank and _FROM.match(line):
            if part:
                yield b"".join(part)
            part = []
        else:
            part.append(re.sub(rb"^>(>*From )", rb"\1", line))
        blank = not line.strip()
    if part:
        yield b"".join(part)


def _message(message: EmailMessage, source: Source) -> Iterator[Item]:
    text = _text(message)
    if text and proquest.is_export(text):
        yield from proquest.documents(text)
    elif text:
        from email.utils import parseaddr

        name, address = parseaddr(str(message["From"] or ""))
        fields = {"title": message["Subject"], "date": _date(message), "from": address}
        fields = {key: str(value) for key, value in fields.items() if value}
        yield Raw(text=text, header=header_from(fields | {"authors": [name] if name else []}))
    for part in message.iter_attachments():
        yield from _attached(part, source)


def _attached(part: EmailMessage, source: Source) -> Iterator[Item]:
    from newsclaim.corpus.readers.registry import AUTO, chosen

    name, data = part.get_filename(), part.get_payload(decode=True)
    if not name or not isinstance(data, bytes):
        return
    inner = source.inside(io.BytesIO(data), name)
    try:
        for item in chosen(inner, AUTO).read(inner):
            if isinstance(item, Raw):
                yield replace(item, number=f"{name}#{item.number}" if item.number else name, place=name)
            else:
                yield replace(item, place=name)
    except (UnknownFormatError, MissingExtraError, NoArticlesError):
        return
    except InputError as error:
        yield Bad(str(error), name)


def _text(message: EmailMessage) -> str:
    """Return the text of a mail: what was written as plain text, unless that is a stub beside HTML."""
    plain, html = (message.get_body((kind,)) for kind in ("plain", "html"))
    written = _content(plain).replace("\r\n", "\n") if plain else ""
    shown = prose_of(_content(html)) if html else ""
    return written if len(written.split()) >= _STUB * len(shown.split()) else shown


def _content(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError, ValueError):
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _date(message: EmailMessage) -> str | None:
    try:
        date = message["Date"]
    except (ValueError, TypeError):
        return None
    when = getattr(date, "datetime", None)
    return when.isoformat() if when else None


def _names(source: Source) -> set[str]:
    """Return the names of the fields that a file begins with."""
    names: set[str] = set()
    at, text = 0, source.start.replace("\r\n", "\n")[:20_000]
    while found := _FIELD.match(text, at):
        names.add(found[1].lower())
        at = found.end()
    return names


EML = Reader(name="eml", endings=(".eml",), fits=fits, read=read)
MBOX = Reader(name="mbox", endings=(".mbox", ".mbx"), fits=fits_box, read=read_box)
MHTML = Reader(name="mhtml", endings=(".mht", ".mhtml"), fits=fits_page, read=read_page)
