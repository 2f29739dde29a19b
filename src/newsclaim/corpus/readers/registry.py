"""Which reader a file is for: those of other packages are asked first, then ours, the one for prose last.

Another package adds a reader as an entry point of the group `newsclaim.readers` that names a `Reader`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsclaim.corpus.readers import (
    database_pages,
    epub,
    extracted_xml,
    factiva_xml,
    feed,
    json_,
    jsonl,
    mail,
    markdown,
    news_xml,
    nexis_text,
    office,
    page,
    pdf,
    proquest,
    rtf,
    table,
    text,
    warc,
    zip_,
)
from newsclaim.corpus.readers.document import UnknownFormatError
from newsclaim.corpus.readers.reader import Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.corpus.readers.unknown import foreign
from newsclaim.errors import InputError

#: Where other packages offer their readers.
GROUP = "newsclaim.readers"
#: Lets the file itself tell what it is.
AUTO = "auto"
#: In the order they are asked; the last one takes what is prose.
_BUILT_IN = (
    office.WORD, office.OPEN, epub.READER, warc.WACZ, zip_.ZIP, zip_.GZIP, warc.WARC, pdf.READER, rtf.READER,
    mail.MHTML, mail.MBOX, mail.EML, factiva_xml.READER, extracted_xml.READER, news_xml.READER, feed.READER,
    database_pages.READER, page.READER, jsonl.READER, json_.READER, nexis_text.READER, proquest.READER, table.READER,
    markdown.READER, text.READER,
)  # fmt: skip


@cache
def readers() -> dict[str, Reader]:
    """Return all readers by name, in the order they are asked.

    Raises:
        InputError: a reader of another package cannot be loaded.
    """
    return {reader.name: reader for reader in (*_others(), *_BUILT_IN)}


def _others() -> Iterator[Reader]:
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP):
        try:
            reader = entry.load()
        except Exception as error:
            raise InputError(f"the reader {entry.name!r} ({entry.value}) cannot be loaded: {error!r}") from error
        if not isinstance(reader, Reader):
            raise InputError(f"the reader {entry.name!r} ({entry.value}) is no newsclaim.corpus.readers.Reader")
        yield reader


def named(name: str) -> Reader:
    """Return the reader of a name.

    Raises:
        InputError: there is none.
    """
    if name not in readers():
        raise InputError(f"there is no input format {name!r}; there are {', '.join((AUTO, *readers()))}")
    return readers()[name]


def chosen(source: Source, input_format: str) -> Reader:
    """Return the reader for a file: that of the format, or by its ending and content.

    Raises:
        UnknownFormatError: no reader is for it.
    """
    if input_format != AUTO:
        return named(input_format)
    for reader in readers().values():
        if reader.fits(source):
            return reader
    what, advice = foreign(source) or ("of a kind that is not known", "save it as text")
    raise UnknownFormatError(f"it is {what}, which is not read as an article; {advice}")


def endings(input_format: str) -> tuple[str, ...]:
    """Return the endings of files in folders that may hold articles in a format."""
    asked = readers().values() if input_format == AUTO else [named(input_format)]
    return tuple(dict.fromkeys(ending for reader in reversed(list(asked)) for ending in reader.endings))


def lists(ending: str, input_format: str) -> bool:
    """Return whether a file with this ending lists articles that bring their own ids."""
    if input_format != AUTO:
        return named(input_format).several
    return any(reader.several and ending in reader.endings for reader in readers().values())
