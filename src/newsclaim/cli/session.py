"""What every command on a database does first and last: open it, write what was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import BaseModel

from newsclaim.cli.options import Config, Db, Style, Target, note, written_as
from newsclaim.config import load_settings
from newsclaim.render import Output

if TYPE_CHECKING:
    from newsclaim.api import Database
    from newsclaim.render import Sheet


def opened(db: Db, config: Config) -> Database:
    """Open the database of the options; say on stderr when it is empty or an ingest was interrupted."""
    from newsclaim.api import Database

    base = Database(load_settings(config, db=db))
    if base.is_empty():
        note(f"the database {str(base.settings.db)!r} holds no article yet; run newsclaim ingest")
    elif base.unresolved():
        note("the last ingest was interrupted; run it again to join the actors of all articles")
    return base


def write(rows: Sequence[BaseModel], model: type[BaseModel], sheet: Sheet, style: Style, output: Target) -> None:
    """Write rows where the options say, and a note on stderr when there are none."""
    with Output.to(output, written_as(style, output)) as out:
        out.rows(rows, model, sheet)
    note_empty(rows)


def note_empty(rows: Sequence[object]) -> None:
    """Say on stderr that nothing matches."""
    if not rows:
        note("nothing matches")
