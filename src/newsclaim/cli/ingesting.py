"""The command that brings the database up to date with a folder of articles."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.ending import Terminated
from newsclaim.cli.inputs import Columns, GivenOutlet, InputFormat, MetadataTable, ReadOn, Repair, given_from
from newsclaim.cli.notes import note, note_skipped
from newsclaim.cli.options import Config, Db, Model, Timings, Workers
from newsclaim.config import load_settings
from newsclaim.errors import InputError

if TYPE_CHECKING:
    from newsclaim.ingest import IngestSummary

#: A large corpus gives hundreds of notes on names that were left open; nobody reads them all at once.
_MOST_NOTES = 20


def ingest(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", readable=False, help="Files and folders (default: corpus/).")
    ] = None,
    db: Db = None,
    config: Config = None,
    model: Model = None,
    input_format: InputFormat = "auto",
    outlet: GivenOutlet = None,
    read_on: ReadOn = None,
    metadata: MetadataTable = None,
    column: Columns = None,
    repair: Repair = False,
    workers: Workers = 0,
    prune: Annotated[bool, typer.Option("--prune", help="Remove articles whose file has vanished.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Process unchanged articles too.")] = False,
    parts: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", readable=False, help="Load what `extract --parts DIR` has made."),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help='Work on a Dask cluster; "local" starts one here.'),
    ] = None,
    timings: Timings = False,
    all_notes: Annotated[bool, typer.Option("--all-notes", help="Show every note, not only the first.")] = False,
) -> None:
    """Load articles, find quotes, actors and numeric claims in them, and store what was found.

    Only new and changed articles are processed again; nothing is deleted without --prune.

    Examples:
    - `newsclaim ingest`
    - `newsclaim ingest my-articles/ --db story.db`
    - `newsclaim ingest my-articles/ --cluster tcp://scheduler:8786`
    """
    if parts is not None and (paths or cluster):
        raise typer.BadParameter("--from loads what is extracted already; it goes with no PATH and no --cluster")
    from newsclaim.cli.progress import Bar
    from newsclaim.ingest import IngestOptions, load
    from newsclaim.ingest import ingest as bring_up_to_date
    from newsclaim.store import Store

    settings = load_settings(config, db=db, model=model)
    options = IngestOptions(
        settings=settings,
        input_format=input_format,
        given=given_from(outlet, read_on, metadata, column, repair=repair),
        workers=workers or os.cpu_count() or 1,
        automatic=not workers,
        cluster=cluster,
        prune=prune,
        again=again,
    )
    made = not settings.db.exists()
    try:
        with Store(settings.db, create=True) as store, Bar() as bar:
            if parts is not None:
                summary = load(parts, store, options, bar)
            else:
                summary = bring_up_to_date(paths or [Path("corpus")], store, options, bar)
    except (KeyboardInterrupt, Terminated):
        note("interrupted; what was stored stays, run it again to go on")
        raise
    if made and not summary.new:
        for file in (settings.db, *(Path(f"{settings.db}-{part}") for part in ("wal", "shm"))):
            file.unlink(missing_ok=True)
    _report(summary, settings.db, timings=timings, most=len(summary.notes) if all_notes else _MOST_NOTES)


def _report(summary: IngestSummary, db: Path, *, timings: bool, most: int) -> None:
    for failure in summary.failed:
        note(f"failed: {failure.path}: {failure.reason}")
    for remark in summary.notes[:most]:
        note(remark)
    if len(summary.notes) > most:
        note(f"… and {len(summary.notes) - most} more such notes (--all-notes shows them)")
    note_skipped(summary.skipped)
    if timings:
        note(summary.timings.report())
    counts = {
        "new": summary.new, "changed": summary.changed, "unchanged": summary.unchanged, "vanished": summary.vanished,
        "skipped": len(summary.skipped), "failed": len(summary.failed),
    }  # fmt: skip
    pruned = f" ({summary.pruned} removed)" if summary.pruned else ""
    note(f"{db}: " + ", ".join(f"{n} {name}" + (pruned if name == "vanished" else "") for name, n in counts.items()))
    if not summary.read and not summary.failed:
        raise InputError("there is no article in the given paths (docs/input.md tells what is read)")
    if summary.failed:
        raise typer.Exit(1)
