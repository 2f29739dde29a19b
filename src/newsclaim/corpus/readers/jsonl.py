"""JSONL: one article a line, its text taken code point for code point."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.header import header_from
from newsclaim.corpus.readers.document import Bad, NoArticlesError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

#: A file whose first lines are all broken is no JSONL at all.
_HOPELESS = 20
#: So many lines tell whether a file lists articles.
_FEW = 5
_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def fits(source: Source) -> bool:
    """Return whether a file is JSONL: by its ending; standard input by a first line that is an object with a "text"."""
    return source.ending == ".jsonl" or (not source.ending and _is_record(source.head.partition(b"\n")[0]))


def read(source: Source) -> Iterator[Item]:
    """Yield an article for each line, a `Bad` for each line that is none; empty lines are passed over.

    Raises:
        NoArticlesError: its first lines are objects without a "text".
        InputError: it is empty.
    """
    if source.found and _is_of_something_else(source.head):
        raise NoArticlesError('its lines have no "text", so they are no articles')
    stream = _utf8(source)
    broken_from_start, seen = 0, False
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        seen = True
        items = list(_read_line(line.removeprefix(_MARK), f"line {number}"))
        yield from items
        if broken_from_start >= 0:
            broken_from_start = broken_from_start + 1 if isinstance(items[0], Bad) else -1
        if broken_from_start == _HOPELESS:
            yield Bad(f"the first {_HOPELESS} lines are all broken, so the rest was not read; is it JSONL?")
            return
    if not seen:
        raise InputError("it is empty")


def _utf8(source: Source) -> Iterator[bytes]:
    if source.head.startswith(_WIDE_MARKS):
        return io.BytesIO(decode(source.data()).text.encode("utf-8", "replace"))
    return source.stream


def _read_line(line: bytes, place: str) -> Iterator[Item]:
    try:
        raw = _article(_record(line), place)
    except InputError as error:
        yield Bad(str(error), place)
    else:
        yield raw


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8; JSONL must be") from error
    except json.JSONDecodeError as error:
        raise InputError(f"it is no valid JSON ({error.msg} at character {error.pos + 1})") from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"it is JSON that cannot be read ({error})") from error
    if not isinstance(record, dict):
        raise InputError('it is no JSON object; a line looks like {"id": "a1", "text": "…"}')
    return record


def _article(record: dict[str, Any], place: str) -> Raw:
    identifier, text = record.get("id"), record.get("text")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise InputError(f'it has no "id" (found {_short(identifier)}); give every article an id of its own')
    if not isinstance(text, str):
        raise InputError(f'it has no "text" (found {_short(text)}); "text" is the article as a string')
    if not text.strip():
        raise InputError('its "text" is empty')
    return Raw(text=text, header=header_from(record), id=identifier, place=place, exact=True)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:40]


def _is_of_something_else(head: bytes) -> bool:
    """Tell whether a JSONL file beside articles lists other things: its first lines are objects, none with a "text"."""
    lines = [line for line in head.split(b"\n")[:_FEW] if line.strip()]
    return bool(lines) and all(_is_object(line) and not _is_record(line) for line in lines)


def _is_record(line: bytes) -> bool:
    record = _parsed(line)
    return isinstance(record, dict) and "text" in record


def _is_object(line: bytes) -> bool:
    return isinstance(_parsed(line), dict)


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.removeprefix(_MARK))
    except (ValueError, RecursionError):
        return None


READER = Reader(name="jsonl", endings=(".jsonl",), fits=fits, read=read, several=True)
