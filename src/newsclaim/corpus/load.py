"""Paths and streams → the articles in them, in a fixed order; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclaim.corpus.article import article_of
from newsclaim.corpus.files import File, find_files, shown
from newsclaim.corpus.loaded import Failure, Loaded, Note, Skipped
from newsclaim.corpus.readers import Bad, Item, NoArticlesError, Raw, Source
from newsclaim.corpus.readers.registry import AUTO, chosen
from newsclaim.errors import InputError
from newsclaim.models import Article

_STDIN = "standard input"
#: What was loaded, and where in its file it stands ("line 7").
_Placed = tuple[Loaded, str]


def read(paths: Sequence[Path], *, input_format: str = AUTO, ids: Mapping[str, str] | None = None) -> Iterator[Loaded]:
    """Yield what the given files and folders hold, in the order given, each folder's files sorted.

    Which files that are and which ids they get is told in `files`; `ids` are those that files have already, by their
    absolute path. No two articles have the same id: a document whose id was seen before is a failure; so is a path that
    does not exist.
    """
    return _unique(_read_all(find_files(paths, input_format, ids), input_format))


def read_stream(stream: BinaryIO, input_format: str = AUTO) -> Iterator[Loaded]:
    """Yield what a stream (standard input) holds: one text with the id "stdin", or JSONL articles.

    "auto" takes it for JSONL when its first line is a JSON object with a "text".
    """
    return _unique(_read_source(Source(stream, ""), input_format, id="stdin", path=None))


def _read_all(found: Iterable[File | Skipped | Failure], input_format: str) -> Iterator[_Placed]:
    for entry in found:
        if isinstance(entry, File):
            yield from _read_file(entry, input_format)
        else:
            yield entry, ""


def _read_file(file: File, input_format: str) -> Iterator[_Placed]:
    name = shown(file.path)
    try:
        with file.path.open("rb") as stream:
            source = Source(stream, name, found=not file.named)
            yield from _read_source(source, input_format, id=file.id, path=name)
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror or error}; check the file and its permissions"
        yield Failure(name, reason), ""


def _read_source(source: Source, input_format: str, *, id: str, path: str | None) -> Iterator[_Placed]:  # noqa: A002
    name = source.name or _STDIN
    try:
        for item in chosen(source, input_format).read(source):
            for loaded in _loaded(item, id, path, name):
                yield loaded, getattr(item, "place", "")
    except NoArticlesError as reason:
        yield Skipped(name, str(reason)) if source.found else Failure(name, str(reason)), ""
    except InputError as error:
        yield Failure(name, str(error)), ""


def _loaded(item: Item, id: str, path: str | None, name: str) -> Iterator[Loaded]:  # noqa: A002 - the contract's name
    """Yield what a reader's item comes to: an article with its notes, a failure, a note."""
    where = f"{item.place}: " if item.place else ""
    match item:
        case Raw():
            own = item.id or (f"{id}#{item.number}" if item.number else id)
            yield article_of(item, id=own, path=path)
            yield from (Note(name, where + note) for note in item.header.notes)
        case Bad():
            yield Failure(name, where + item.reason)
        case _:
            yield Note(name, where + item.text)


def _unique(loaded: Iterable[_Placed]) -> Iterator[Loaded]:
    """Pass on what was loaded; an article whose id an earlier one has becomes a failure that names both."""
    first: dict[str, tuple[str, str]] = {}
    for entry, place in loaded:
        if not isinstance(entry, Article):
            yield entry
            continue
        here = (entry.path or _STDIN, place)
        if entry.id not in first:
            first[entry.id] = here
            yield entry
        else:
            yield Failure(here[0], _twice(entry.id, here, first[entry.id]))


def _twice(identifier: str, here: tuple[str, str], first: tuple[str, str]) -> str:
    start = f"{here[1]}: " if here[1] else ""
    where = first[1] if here[0] == first[0] and first[1] else first[0]
    return f"{start}the id {identifier!r} was already used (in {where}); give every article an id of its own"
