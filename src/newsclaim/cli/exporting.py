"""The command that hands findings on to other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from newsclaim.cli.notes import note
from newsclaim.cli.options import ArticleIds, Config, Db, Outlets, Since, Until, Where, several, topic_names, unknown
from newsclaim.cli.session import opened
from newsclaim.cli.wanted import ids, joined, note_undated, wanted
from newsclaim.export.registry import exporters

#: What people call a format, or a program that reads it.
_CALLED = {
    "excel": "xlsx", "spreadsheet": "xlsx", "calc": "xlsx", "libreoffice": "xlsx", "csv": "datapackage",
    "frictionless": "datapackage", "sqlite": "datasette", "db": "datasette", "gephi": "gexf", "graph": "gexf",
    "networkx": "gexf", "jsonld": "annotations", "json-ld": "annotations", "w3c": "annotations",
    "schema.org": "claimreview", "pandas": "parquet", "duckdb": "parquet", "arrow": "parquet", "polars": "parquet",
}  # fmt: skip
#: What the ending of the file says when no format is named.
_ENDINGS = {".xlsx": "xlsx", ".gexf": "gexf"}


def _known(name: str | None) -> str | None:
    if name is None or name in exporters():
        return name
    raise unknown(f"{name!r} is no format", name, exporters(), _CALLED.get(name.lower()))


def _format_of(to: str | None, target: Path) -> str:
    """Return the format to write: the named one, else by the ending of the file.

    Raises:
        BadParameter: neither says it.
    """
    found = to or _ENDINGS.get(target.suffix.lower())
    if found is None:
        raise typer.BadParameter(f"name a format with --to, or a file that ends in {' or '.join(_ENDINGS)}")
    return found


def _names(begun: str) -> list[str]:
    return [name for name in exporters() if name.startswith(begun)]


def export(
    target: Annotated[Path, typer.Argument(metavar="FILE|DIR", help="The file or folder to write.", readable=False)],
    to: Annotated[
        str | None, typer.Option(
            "--to", metavar="FORMAT", callback=_known, autocompletion=_names,
            help="One of xlsx, datasette, annotations, labelstudio, gexf, claimreview, datapackage, parquet, gold "
            "(default: by the ending of the file: .xlsx, .gexf).",
            show_default=False,
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", "-t", help="Only claims of this topic; may be repeated.", autocompletion=topic_names,
            show_default=False,
        ),
    ] = None,
    speaker: Annotated[
        list[str] | None, several("--speaker", "-s", text="Only quotes and claims of the actors of this name")
    ] = None,
    article: ArticleIds = None,
    outlet: Outlets = None,
    since: Since = None,
    until: Until = None,
    where: Where = None,
    db: Db = None,
    config: Config = None,
) -> None:  # fmt: skip
    """Hand quotes, claims, actors and articles on to other programs: spreadsheets, Datasette, annotation tools.

    Formats: xlsx, a workbook; datasette, a database with searches and facets; datapackage, CSV files with every
    column described; parquet, for pandas, polars or DuckDB; annotations, W3C Web Annotations; labelstudio,
    pre-annotated tasks; gexf, who cites whom; claimreview, schema.org skeletons; gold, cases of what a
    review marked.

    Examples:
    - `newsclaim export findings.xlsx`
    - `newsclaim export --to datasette site/ --since 2024-10`
    - `newsclaim export --to gexf cites.gexf --topic troop-counts`
    """
    from newsclaim.export.registry import export as hand_on

    chosen = _format_of(to, target)
    with opened(db, config) as base:
        asked = wanted(base, articles=article, outlets=outlet, since=since, until=until, actors=ids(base, speaker))
        found = base.findings(joined(base, asked, where), topic)
        note_undated(base, asked)
    hand_on(found, chosen, target)
    note(
        f"{target}: {len(found.quotes)} quotes, {len(found.claims)} claims, {len(found.actors)} actors, "
        f"{len(found.articles)} articles"
    )
