"""Where results go, and in which format: a terminal, a pipe, or a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from pydantic import BaseModel

from newsclaim.errors import InputError
from newsclaim.render import records

if TYPE_CHECKING:
    from rich.console import Console

    from newsclaim.models.rows import Shown
    from newsclaim.render.comparisons import Line
    from newsclaim.render.sheet import Sheet


class Format(StrEnum):
    """How results are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    tsv = "tsv"
    markdown = "markdown"


class Output:
    """Writes results to standard output or to a file."""

    def __init__(self, stream: TextIO, style: Format) -> None:
        self.stream = stream
        self.format = style
        #: Whether tables keep all their columns, however wide they become.
        self.wide = False
        #: Whether CSV is made for Excel: with a mark of UTF-8, and no cell that becomes a formula.
        self.excel = False

    @classmethod
    @contextmanager
    def to(cls, path: Path | None, style: Format) -> Iterator[Output]:
        """Open the place results go to.

        Raises:
            InputError: the file cannot be written.
        """
        if path is None:
            yield cls(_standard_output(), style)
            return
        try:
            with _replacing(path) as stream:
                yield cls(stream, style)
        except OSError as error:
            raise InputError(f"{str(path)!r} cannot be written: {error.strerror}.") from error

    def rows(self, rows: Sequence[BaseModel], model: type[BaseModel], sheet: Sheet) -> None:
        """Write rows of one model; `sheet` is what a reader sees of them."""
        match self.format:
            case Format.json:
                records.write_json(rows, self.stream)
            case Format.jsonl:
                records.write_jsonl(rows, self.stream)
            case Format.csv:
                records.write_delimited(rows, model, self.stream, ",", excel=self.excel)
            case Format.tsv:
                records.write_delimited(rows, model, self.stream, "\t", excel=self.excel)
            case _:
                self.sheet(sheet)

    def one(self, value: BaseModel) -> None:
        """Write one object as JSON."""
        if self.format is Format.json:
            records.write_json(value, self.stream)
        else:
            records.write_jsonl([value], self.stream)

    def objects(self, values: Sequence[BaseModel]) -> None:
        """Write several objects of whatever model as one JSON list."""
        records.write_json(values, self.stream)

    def sheet(self, sheet: Sheet) -> None:
        """Draw a table for the terminal, write it as plain lines elsewhere, or as Markdown."""
        if self.format is Format.markdown:
            from newsclaim.render import markdown

            self.lines(markdown.lines(sheet))
        elif self.is_terminal and not self.wide:
            from newsclaim.render import table

            console = self.console()
            for part in table.drawn(sheet, console.width):
                console.print(part)
            console.print()
        else:
            from newsclaim.render import plain

            self.lines(plain.lines(sheet))

    def sheets(self, *several: Sheet) -> None:
        """Write several tables with a blank line between them."""
        for number, sheet in enumerate(several):
            if number and self.format is Format.table and not self.is_terminal:
                self.lines([""])
            self.sheet(sheet)

    def lines(self, lines: Iterable[str]) -> None:
        """Write plain lines."""
        for line in lines:
            self.stream.write(line + "\n")

    def styled(self, lines: Iterable[Line]) -> None:
        """Write lines with their styles where somebody looks, folded to the terminal; plain ones elsewhere."""
        if not self.is_terminal:
            self.lines(line.text.rstrip() for line in lines)
            return
        from newsclaim.render import table

        console = self.console()
        for line in lines:
            console.print(table.folded(line), soft_wrap=False)

    def passages(self, shown: Shown) -> None:
        """Write the passages of what is shown: highlighted in a terminal, marked with » and « elsewhere."""
        from newsclaim.render import passages
        from newsclaim.render.comparisons import Line

        for heading, plain, styled in passages.lines(shown):
            if heading:
                self.styled([Line(heading), Line("")])
            if self.is_terminal:
                self.console().print(styled)
            else:
                self.lines([plain])
            self.lines([""])

    @property
    def is_terminal(self) -> bool:
        """Tell whether somebody looks at it: only there are colours and a width to keep to."""
        return self.stream.isatty()

    def console(self) -> Console:
        """Return a Rich console on the stream."""
        from rich.console import Console

        return Console(file=self.stream, highlight=False)


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise InputError("standard output is closed; write to a file with -o.")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(newline="")
    return sys.stdout


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Open a file that takes the place of `path` when all is written; what was there stays if something fails."""
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    import tempfile

    folder = path.parent
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=folder, prefix=f".{path.name}.", delete=False
    ) as stream:
        temporary = Path(stream.name)
        try:
            yield stream  # type: ignore[misc] # the wrapper has all that a TextIO has
        except BaseException:
            temporary.unlink()
            raise
    # A temporary file is private; the result gets the rights of any new file.
    mask = os.umask(0)
    os.umask(mask)
    temporary.chmod(0o666 & ~mask)
    temporary.replace(path)
