"""Models ↔ compact JSON for the rows: fields by position, texts of spans left out, since the article holds them.

A model becomes the list of its field values in the order of the class, without defaults at the end. What can be had
from elsewhere is left out: the `text` of a span (from the article), the `id` of a row (from its number), the name of an
actor that a mention was resolved to (from the actor).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from newsclaim.errors import StoreError
from newsclaim.models import Mention, NumericClaim, Quote

#: The form of the models in the rows. Raise it when a field changes its meaning, its shape or its place; articles that
#: were stored in another form count as changed, so that the next ingest makes them anew.
FORM = 3
#: Their id is the number of their row.
_NUMBERED = (Quote, NumericClaim)
#: Values that stand in a row as they are, and those of several values.
_AS_IT_IS, _SEVERAL = (str, int), (tuple, list)
Offsets = tuple[tuple[int, int], ...]
M = TypeVar("M", bound=BaseModel)


def pack(model: BaseModel) -> str:
    """Return a model as compact JSON."""
    return json.dumps(_packed(model), ensure_ascii=False, separators=(",", ":"))


def unpack(kind: type[BaseModel], row: str, text: str, what: str) -> dict[str, Any]:
    """Return the fields of the model in a row, not yet checked.

    Args:
        kind: the model's class.
        row: its compact JSON.
        text: the article's text, which the spans are cut out of.
        what: names the row in the message when it cannot be read.

    Raises:
        StoreError: the row is in another form.
    """
    try:
        return _unpacked(kind, json.loads(row), text)
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable(what) from error


def unpack_all(kind: type[BaseModel], rows: Iterable[str], what: str) -> Iterator[dict[str, Any]]:
    """Yield the fields of the models in some rows, which hold no spans, not yet checked; all are read in one go.

    Raises:
        StoreError: a row is in another form.
    """
    try:
        for values in json.loads(f"[{','.join(rows)}]"):
            yield _unpacked(kind, values, "")
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable(what) from error


def read_all(kind: type[BaseModel], names: Sequence[str], rows: Iterable[str], what: str) -> Iterator[Sequence[Any]]:
    """Yield some values of the models in some rows as they are stored, None for what is left out at the end.

    Raises:
        StoreError: a row is in another form.
    """
    wanted = itemgetter(*(path_of(kind, name) for name in names))
    padding = [None] * len(_plan(kind).fields)
    try:
        yield from (wanted(values + padding) for values in json.loads(f"[{','.join(rows)}]"))
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable(what) from error


def build(kind: type[M], fields: dict[str, Any], what: str) -> M:
    """Return the model with these fields.

    Raises:
        StoreError: they are none of this model's.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise unreadable(what) from error


def path_of(kind: type[BaseModel], name: str) -> int:
    """Return at which place of a packed model a field stands, for queries that look inside a row."""
    return _plan(kind).fields.index(name)


def mentions_in(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the fields of every mention in a role of a quote or claim."""
    for key in ("speakers", "via", "sources"):
        yield from fields.get(key) or ()
    if fields.get("whose"):
        yield fields["whose"]


def spans_in(row: str) -> tuple[Offsets, Offsets]:
    """Return the offsets of the content of the quote in a row, and those of its parts in quotation marks.

    Raises:
        StoreError: the row is in another form.
    """
    try:
        values = json.loads(row)
        return tuple(_offsets(values[place : place + 1]) for place in _content())  # type: ignore[return-value] # of two
    except (ValueError, TypeError, LookupError) as error:
        raise unreadable("a quote") from error


@cache
def _content() -> tuple[int, ...]:
    """Return where in the row of a quote its content stands, and that of its parts in quotation marks."""
    return path_of(Quote, "spans"), path_of(Quote, "verbatim")


def _offsets(spans: list[list[list[int]]]) -> Offsets:
    return tuple((int(span[0]), int(span[1])) for several in spans for span in several)


def unreadable(what: str) -> StoreError:
    """Return the error for a row that this version of newsclaim cannot read."""
    return StoreError(
        f"{what} was stored in a form that this newsclaim does not know. Run newsclaim ingest again: it makes such "
        f"articles anew (with --again all of them)."
    )


def _packed(value: Any) -> Any:
    if value is None or isinstance(value, _AS_IT_IS):
        return value
    if isinstance(value, BaseModel):
        plan, fields = _plan(type(value)), vars(value)
        values = [_packed(fields[name]) for name in plan.fields]
        if plan.name is not None and fields["actor"] is not None:
            values[plan.name] = None
        while values and values[-1] == plan.defaults[len(values) - 1]:
            values.pop()
        return values
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return [_packed(item) for item in value] if isinstance(value, _SEVERAL) else value


def _unpacked(kind: type[BaseModel], values: list[Any], text: str) -> dict[str, Any]:
    plan = _plan(kind)
    fields = dict(zip(plan.fields, values, strict=False))
    for name, inner, several in plan.models:
        value = fields.get(name)
        if value is not None:
            fields[name] = (
                [_unpacked(inner, item, text) for item in value] if several else _unpacked(inner, value, text)
            )
    if plan.is_span and fields.get("start") is not None:
        fields["text"] = text[fields["start"] : fields["end"]]
    return fields


class _Plan:
    """Which fields of a model stand in a row, in order, with their defaults and the models inside."""

    def __init__(self, kind: type[BaseModel]) -> None:
        known: Mapping[str, Any] = kind.model_fields
        self.is_span = {"start", "end", "text"} <= known.keys()
        left_out = ({"text"} if self.is_span else set()) | ({"id"} if issubclass(kind, _NUMBERED) else set())
        self.fields = [name for name in known if name not in left_out]
        self.defaults = [_packed(known[name].get_default(call_default_factory=True)) for name in self.fields]
        #: Which of them is a name that the actor has, too.
        self.name = self.fields.index("name") if issubclass(kind, Mention) else None
        inside = ((name, _model_in(known[name].annotation, several=False)) for name in self.fields)
        #: Which of them are models, of which class, and whether they are several.
        self.models = [(name, *inner) for name, inner in inside if inner]


@cache
def _plan(kind: type[BaseModel]) -> _Plan:
    return _Plan(kind)


def _model_in(annotation: Any, *, several: bool) -> tuple[type[BaseModel], bool] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, several
    origin = get_origin(annotation)
    if origin in {Union, UnionType, tuple, list}:
        inner = (_model_in(part, several=several or origin in {tuple, list}) for part in get_args(annotation))
        return next(filter(None, inner), None)
    return None
