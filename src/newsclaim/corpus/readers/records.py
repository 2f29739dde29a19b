"""Rows of tables and objects of JSON → `Record` and `Raw`: what CSV, JSON, JSONL and metadata tables have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsclaim.corpus.fields import Record, field_of, folded, record_from, unwrapped
from newsclaim.corpus.markup import is_markup, prose_of
from newsclaim.corpus.readers.document import Bad, Empty, NoArticlesError, Raw
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError
from newsclaim.text import sha256

#: So much of a hash tells the documents of a file apart.
_DIGITS = 12


def records_of(source: Source) -> Iterator[Record]:
    """Yield the rows of a table in whichever form it is: CSV, TSV, JSON, JSONL.

    Raises:
        InputError: it is none.
    """
    from newsclaim.corpus.readers import json_, jsonl, table

    reader: Any = next((kind for kind in (jsonl, json_, table) if kind.is_table(source)), None)
    if reader is None:
        raise InputError(f"{source.name} is no table (CSV, TSV, JSON or JSONL)")
    for _, fields in reader.objects(source):
        if not isinstance(fields, Bad):
            yield record_from(fields, source.columns)


def raw_or_bad(fields: Mapping[str, Any] | Bad, place: str, columns: Mapping[str, str]) -> Raw | Bad | Empty:
    """Return the article that a row or object is, or why it is none."""
    if isinstance(fields, Bad):
        return fields
    record = record_from(fields, columns)
    text = text_of(record.text)
    if text is None:
        return Bad("it has no text", place)
    if not text.strip():
        return Empty(place)
    given = given_id(record.id)
    return Raw(
        text=text, header=record.header, id=given, number=None if given else number_of(record, text), place=place
    )


def has_text(fields: Mapping[str, Any], columns: Mapping[str, str]) -> bool:
    """Return whether a row or object has a field that holds an article's text, at its top or inside an object."""
    if "text" in columns:
        names = {folded(key) for key in (*fields, *(f"_source.{key}" for key in unwrapped(fields)))}
        return folded(columns["text"]) in names
    fields = unwrapped(fields)
    return any(field_of(key) == "text" and isinstance(value, str) for key, value in fields.items()) or any(
        field_of(f"{key}.{part}") == "text"
        for key, value in fields.items() if isinstance(value, dict) for part in value
    )  # fmt: skip


def text_of(value: object) -> str | None:
    """Return the text of a field: paragraphs of a list joined, markup read; None when it is none."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        return None
    return prose_of(value) if is_markup(value) else value


def given_id(value: object) -> str | None:
    """Return the id that a record gives itself, None when it has none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value).strip() or None


def number_of(record: Record, text: str) -> str:
    """Return what tells a record without id from the others of its file: its url, else a digest of its text."""
    return record.header.url or digest(record.header.title or "", text)


def digest(*parts: str) -> str:
    """Return a short digest of what a document says, the same whenever it is exported."""
    return sha256("\x1f".join(" ".join(part.split()) for part in parts))[:_DIGITS]


def no_text_column(names: Iterator[str] | list[str]) -> NoArticlesError:
    """Return the error for a table of something else than articles."""
    shown = ", ".join(list(names)[:12])
    return NoArticlesError(
        f"none of its columns is known to hold the text of an article ({shown}); name the one that does with "
        f"--column text=NAME, or give the table with --metadata beside the texts it tells about"
    )
