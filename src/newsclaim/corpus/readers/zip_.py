"""ZIP archives and gzipped files of whatever there is a reader for."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from newsclaim.corpus.readers.document import Bad, MissingExtraError, NoArticlesError, Raw, Remark, UnknownFormatError
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
#: A file that grows beyond this when it is unpacked is no news.
_LARGEST = 4 * 1024**3
#: Archives inside archives are opened so deep.
_DEEPEST = 3


def fits(source: Source) -> bool:
    """Return whether a file is a ZIP archive."""
    return source.head.startswith((_ZIP, b"PK\x05\x06")) and not _is_office(source)


def read(source: Source) -> Iterator[Item]:
    """Yield the articles of the files in an archive, in the order of their names.

    Raises:
        InputError: it is damaged.
    """
    if source.archive is None:
        raise InputError("it is a damaged ZIP archive")
    skipped: Counter[str] = Counter()
    for entry in sorted(source.archive.infolist(), key=lambda entry: entry.filename):
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
            continue
        yield from _member(source, source.archive, entry, skipped)
    if skipped:
        shown = ", ".join(f"{count} {what}" for what, count in sorted(skipped.items()))
        yield Remark(f"files in the archive that hold no articles were skipped: {shown}")


def _member(source: Source, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, skipped: Counter[str]) -> Iterator[Item]:
    from newsclaim.corpus.readers.registry import AUTO, chosen

    if entry.file_size > _LARGEST or source.depth >= _DEEPEST:
        yield Bad("it is too large, or too deep inside archives", entry.filename)
        return
    try:
        with archive.open(entry) as opened:
            inner = source.inside(_seekable(cast("BinaryIO", opened)), entry.filename)
            for item in chosen(inner, AUTO).read(inner):
                yield _placed(item, entry.filename)
    except (NoArticlesError, MissingExtraError, UnknownFormatError):
        skipped[PurePosixPath(entry.filename).suffix.lower() or "without ending"] += 1
    except InputError as error:
        yield Bad(str(error), entry.filename)
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, OSError, EOFError, zlib.error) as error:
        yield Bad(f"it cannot be unpacked ({error})", entry.filename)


def _seekable(opened: BinaryIO) -> BinaryIO:
    start = opened.read(4)
    opened.seek(0)
    return io.BytesIO(opened.read()) if start == _ZIP else opened


def _placed(item: Item, name: str) -> Item:
    """Return what was found in a file of an archive, with the file as part of its place and number."""
    place = f"{name}: {item.place}" if item.place else name
    if not isinstance(item, Raw):
        return replace(item, place=place)
    own = PurePosixPath(name).with_suffix("").as_posix()
    return replace(item, place=place, number=f"{own}#{item.number}" if item.number else own)


def _is_office(source: Source) -> bool:
    return "[Content_Types].xml" in source.names


def fits_gzip(source: Source) -> bool:
    """Return whether a file is gzipped."""
    return source.head.startswith(_GZIP)


def read_gzip(source: Source) -> Iterator[Item]:
    """Yield what the file holds that was packed.

    Raises:
        InputError: it is damaged, or no reader is for what it holds.
    """
    from newsclaim.corpus.readers.registry import AUTO, chosen

    name = source.name[:-3] if source.ending == ".gz" else source.name
    try:
        with gzip.open(source.stream) as opened:
            inner = source.inside(cast("BinaryIO", opened), name)
            yield from chosen(inner, AUTO).read(inner)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"it is damaged ({error}); what comes before the damage was read") from error


ZIP = Reader(name="zip", endings=(".zip",), fits=fits, read=read)
GZIP = Reader(name="gzip", endings=(".gz",), fits=fits_gzip, read=read_gzip)
