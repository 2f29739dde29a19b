"""The command that reads articles and prints what is in them, without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsclaim.cli.inputs import Columns, GivenOutlet, InputFormat, MetadataTable, ReadOn, Repair, given_from
from newsclaim.cli.notes import note, note_skipped
from newsclaim.cli.options import Config, Limit, Model, Style, Target, Timings, Workers, written_as
from newsclaim.config import load_settings
from newsclaim.errors import InputError
from newsclaim.models import Article, Extraction
from newsclaim.render import Format, Output, sheets

if TYPE_CHECKING:
    from newsclaim.corpus import Loaded, Skipped
    from newsclaim.corpus.given import Given


def extract(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", readable=False, help='Articles, or "-" for standard input.')
    ] = None,
    model: Model = None,
    input_format: InputFormat = "auto",
    outlet: GivenOutlet = None,
    read_on: ReadOn = None,
    metadata: MetadataTable = None,
    column: Columns = None,
    repair: Repair = False,
    timings: Timings = False,
    workers: Workers = 1,
    parts: Annotated[
        Path | None,
        typer.Option("--parts", metavar="DIR", readable=False, help="Write compressed parts for `ingest --from DIR`."),
    ] = None,
    config: Config = None,
    style: Style = None,
    output: Target = None,
    limit: Limit = None,
) -> None:
    """Read articles and print what is in them, one JSON object per article; nothing is stored.

    Actors are resolved inside each article.

    Examples:
    - `newsclaim extract article.txt`
    - `newsclaim extract --format table article.txt`
    - `cat articles.jsonl | newsclaim extract --input-format jsonl -`
    """
    written = written_as(style, output, Format.jsonl)
    if written in {Format.csv, Format.tsv}:
        raise typer.BadParameter(
            "extract writes jsonl, json, table or markdown; `ingest` and then `quotes` or `claims` write csv"
        )
    chosen = load_settings(config, model=model).model
    if not files and sys.stdin.isatty():
        note("reading an article from the keyboard; end it with Ctrl-D")
    given = given_from(outlet, read_on, metadata, column, repair=repair)
    reading = _Reading(files or [Path("-")], input_format, limit, given)
    from newsclaim.pipeline import extract as run
    from newsclaim.timings import Timings as Seconds

    seconds = Seconds()

    def batches() -> Iterator[Sequence[Extraction]]:
        for batch in run(reading.articles(), chosen, workers or 1):
            seconds.merge(batch.timings)
            reading.failed((one.article.path or one.article.id, str(one.error)) for one in batch.broken)
            yield batch.found
        # Before the output file is closed: without a single article it stays as it was.
        reading.check_any()

    if parts is not None:
        _write_parts(batches(), parts)
    else:
        with Output.to(output, written) as out:
            _write_all(batches(), out, whole=written is Format.json)
    if timings:
        note(seconds.report())
    reading.report()


def _write_parts(batches: Iterable[Sequence[Extraction]], folder: Path) -> None:
    from newsclaim.ingest.parts import write_part

    for found in batches:
        if found:
            write_part(folder, found)


def _write_all(batches: Iterable[Sequence[Extraction]], out: Output, *, whole: bool) -> None:
    """Write what is found, batch by batch or as one list."""
    if whole:
        out.rows([found for batch in batches for found in batch], Extraction, sheets.found_quotes(()))
        return
    for batch in batches:
        _write(batch, out)


class _Reading:
    """The input, and what could not be read of it."""

    def __init__(self, files: list[Path], input_format: InputFormat, limit: int | None, given: Given) -> None:
        self._files = files
        self._given = given
        self._format = input_format
        self._left = limit
        self._count = 0
        self._failed = 0
        self._skipped: list[Skipped] = []

    def articles(self) -> Iterator[Article]:
        from newsclaim.corpus import Failure, Note, Skipped

        for item in self._items():
            match item:
                case Article():
                    if self._left is not None and self._count >= self._left:
                        return
                    self._count += 1
                    yield item
                case Failure():
                    self.failed([(item.path, item.reason)])
                case Note():
                    note(f"{item.path}: {item.reason}")
                case Skipped():
                    self._skipped.append(item)
                case _:
                    pass
        note_skipped(self._skipped)

    def failed(self, failures: Iterable[tuple[str, str]]) -> None:
        """Say which articles could not be read or analysed, and why."""
        for path, reason in failures:
            self._failed += 1
            note(f"failed: {path}: {reason}")

    def check_any(self) -> None:
        """Raise if there was no article at all."""
        if self._count:
            return
        if self._failed:
            raise typer.Exit(1)
        raise InputError("there is no article in the input.")

    def report(self) -> None:
        """Exit with 1 if anything could not be read."""
        if self._failed:
            raise typer.Exit(1)

    def _items(self) -> Iterator[Loaded]:
        from newsclaim import corpus

        # Files that stand together are read together, so that their ids are told apart.
        for standard_input, files in groupby(self._files, key=lambda file: str(file) == "-"):
            if standard_input:
                yield from corpus.read_stream(sys.stdin.buffer, self._format, self._given)
            else:
                yield from corpus.read(list(files), input_format=self._format, given=self._given)


def _write(batch: Sequence[Extraction], out: Output) -> None:
    for extraction in batch:
        if out.format is Format.jsonl:
            out.one(extraction)
            continue
        out.lines([extraction.article.title or extraction.article.id, ""])
        out.sheets(sheets.found_quotes(extraction.quotes), sheets.found_claims(extraction.claims))
        out.lines([""])
