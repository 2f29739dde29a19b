"""JSONL → articles: one object per line, its text taken code point for code point."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsclaim.corpus.article import article_under
from newsclaim.corpus.header import Header, header_from
from newsclaim.corpus.loaded import Failure, Loaded, Note
from newsclaim.errors import InputError
from newsclaim.models import Article

#: A file whose first lines are all broken is no JSONL at all.
_HOPELESS = 20


def read_jsonl(lines: Iterable[bytes], *, path: str | None, name: str) -> Iterator[Loaded]:
    """Yield an article for each line, a failure for each line that is none; empty lines are passed over.

    Args:
        lines: the file's lines in UTF-8.
        path: the file, for the articles; None for standard input.
        name: what messages call the file.
    """
    broken_from_start = 0
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        entries = list(_read_line(line, f"line {number}: ", path, name))
        if isinstance(entries[0], Article) and seen.setdefault(entries[0].id, number) != number:
            entries = [Failure(name, _twice(entries[0].id, number, seen[entries[0].id]))]
        yield from entries
        if broken_from_start >= 0:
            broken_from_start = broken_from_start + 1 if isinstance(entries[0], Failure) else -1
        if broken_from_start == _HOPELESS:
            yield Failure(name, f"the first {_HOPELESS} lines are all broken, so the rest was not read; is it JSONL?")
            return


def _twice(identifier: str, number: int, first: int) -> str:
    return f"line {number}: the id {identifier!r} was already used in line {first}; give every article an id of its own"


def _read_line(line: bytes, where: str, path: str | None, name: str) -> Iterator[Loaded]:
    try:
        record = _record(line)
        header = header_from(record)
        yield _article(record, header, path)
    except InputError as error:
        yield Failure(name, f"{where}{error}")
    else:
        yield from (Note(name, f"{where}{note}") for note in header.notes)


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


def _article(record: dict[str, Any], header: Header, path: str | None) -> Article:
    identifier, text = record.get("id"), record.get("text")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.strip():
        raise InputError(f'it has no "id" (found {_short(identifier)}); give every article an id of its own')
    if not isinstance(text, str):
        raise InputError(f'it has no "text" (found {_short(text)}); "text" is the article as a string')
    if not text.strip():
        raise InputError('its "text" is empty')
    return article_under(header, text, id=identifier, path=path)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:40]
