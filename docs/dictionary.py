"""Makes docs/columns.md: every field of the JSON and every column of the exports, with what it means.

Usage: python docs/dictionary.py [--check]; with --check it only tells whether the file is up to date.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from newsclaim.export.columns import ACTORS, ARTICLES, CLAIMS, QUOTES
from newsclaim.models.mark import Precision
from newsclaim.models.rows import ActorRow, ArticleRow, ClaimRow, QuoteRow, Shown, TopicRow
from newsclaim.models.stats import StatRow

HERE = Path(__file__).parent
TARGET = HERE / "columns.md"
ROWS = {
    QuoteRow: "quotes", ClaimRow: "claims", ActorRow: "actors", ArticleRow: "articles", TopicRow: "topics",
    StatRow: "stats", Precision: "review", Shown: "show",
}  # fmt: skip
HEAD = """\
# What every column means

Made from the models by `make docs`. In JSON a field inside another one is an object (`"cue": {"text": …}`), in CSV the
names are joined with dots (`cue.text`) and the values of a list with ` | `. Unknown values are null, empty in CSV.
"""


def main() -> None:
    after = "\n".join(lines()) + "\n"
    if "--check" in sys.argv:
        sys.exit(0 if TARGET.read_text("utf-8") == after else "docs/columns.md is out of date; run `make docs`")
    TARGET.write_text(after, "utf-8")


def lines() -> Iterator[str]:
    yield HEAD
    for model, command in ROWS.items():
        yield from (f"## `newsclaim {command}`", "", "| field | meaning |", "|---|---|")
        yield from fields(model)
        yield ""
    yield from ("## Exports: xlsx, datasette, datapackage, parquet", "", "One value a cell. The tables:", "")
    for name, columns in (("quotes", QUOTES), ("claims", CLAIMS), ("actors", ACTORS), ("articles", ARTICLES)):
        yield from (f"### {name}", "", "| column | type | meaning |", "|---|---|---|")
        yield from (f"| `{column.name}` | {column.type} | {column.tells} |" for column in columns)
        yield ""


def fields(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield a line for each field, those of models inside under the names that CSV uses."""
    for name, field in model.model_fields.items():
        key = prefix + (field.alias or name)
        inner = inside(field.annotation)
        yield f"| `{key}` | {meaning(model, field.alias or name)} |"
        # Rows inside a row are told in their own section.
        if inner is not None and inner not in ROWS:
            yield from fields(inner, key + ".")


def inside(annotation: object) -> type[BaseModel] | None:
    """Return the model that a field holds, alone or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := inside(part))), None)


def meaning(model: type[BaseModel], name: str) -> str:
    """Return what a field means; fields of a base stand under the base."""
    for kind in model.__mro__:
        if name in TOLD.get(kind.__name__, {}):
            return TOLD[kind.__name__][name]
    if name in TOLD["Row"]:
        return TOLD["Row"][name]
    if name in TOLD["Span"]:
        return TOLD["Span"][name]
    raise SystemExit(f"docs/fields.toml does not say what {model.__name__}.{name} means")


TOLD = tomllib.loads((HERE / "fields.toml").read_text("utf-8"))

if __name__ == "__main__":
    main()
