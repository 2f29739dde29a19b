"""CSV files with a description of every column, as a Frictionless data package."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from newsclaim._version import __version__
from newsclaim.export.columns import Table, tables
from newsclaim.export.findings import Findings


def write(found: Findings, target: Path) -> None:
    """Write `datapackage.json` and a CSV file for each table into a folder."""
    resources = [_resource(table) for table in tables(found)]
    for table in tables(found):
        with (target / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows(["" if value is None else value for value in row] for row in table.cells())
    package = {
        "profile": "tabular-data-package",
        "name": "newsclaim",
        "title": "Quotes, actors and numeric claims found in news articles",
        "description": f"Found by newsclaim {__version__}. It reports what articles say, not what is true.",
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (target / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(table: Table) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.type, "description": c.tells} for c in table.columns]
    return {
        "profile": "tabular-data-resource", "name": table.name, "path": f"{table.name}.csv", "encoding": "utf-8",
        "format": "csv", "mediatype": "text/csv", "description": table.tells,
        "schema": {"fields": fields, "primaryKey": "id", "missingValues": [""]},
    }  # fmt: skip
