"""Paths and streams → the articles in them, in a fixed order; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from newsclaim.corpus.article import article_of
from newsclaim.corpus.files import File, Found, find_files, shown
from newsclaim.corpus.given import Given
from newsclaim.corpus.loaded import Ended, Failure, Loaded, Note, Skipped
from newsclaim.corpus.readers import Bad, Empty, Item, MissingExtraError, NoArticlesError, Raw, Source
from newsclaim.corpus.readers.registry import AUTO, chosen
from newsclaim.corpus.reading import Reading
from newsclaim.corpus.state import looked_at, state_of
from newsclaim.errors import InputError, InternalError
from newsclaim.models import Article

_STDIN = "standard input"
#: What was loaded, and where in its file it stands ("line 7").
_Placed = tuple[Loaded | Ended, str]


def read(
    paths: Sequence[Path], *, input_format: str = AUTO, ids: Mapping[str, str] | None = None, given: Given | None = None
) -> Iterator[Loaded]:
    """Yield what the given files and folders hold, in the order given, each folder's files sorted.

    Which files that are and which ids they get is told in `files`; `ids` are those that files have already, by their
    absolute path. No two articles have the same id: a document whose id was seen before is a failure; so is a path that
    does not exist. `given` is what the caller knows of the articles. What several files have in common is told at the
    end, in one note.
    """
    return _loaded_only(read_files(find_files(paths, input_format, ids), input_format, given))


def read_files(
    found: Iterable[Found], input_format: str = AUTO, given: Given | None = None
) -> Iterator[Loaded | Ended]:
    """Yield what files hold as `read` does, and behind the last article of each that it has been read."""
    reading = Reading(input_format, given or Given())
    return _unique(chain(_read_all(found, reading), reading.remarks()))


def _loaded_only(found: Iterable[Loaded | Ended]) -> Iterator[Loaded]:
    return (entry for entry in found if not isinstance(entry, Ended))


def read_stream(stream: BinaryIO, input_format: str = AUTO, given: Given | None = None) -> Iterator[Loaded]:
    """Yield what a stream (standard input) holds: one text with the id "stdin", or JSONL articles.

    "auto" takes it for JSONL when its first line is a JSON object with a "text".
    """
    reading = Reading(input_format, given or Given())
    source = Source(stream, "", columns=reading.given.columns)
    return _loaded_only(_unique(chain(_read_source(source, reading, id="stdin", path=None), reading.remarks())))


def _read_all(found: Iterable[Found], reading: Reading) -> Iterator[_Placed]:
    for entry in found:
        if not isinstance(entry, File):
            yield entry, ""
        elif not reading.is_metadata(entry.path):
            yield from _read_file(entry, reading)


def _read_file(file: File, reading: Reading) -> Iterator[_Placed]:
    name = shown(file.path)
    try:
        with file.path.open("rb") as stream:
            before = looked_at(stream)
            source = Source(stream, name, found=not file.named, columns=reading.given.columns)
            yield from _read_source(source, reading, id=file.id, path=name)
        yield Ended(name, state_of(file.path, before)), ""
    except FileNotFoundError:
        yield Failure(name, "it has vanished since the files were listed; run newsclaim ingest again"), ""
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror or error}; check the file and its permissions"
        yield Failure(name, reason), ""


def _read_source(source: Source, reading: Reading, *, id: str, path: str | None) -> Iterator[_Placed]:  # noqa: A002
    name = source.name or _STDIN
    try:
        for item in chosen(source, reading.input_format).read(source):
            for loaded in _loaded(item, id, path, name, reading):
                yield loaded, getattr(item, "place", "")
    except (NoArticlesError, MissingExtraError) as reason:
        yield Skipped(name, str(reason)) if source.found else Failure(name, str(reason)), ""
    except InputError as error:
        yield Failure(name, str(error)), ""
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - one file never stops the others, whatever is wrong with it or with us
        yield Failure(name, str(InternalError.of("read it", error))), ""


def _loaded(
    item: Item,
    id: str,  # noqa: A002 - the contract's name
    path: str | None,
    name: str,
    reading: Reading,
) -> Iterator[Loaded]:
    """Yield what a reader's item comes to: an article with its notes, a failure, what was left out, a note."""
    where = f"{item.place}: " if item.place else ""
    match item:
        case Raw():
            own = item.id or (f"{id}#{item.number}" if item.number else id)
            header = reading.completed(item.header, id=own, path=path, name=name)
            yield article_of(replace(item, header=header, text=reading.given.mended(item.text)), id=own, path=path)
            yield from (Note(name, where + note) for note in header.notes)
        case Bad():
            yield Failure(name, where + item.reason)
        case Empty():
            yield Skipped(f"{name}, {item.place}" if item.place else name, f"article with an empty text in {name}")
        case _:
            yield Note(name, where + item.text)


def _unique(loaded: Iterable[_Placed]) -> Iterator[Loaded | Ended]:
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
