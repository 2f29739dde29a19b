"""JSON: a list of articles, one inside an object ("articles", "results" …), objects under their ids, or one article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsclaim.corpus.encoding import decode
from newsclaim.corpus.readers.document import Bad, NoArticlesError, Raw
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import has_text, raw_or_bad
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

#: So deep a list of articles may lie inside objects.
_DEEPEST = 3


def fits(source: Source) -> bool:
    """Return whether a file is JSON: by its ending or by how it begins."""
    return source.ending == ".json" or (source.ending in ("", ".txt") and _begins(source))


def is_table(source: Source) -> bool:
    """Return whether a file can be a table that tells about articles."""
    return fits(source) or _begins(source)


def read(source: Source) -> Iterator[Item]:
    """Yield the articles in a JSON file, a `Bad` for each object in the list that is none.

    Raises:
        NoArticlesError: it is sound JSON without articles.
        InputError: it is no JSON.
    """
    any_text = False
    kept: list[Item] = []
    for place, fields in objects(source):
        item = raw_or_bad(fields, place, source.columns)
        any_text = any_text or isinstance(item, Raw)
        kept.append(item)
    if not any_text:
        raise NoArticlesError("it is JSON without articles: nothing in it has a text (--column text=NAME names it)")
    yield from _alone(kept)


def _alone(items: list[Item]) -> Iterator[Item]:
    """Yield the items; the only article of a file without a list has the file's id."""
    for item in items:
        if isinstance(item, Raw) and item.place == "":
            yield Raw(text=item.text, header=item.header, id=item.id)
        else:
            yield item


def objects(source: Source) -> Iterator[tuple[str, dict[str, Any] | Bad]]:
    """Yield the objects that may be articles, each with its place.

    Raises:
        InputError: it is no JSON.
    """
    try:
        value = json.loads(decode(source.data()).text)
    except json.JSONDecodeError as error:
        raise InputError(f"it is no valid JSON ({error.msg} at line {error.lineno})") from error
    except (RecursionError, ValueError) as error:
        raise InputError(f"it is JSON that cannot be read ({error})") from error
    if isinstance(value, dict) and has_text(value, source.columns):
        yield "", value
        return
    listed = _listed(value, source.columns, _DEEPEST)
    for number, item in enumerate(listed, start=1):
        place = f"article {number}"
        yield place, item if isinstance(item, dict) else Bad("it is no JSON object", place)


def _listed(value: Any, columns: Mapping[str, str], deep: int) -> list[Any]:
    """Return the list of articles in a value, the longest when there are several."""
    if isinstance(value, list):
        return value if any(isinstance(item, dict) for item in value) else []
    if not isinstance(value, dict) or not deep:
        return []
    if value and all(isinstance(item, dict) and has_text(item, columns) for item in value.values()):
        return [{"id": key, **item} for key, item in value.items()]
    return max((_listed(item, columns, deep - 1) for item in value.values()), key=len, default=[])


def _begins(source: Source) -> bool:
    return source.start[:1] in ("{", "[") and source.start[1:].lstrip()[:1] in ('"', "{", "[", "}")


READER = Reader(name="json", endings=(".json",), fits=fits, read=read)
