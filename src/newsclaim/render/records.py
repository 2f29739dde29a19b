"""Models → JSON, JSON lines, and delimited text with the same fields flattened with dots."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Any, TextIO, Union, get_args, get_origin

from pydantic import BaseModel

from newsclaim.text import visible

#: Stands between the values of a list in one cell.
SEPARATOR = " | "
#: What makes a formula of a cell; wide forms are read as the plain ones by some.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.IGNORECASE)


def write_json(value: BaseModel | Iterable[BaseModel], stream: TextIO) -> None:
    """Write one object, or a list of objects."""
    data = _dump(value) if isinstance(value, BaseModel) else [_dump(row) for row in value]
    json.dump(data, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def write_jsonl(rows: Iterable[BaseModel], stream: TextIO) -> None:
    """Write one object a line."""
    stream.writelines(row.model_dump_json(by_alias=True) + "\n" for row in rows)


def write_delimited(
    rows: Iterable[BaseModel], model: type[BaseModel], stream: TextIO, delimiter: str, *, excel: bool = False
) -> None:
    """Write a header and a line per row; the columns come from the model, so they are the same for every result.

    For `excel` a mark of UTF-8 stands first, cells that a spreadsheet would take for a formula begin with "'", and
    control characters are shown.
    """
    columns = list(columns_of(model))
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    if excel:
        stream.write("\ufeff")
    writer.writerow(columns)
    for row in rows:
        data = _dump(row)
        cells = [_cell(data, column.split(".")) for column in columns]
        writer.writerow([guarded(visible(cell)) for cell in cells] if excel else cells)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number stays one."""
    if not cell.lstrip().startswith(_FORMULA) and not cell.startswith(("\t", "\r", "\n")):
        return cell
    return cell if _NUMBER.fullmatch(cell) else "'" + cell


def columns_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the flattened field names of a model: "cue.text", "speakers.name" (lists share one column)."""
    for name, field in model.model_fields.items():
        key = prefix + (field.alias or name)
        inner = _model_in(field.annotation)
        if inner is None:
            yield key
        else:
            yield from columns_of(inner, key + ".")


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, UnionType, tuple, list}:
        return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
    return None


def _dump(value: BaseModel) -> dict[str, Any]:
    return value.model_dump(mode="json", by_alias=True)


def _cell(value: Any, path: list[str]) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(_cell(item, path) for item in value)
    if path and isinstance(value, Mapping):
        return _cell(value[path[0]], path[1:])
    return "" if value is None else str(value)
