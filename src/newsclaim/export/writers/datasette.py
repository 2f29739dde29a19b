"""A database of plain tables with full-text search, and the metadata by which Datasette shows it well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsclaim.export.columns import Table, tables
from newsclaim.export.findings import Findings
from newsclaim.store.plain import PlainTable, write_plain

_SEARCHED = {
    "quotes": ("speaker", "quote", "sentence"), "claims": ("text", "source", "sentence"),
    "actors": ("name", "roles", "aliases"), "articles": ("title",),
}  # fmt: skip
_FACETS = {
    "quotes": ["outlet", "stance", "kind"], "claims": ["class", "status", "outlet"], "actors": ["kind", "country"],
    "articles": ["outlet"],
}  # fmt: skip
_QUERIES = {
    "speakers": {
        "title": "Who speaks most",
        "sql": "select speaker, count(*) as quotes, count(distinct outlet) as outlets from quotes "
        "where speaker is not null group by speaker order by quotes desc limit 100",
    },
    "numbers_over_time": {
        "title": "How a number moved",
        "sql": "select published, text, value, low, high, status, source, outlet, sentence, url from claims "
        "where class = :class and (:place = '' or place = :place) order by published, value",
    },
    "said_by": {
        "title": "Everything that somebody said",
        "sql": "select published, outlet, cue, quote, sentence, url from quotes "
        "where speaker like '%' || :speaker || '%' order by published",
    },
}


def write(found: Findings, target: Path) -> None:
    """Write `newsclaim.db`, `metadata.json` and a note on how to open them into a folder."""
    made = tables(found)
    write_plain(target / "newsclaim.db", [_plain(table) for table in made])
    text = json.dumps(
        {"title": "newsclaim", "databases": {"newsclaim": _described(made)}}, indent=2, ensure_ascii=False
    )
    (target / "metadata.json").write_text(text + "\n", encoding="utf-8")
    (target / "README.txt").write_text("datasette newsclaim.db --metadata metadata.json\n", encoding="utf-8")


def _plain(table: Table) -> PlainTable:
    types = {"string": "TEXT", "date": "TEXT", "number": "REAL", "integer": "INTEGER"}
    columns = [(column.name, types[column.type]) for column in table.columns]
    linked = {"quotes": {"article": "articles"}, "claims": {"article": "articles", "quote": "quotes"}}
    return PlainTable(
        table.name, columns, list(table.cells()), _SEARCHED[table.name], linked.get(table.name, {}), _FACETS[table.name]
    )


def _described(made: list[Table]) -> dict[str, Any]:
    shown = {
        table.name: {
            "description": table.tells, "columns": {column.name: column.tells for column in table.columns},
            "facets": _FACETS[table.name],
        }
        for table in made
    }  # fmt: skip
    return {"source": "newsclaim", "tables": shown, "queries": _QUERIES}
