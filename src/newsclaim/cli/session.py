"""What every command on a database does first and last: open it, write what was found."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer
from pydantic import BaseModel

from newsclaim.cli.notes import note
from newsclaim.cli.options import Config, Db, Style, Target, written_as
from newsclaim.config import load_settings
from newsclaim.render import Format, Output

if TYPE_CHECKING:
    from newsclaim.database import Database
    from newsclaim.render import Sheet


#: What the end of an ingest makes; without it a comparison knows a source only by what its article calls it.
_UNJOINED = ": the actors, copies and sources of different articles are not joined yet"


def opened(db: Db, config: Config) -> Database:
    """Open the database of the options; say on stderr when it is empty, or an ingest is running or was interrupted."""
    from newsclaim.database import Database

    base = Database(load_settings(config, db=db))
    for remark in base.notes:
        note(remark)
    if base.is_written():
        note(f"an ingest is running; this is what it has stored so far{_UNJOINED if base.unresolved() else ''}")
    elif base.is_empty():
        note(f"the database {str(base.settings.db)!r} holds no article yet; run newsclaim ingest")
    elif base.unresolved():
        note(f"the last ingest was interrupted; run it again to finish it{_UNJOINED}")
    return base


def is_read(written: Format, output: Target) -> bool:
    """Tell whether somebody reads the result in a terminal: only there anything may be cut."""
    return written is Format.table and output is None and sys.stdout is not None and sys.stdout.isatty()


def write(
    rows: Sequence[BaseModel], model: type[BaseModel], sheet: Sheet, style: Style, output: Target,
    *, wide: bool = False, excel: bool = False,
) -> None:  # fmt: skip
    """Write rows where the options say, and a note on stderr when there are none.

    `wide` leaves no column of a table out, `excel` makes CSV for Excel.

    Raises:
        BadParameter: `excel` with another format than csv or tsv.
    """
    written = written_as(style, output)
    if excel and written not in {Format.csv, Format.tsv}:
        raise typer.BadParameter(
            "--excel goes with --format csv (or -o FILE.csv); a workbook is made by export --to xlsx"
        )
    with Output.to(output, written) as out:
        out.wide, out.excel = wide, excel
        out.rows(rows, model, sheet)
    note_empty(rows)


def note_empty(rows: Sequence[object]) -> None:
    """Say on stderr that nothing matches."""
    if not rows:
        note("nothing matches")
