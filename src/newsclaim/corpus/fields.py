"""Fields of an article under the names that tables, JSON and other tools give them → `Header`.

The names are a closed list, `data/fields.toml`; what has another name is kept under `extra`.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from newsclaim import lexicon
from newsclaim.corpus.dates import iso_date, of_seconds

#: How headers say that they do not know.
_NOTHING = frozenset({"", "null", "none", "~", "n/a", "nan", "nat"})
_TEXTS = ("title", "outlet", "url", "section", "language")
_DATES = ("published", "updated")
_FIELDS = ("text", "id", "file", "authors", *_TEXTS, *_DATES)
#: Higher than the rank of any name.
_LAST = 1000
#: Values with more parts are not kept.
_MOST_PARTS = 10_000
#: Kept under `extra` although they have a name of ours.
_KEPT = ("section", "language")
#: Where a search index keeps the document that it found.
_INDEXED = "_source"
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|door)[:\s]\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:;|\|)\s*")
_BETWEEN_IN_BYLINE = re.compile(r"\s*(?:;|\||,(?! (?:jr|sr)\b)|\band\b|&)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What is said of an article beside its text.

    Attributes:
        published: ISO 8601.
        updated: ISO 8601.
        extra: what newsclaim has no field of its own for.
        notes: what could not be understood, in words.
        undated: dates by their field ("published") that do not name year, month and day.
        read_on: when the article was fetched, as the format itself tells it (ISO 8601).
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    undated: Mapping[str, str] = field(default_factory=dict)
    read_on: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table, or an object of JSON: its text and identity as they are written, and its header."""

    text: object
    id: object
    file: str | None
    header: Header


def field_of(key: str) -> str | None:
    """Return which field of an article a name means, None when it is not on the list."""
    return _names().get(folded(key), (None, 0))[0]


def record_from(fields: Mapping[str, Any], columns: Mapping[str, str] | None = None) -> Record:
    """Return what a mapping with names of other tools says of an article; nothing is required.

    Args:
        fields: the row or object; objects in it are looked into.
        columns: field → the name it has here, where the list does not tell ("text" → "Volltext").
    """
    flat = dict(_flat(unwrapped(fields)))
    keys = _chosen(flat, {name: column.removeprefix(f"{_INDEXED}.") for name, column in (columns or {}).items()})
    notes: list[str] = []
    values = {name: flat[key] for name, key in keys.items()}
    texts = {name: _text(keys[name], values[name], notes) for name in _TEXTS if name in values}
    texts = _addresses_apart(flat, texts)
    dates = {name: _date(keys[name], values[name], notes) for name in _DATES if name in values}
    header = Header(
        title=texts.get("title"),
        outlet=texts.get("outlet"),
        published=_iso(dates.get("published")),
        updated=_iso(dates.get("updated")),
        url=texts.get("url"),
        authors=tuple(people(values.get("authors"))),
        extra=_extra(flat, keys, texts),
        notes=tuple(notes),
        undated={name: date for name, date in dates.items() if date and not _iso(date)},
    )
    return Record(values.get("text"), values.get("id"), line_of(values.get("file")), header)


def unwrapped(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the fields of a document that a search index wrote out: what it keeps under `_source` stands inside."""
    inner = fields.get(_INDEXED)
    if not isinstance(inner, dict) or "_id" not in fields:
        return fields
    return {"_id": fields["_id"], **inner}


def header_from(fields: Mapping[str, Any]) -> Header:
    """Return the header that a mapping makes; an id in it is that of another tool, and kept under `extra`."""
    record = record_from(fields)
    if _is_nothing(record.id):
        return record.header
    return replace(record.header, extra={**record.header.extra, "id": str(record.id)})


def line_of(value: object) -> str | None:
    """Return a value as one line of text; lists and mappings have no such line."""
    if not isinstance(value, str) or value.strip().lower() in _NOTHING:
        return None
    return " ".join(value.split())


def people(value: object) -> Iterator[str]:
    """Yield the names of an author field: a list, names between semicolons, a byline ("By Ana Example and Ben Roe")."""
    for item in _listed(value):
        line = line_of(item.get("name") if isinstance(item, dict) else item) or ""
        by = _BY.match(line)
        for part in (_BETWEEN_IN_BYLINE if by else _BETWEEN).split(line[by.end() :] if by else line):
            if part.strip(" ,"):
                yield part.strip(" ,")


def folded(key: str) -> str:
    """Return a name as names are compared: without case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", key.strip().lower().removeprefix("\ufeff"))


def _listed(value: object) -> Iterable[Any]:
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, str) and value.strip().startswith("[") and value.strip().endswith("]"):
        # A list that was written into a cell.
        try:
            read = ast.literal_eval(value.strip())
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return [value]
        return read if isinstance(read, list) else [value]
    return [value]


