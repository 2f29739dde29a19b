"""Options that tell how input is read, shared by ingest and extract."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from newsclaim.corpus.given import Given


def _known_format(name: str) -> str:
    """Check the name of an input format.

    Raises:
        BadParameter: no reader has it.
    """
    if name == "auto":
        return name
    from newsclaim.corpus.readers import registry

    if name in registry.readers():
        return name
    raise typer.BadParameter(f"{name!r} is none of auto, {', '.join(registry.readers())}")


def _formats(begun: str) -> list[str]:
    from newsclaim.corpus.readers import registry

    return [name for name in ("auto", *registry.readers()) if name.startswith(begun)]


InputFormat = Annotated[
    str,
    typer.Option(
        "--input-format", metavar="NAME", callback=_known_format, autocompletion=_formats,
        help="What the input is; auto tells by name and content. docs/input.md lists the formats.",
    ),
]  # fmt: skip
GivenOutlet = Annotated[
    str | None, typer.Option("--outlet", help="The outlet of articles that name none.", show_default=False)
]


def _day(value: str | None) -> str | None:
    """Check a whole date.

    Raises:
        BadParameter: it is none.
    """
    from newsclaim.corpus.dates import iso_date as whole

    if value is None or (value := whole(value)):
        return value
    raise typer.BadParameter("it is no date; write it as 2024-10-23")


ReadOn = Annotated[
    str | None,
    typer.Option(
        "--read-on", metavar="DATE", callback=_day, show_default=False,
        help='When the articles were fetched: what "September 25" and "8 days ago" are counted from.',
    ),
]  # fmt: skip
MetadataTable = Annotated[
    Path | None,
    typer.Option(
        "--metadata", metavar="TABLE", readable=False, show_default=False,
        help="A CSV, TSV, JSON or JSONL file that tells about the articles, by file name, id or url.",
    ),
]  # fmt: skip
#: The fields that a column can be named for.
_COLUMNS = ("text", "title", "outlet", "published", "updated", "url", "id", "authors", "section", "language", "file")
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="FIELD=NAME", show_default=False,
        help=f"Which column holds a field, where its name is unusual; may be repeated. Fields: {', '.join(_COLUMNS)}.",
    ),
]  # fmt: skip


Repair = Annotated[
    bool, typer.Option("--repair", help="Keep texts with their damages mended (entities, encodings, lost spaces).")
]


def given_from(
    outlet: str | None, read_on: str | None, metadata: Path | None, columns: list[str] | None, *, repair: bool
) -> Given:
    """Return what the options of reading say.

    Raises:
        BadParameter: a column is named for no field.
        InputError: the metadata table cannot be read.
    """
    from newsclaim.corpus.given import Given
    from newsclaim.corpus.metadata import Metadata

    named: dict[str, str] = {}
    for entry in columns or ():
        name, _, column = entry.partition("=")
        if name.strip().lower() not in _COLUMNS or not column.strip():
            raise typer.BadParameter(f"--column {entry!r} is no FIELD=NAME with one of {', '.join(_COLUMNS)}")
        named[name.strip().lower()] = column.strip()
    table = Metadata.read(metadata, named) if metadata else None
    return Given(outlet=outlet, read_on=read_on, columns=named, metadata=table, repair=repair)
