"""A text file: an optional header, then one article; and what is no text but something else is none."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.header import split_header
from newsclaim.corpus.readers.document import Raw, Remark
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.unknown import foreign
from newsclaim.errors import InputError
from newsclaim.text import plain


def read(source: Source) -> Iterator[Item]:
    """Yield the article of a text file.

    Raises:
        InputError: the bytes are no text, the header is broken, or there is nothing else.
    """
    decoded = decode(source.data())
    yield raw_of(decoded.text)
    if decoded.note:
        yield Remark(decoded.note)


def raw_of(text: str) -> Raw:
    """Return the article of a file's text, its header read and cut off.

    Raises:
        InputError: the header is broken, or there is no text.
    """
    text = plain(text.removeprefix("\ufeff"))
    if not text.strip():
        raise InputError("it is empty")
    header, body = split_header(text)
    if not body.strip():
        raise InputError("it has a header and no text after it")
    return Raw(text=body, header=header)


def fits(source: Source) -> bool:
    """Return whether a file may be prose: whether it shows no sign of anything else."""
    return foreign(source) is None


READER = Reader(name="text", endings=(".txt", ".text"), fits=fits, read=read)
