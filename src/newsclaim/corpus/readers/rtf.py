"""RTF: a database's export, or one article (the extra `rtf`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsclaim.corpus.readers import exports
from newsclaim.corpus.readers.document import MissingExtraError
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError


def fits(source: Source) -> bool:
    """Return whether a file is RTF."""
    return source.start.startswith("{\\rtf")


def read(source: Source) -> Iterator[Item]:
    """Yield the articles of an RTF file.

    Raises:
        MissingExtraError: striprtf is not installed.
        InputError: it is damaged or empty.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtraError("RTF files", "rtf") from error
    convert: Callable[..., str] = rtf_to_text
    try:
        text = convert(source.data().decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise InputError(f"it is damaged RTF ({error})") from error
    yield from exports.of_lines(text.split("\n"))


READER = Reader(name="rtf", endings=(".rtf",), fits=fits, read=read)
