"""Paths and streams → the articles in them, in a fixed order; one bad file never stops the others."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclaim.corpus.article import read_file_text
from newsclaim.corpus.encoding import decode
from newsclaim.corpus.files import Source, find_files, shown
from newsclaim.corpus.jsonl import read_jsonl
from newsclaim.corpus.loaded import Failure, InputFormat, Loaded, Note, Skipped
from newsclaim.errors import InputError
from newsclaim.models import Article

_STDIN = "standard input"
#: So many lines tell whether a file lists articles.
_FEW = 5
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read(paths: Sequence[Path], *, input_format: InputFormat = "auto") -> Iterator[Loaded]:
    """Yield what the given files and folders hold, in the order given, each folder's files sorted.

    Which files that are and which ids they get is told in `files`. No two articles have the same id: a JSONL line
    whose id was seen before is a failure; so is a path that does not exist.
    """
    return _unique(_read_all(find_files(paths, input_format)))


def read_stream(stream: BinaryIO, input_format: InputFormat = "auto") -> Iterator[Loaded]:
    """Yield what a stream (standard input) holds: one text with the id "stdin", or JSONL articles.

    "auto" takes it for JSONL when its first line is a JSON object with a "text".
    """
    first = stream.readline()
    if input_format == "jsonl" or (input_format == "auto" and _is_record(first)):
        yield from _unique(_jsonl(first, stream, path=None, name=_STDIN))
    else:
        yield from _text(first + stream.read(), id="stdin", path=None, name=_STDIN)


def _read_all(found: Iterable[Source | Loaded]) -> Iterator[Loaded]:
    for entry in found:
        if isinstance(entry, Source):
            yield from _read_file(entry)
        else:
            yield entry


def _read_file(source: Source) -> Iterator[Loaded]:
    name = shown(source.path)
    try:
        if source.jsonl:
            with source.path.open("rb") as stream:
                if not source.named and _is_of_something_else(stream):
                    yield Skipped(name, 'its lines have no "text", so they are no articles')
                    return
                yield from _jsonl(stream.readline(), stream, path=name, name=name)
        else:
            yield from _text(source.path.read_bytes(), id=source.id, path=name, name=name)
    except OSError as error:
        yield Failure(name, f"it cannot be opened: {error.strerror or error}; check the file and its permissions")


def _text(data: bytes, *, id: str, path: str | None, name: str) -> Iterator[Loaded]:  # noqa: A002 - the contract's name
    try:
        decoded = decode(data)
        article, notes = read_file_text(decoded.text, id=id, path=path)
    except InputError as error:
        yield Failure(name, str(error))
        return
    yield article
    yield from (Note(name, note) for note in (decoded.note, *notes) if note)


def _jsonl(first: bytes, rest: BinaryIO, *, path: str | None, name: str) -> Iterator[Loaded]:
    if first.startswith(_WIDE_MARKS):
        try:
            data = decode(first + rest.read()).text.encode("utf-8", "replace")
        except InputError as error:
            yield Failure(name, str(error))
            return
        first, rest = b"", io.BytesIO(data)
    seen = False
    for loaded in read_jsonl(_lines(first, rest), path=path, name=name):
        seen = True
        yield loaded
    if not seen:
        yield Failure(name, "it is empty")


def _lines(first: bytes, rest: BinaryIO) -> Iterator[bytes]:
    if first:
        yield first.removeprefix(b"\xef\xbb\xbf")
    yield from rest


def _is_record(line: bytes) -> bool:
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and "text" in record


def _is_of_something_else(stream: BinaryIO) -> bool:
    """Tell whether a JSONL file beside articles lists other things: its first lines are objects, none with a "text"."""
    lines = [line for _ in range(_FEW) if (line := stream.readline()).strip()]
    stream.seek(0)
    return bool(lines) and all(_is_object(line) and not _is_record(line) for line in lines)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.removeprefix(b"\xef\xbb\xbf")), dict)
    except (ValueError, RecursionError):
        return False


def _unique(loaded: Iterable[Loaded]) -> Iterator[Loaded]:
    """Pass on what was loaded; an article whose id an earlier one has becomes a failure that names both."""
    first: dict[str, str | None] = {}
    for entry in loaded:
        if isinstance(entry, Article) and entry.id in first:
            where = first[entry.id] or _STDIN
            name = entry.path or _STDIN
            yield Failure(
                name, f"the id {entry.id!r} was already used (in {where}); give every article an id of its own"
            )
            continue
        if isinstance(entry, Article):
            first[entry.id] = entry.path
        yield entry
