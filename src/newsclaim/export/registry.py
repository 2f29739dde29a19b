"""Which formats findings can be handed on in: those of newsclaim, and those that other packages add.

Another package adds one by an entry point of the group `newsclaim.exporters` that names an `Exporter`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from newsclaim.errors import InputError

if TYPE_CHECKING:
    from newsclaim.export.findings import Findings

Kind = Literal["file", "folder"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: what it is for, whether it makes a file or a folder, and what writes it.

    `extra` names the optional dependencies without which `write` raises ImportError.
    """

    tells: str
    kind: Kind
    write: Callable[[Findings, Path], None]
    extra: str | None = None


def _shipped(module: str) -> Callable[[Findings, Path], None]:
    def write(found: Findings, target: Path) -> None:
        import_module(f"newsclaim.export.writers.{module}").write(found, target)

    return write


_SHIPPED: Mapping[str, Exporter] = {
    "xlsx": Exporter("a workbook with a sheet for each kind of finding", "file", _shipped("xlsx"), "xlsx"),
    "datasette": Exporter("a database with search and facets for Datasette", "folder", _shipped("datasette")),
    "annotations": Exporter("W3C Web Annotations (JSON-LD)", "file", _shipped("annotations")),
    "labelstudio": Exporter("tasks with pre-annotations for Label Studio", "folder", _shipped("labelstudio")),
    "gexf": Exporter("a graph of who cites whom, for Gephi or networkx", "file", _shipped("gexf")),
    "claimreview": Exporter("schema.org ClaimReview skeletons (JSON-LD)", "file", _shipped("claimreview")),
    "datapackage": Exporter("CSV files with every column described (Frictionless)", "folder", _shipped("datapackage")),
    "gold": Exporter("cases for measuring, of all that a review marked", "file", _shipped("gold")),
    "parquet": Exporter("columnar files for pandas, polars or DuckDB", "folder", _shipped("parquet"), "parquet"),
}  # fmt: skip


@cache
def exporters() -> Mapping[str, Exporter]:
    """Return all formats by name; a shipped one is never replaced."""
    # Looking for other packages' formats costs more than most queries.
    from importlib.metadata import entry_points

    added = {point.name: point.load() for point in entry_points(group="newsclaim.exporters")}
    return {**added, **_SHIPPED}


def export(found: Findings, name: str, target: Path) -> None:
    """Write findings in a format.

    Raises:
        InputError: there is no such format, what it needs is not installed, or the target cannot be written.
    """
    known = exporters()
    if name not in known:
        raise InputError(f"there is no format {name!r} to export to; there are {', '.join(known)}.")
    exporter = known[name]
    try:
        (target if exporter.kind == "folder" else target.parent).mkdir(parents=True, exist_ok=True)
        exporter.write(found, target)
    except ImportError as error:
        wanted = f'pip install "newsclaim[{exporter.extra}]"' if exporter.extra else str(error)
        raise InputError(f"to export to {name}, something is missing that is not installed: {wanted}") from error
    except OSError as error:
        raise InputError(f"{str(target)!r} cannot be written: {error.strerror or error}.") from error