@cache
def _names() -> dict[str, tuple[str, int]]:
    """Return the field that each name means, and its rank among the names of that field."""
    lists = lexicon.load("fields")
    return {name: (field_, rank) for field_ in _FIELDS for rank, name in enumerate(lists[field_])}


def _flat(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the fields; an object in them is looked into where the list names what it holds ("source.name")."""
    for key, value in fields.items():
        name = str(key)
        if isinstance(value, dict):
            inner = {f"{name}.{part}": item for part, item in value.items()}
            known = {part: item for part, item in inner.items() if field_of(part)}
            yield from known.items()
            if known:
                continue
        yield name, value


def _chosen(flat: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """Return which key holds each field: the one that was named, else the first on the list that is not empty."""
    named = {name: key for name, wanted in columns.items() for key in flat if folded(key) == folded(wanted)}
    ranked: dict[str, tuple[int, str]] = {}
    for key, value in flat.items():
        name, rank = _names().get(folded(key), (None, 0))
        if name is None or (_is_nothing(value) and name != "text"):
            continue
        # An empty text is told as such; an address names no outlet.
        rank += _LAST * (_is_nothing(value) or (name == "outlet" and _is_address(value)))
        if name not in ranked or rank < ranked[name][0]:
            ranked[name] = (rank, key)
    return {name: key for name, (_, key) in ranked.items()} | named


def _is_nothing(value: object) -> bool:
    return value is None or value == [] or (isinstance(value, str) and value.strip().lower() in _NOTHING)


def _is_address(value: object) -> bool:
    return isinstance(value, str) and _URL.fullmatch(value.strip()) is not None


def _addresses_apart(flat: Mapping[str, Any], texts: dict[str, str | None]) -> dict[str, str | None]:
    """Return the fields with a "source" that is an address as the url, where there is no other."""
    named = (value for key, value in flat.items() if field_of(key) == "outlet" and _is_address(value))
    address = next((value.strip() for value in named), None)
    outlet = texts.get("outlet")
    return texts | {
        "url": texts.get("url") or address,
        "outlet": None if _is_address(outlet) else outlet,
    }


def _text(key: str, value: object, notes: list[str]) -> str | None:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is not None and not isinstance(value, str):
        notes.append(f"its {key!r} is {json.dumps(value, default=str)[:40]}, no text, so it is not used")
    return line_of(value)


def _date(key: str, value: object, notes: list[str]) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return of_seconds(value) or str(value)
    return _text(key, value, notes)


def _iso(date: str | None) -> str | None:
    return iso_date(date) if date else None


def _extra(flat: Mapping[str, Any], keys: Mapping[str, str], texts: Mapping[str, str | None]) -> dict[str, str]:
    kept = {name: text for name in _KEPT if (text := texts.get(name))}
    used = set(keys.values())
    for key, value in flat.items():
        name = field_of(key)
        held = flat[keys[name]] if name and name in keys else texts.get("url")
        again = name == "text" or held == value
        if key not in used and not again and not _is_nothing(value):
            kept[key.strip()] = _written(value)
    return kept


def _written(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return "; ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False, default=str) if _is_small(value) else "…"


def _is_small(value: object) -> bool:
    """Return whether a value has few parts: aliases of YAML let a short one grow without end."""
    left, count = [value], 0
    while left and count < _MOST_PARTS:
        one = left.pop()
        count += 1
        left += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return not left
