"""Rows as a notebook wants them: shown as a table, and as dictionaries of plain values for pandas or polars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    from newsclaim.export.columns import Column

R = TypeVar("R", bound=BaseModel)
#: So many rows are shown, each cell cut to so many characters.
_MOST, _LONGEST = 30, 160


class Rows(list[R]):
    """A list of rows that a notebook shows as a table.

    `pandas.DataFrame(rows.to_dicts())` and `polars.DataFrame(rows.to_dicts())` make frames of it.
    """

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return each row as plain values under the names of the export columns.

        Where sentences around were asked for, they stand in a column `context`.
        """
        dicts = [{column.name: column.get(row) for column in _columns(type(row))} for row in self]
        around = [getattr(row, "context", None) for row in self]
        if any(around):
            return [told | {"context": context} for told, context in zip(dicts, around, strict=True)]
        return dicts

    def _repr_html_(self) -> str:
        from html import escape

        if not self:
            return "<p>no rows</p>"
        dicts = Rows(self[:_MOST]).to_dicts()
        head = "".join(f"<th>{escape(name)}</th>" for name in dicts[0])
        body = "".join("<tr>" + "".join(map(_cell, one.values())) + "</tr>" for one in dicts)
        more = f"<p>{len(self) - _MOST} more rows</p>" if len(self) > _MOST else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _columns(kind: type[BaseModel]) -> Sequence[Column[Any]]:
    from operator import attrgetter

    from newsclaim.export.columns import ACTORS, ARTICLES, CLAIMS, QUOTES, Column

    columns: dict[str, Sequence[Column[Any]]] = {
        "QuoteRow": QUOTES, "ClaimRow": CLAIMS, "ActorRow": ACTORS, "ArticleRow": ARTICLES,
    }  # fmt: skip
    if kind.__name__ in columns:
        return columns[kind.__name__]
    return [Column(name, "", attrgetter(name)) for name in kind.model_fields]


def _cell(value: object) -> str:
    from html import escape

    text = "" if value is None else str(value)
    return f"<td>{escape(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}</td>"
