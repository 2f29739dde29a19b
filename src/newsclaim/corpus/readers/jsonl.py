"""JSONL: one article a line, its text taken code point for code point."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.fields import field_of, record_from
from newsclaim.corpus.readers.document import Bad, Empty, NoArticlesError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import given_id, has_text, number_of
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_ENDINGS = (".jsonl", ".ndjson", ".jl")
#: A file whose first lines are all broken is no JSONL at all.
_HOPELESS = 20
#: So many lines tell whether a file lists articles.
_FEW = 5
_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def fits(source: Source) -> bool:
    """Return whether a file is JSONL: by its ending; else by first lines that are objects, the first with a text."""
    if source.ending in _ENDINGS:
        return True
    lines = [line for line in source.head.split(b"\n")[:2] if line.strip()]
    if source.ending == ".json" and len(lines) < 2:
        return False
    return (
        source.ending in ("", ".json", ".txt") and bool(lines) and _is_record(lines[0]) and all(map(_is_object, lines))
    )


def is_table(source: Source) -> bool:
    """Return whether a file can be a table that tells about articles."""
    return source.ending in _ENDINGS or _is_object(source.head.partition(b"\n")[0])


def objects(source: Source) -> Iterator[tuple[str, dict[str, Any] | Bad]]:
    """Yield the objects of the lines, each with its place; empty lines are passed over."""
    for number, line in enumerate(_utf8(source), start=1):
        if line.strip():
            place = f"line {number}"
            try:
                yield place, _record(line.removeprefix(_MARK))
            except InputError as error:
                yield place, Bad(str(error), place)


def read(source: Source) -> Iterator[Item]:
    """Yield an article for each line, a `Bad` for each line that is none; empty lines are passed over.

    Raises:
        NoArticlesError: its first lines are objects without a text.
        InputError: it is empty.
    """
    if source.found and "text" not in source.columns and _is_of_something_else(source.head):
        raise NoArticlesError('its lines have no "text", so they are no articles')
    broken_from_start, seen = 0, False
    for place, fields in objects(source):
        seen = True
        item = fields if isinstance(fields, Bad) else _article(fields, place, source.columns)
        yield item
        if broken_from_start >= 0:
            broken_from_start = broken_from_start + 1 if isinstance(item, Bad) else -1
        if broken_from_start == _HOPELESS:
            yield Bad(f"the first {_HOPELESS} lines are all broken, so the rest was not read; is it JSONL?")
            return
    if not seen:
        raise InputError("it is empty")


def _utf8(source: Source) -> Iterator[bytes]:
    if source.head.startswith(_WIDE_MARKS):
        return io.BytesIO(decode(source.data()).text.encode("utf-8", "replace"))
    return source.stream


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


def _article(fields: dict[str, Any], place: str, columns: Mapping[str, str]) -> Raw | Bad | Empty:
    record = record_from(fields, columns)
    text = record.text
    if isinstance(text, str) and not text.strip():
        return Empty(place)
    if not isinstance(text, str):
        return Bad(f'it has no "text" (found {_short(text)}); "text" is the article as a string', place)
    given = given_id(record.id)
    if given is None and record.id is not None:
        return Bad(f'its "id" is no text and no number (found {_short(record.id)})', place)
    number = None if given else number_of(record, text)
    return Raw(text=text, header=record.header, id=given, number=number, place=place, exact=True)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:40]


def _is_of_something_else(head: bytes) -> bool:
    """Tell whether a JSONL file beside articles lists other things: its first lines are objects, none with a "text"."""
    lines = [line for line in head.split(b"\n")[:_FEW] if line.strip()]
    return bool(lines) and all(_is_object(line) and not _is_record(line) for line in lines)


def _is_record(line: bytes) -> bool:
    record = _parsed(line)
    return isinstance(record, dict) and ("text" in map(field_of, record) or has_text(record, {}))


def _is_object(line: bytes) -> bool:
    return isinstance(_parsed(line), dict)


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.removeprefix(_MARK))
    except (ValueError, RecursionError):
        return None


READER = Reader(name="jsonl", endings=_ENDINGS, fits=fits, read=read, several=True)
