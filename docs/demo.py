"""Puts what the program prints for the sample corpus into the README, between its markers.

Usage: python docs/demo.py [--check]; with --check it only tells whether the README is up to date.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console, RenderableType

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.models.wanted import Wanted
from newsclaim.render import comparisons, sheets, table
from newsclaim.store import Store

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
START, END = "<!-- demo:start -->\n", "<!-- demo:end -->\n"
WIDTH = 100


def main() -> None:
    before = README.read_text("utf-8")
    head, rest = before.split(START)
    _, tail = rest.split(END)
    after = head + START + shown() + END + tail
    if "--check" in sys.argv:
        sys.exit(0 if after == before else "README.md is not what the program prints; run `make docs`")
    README.write_text(after, "utf-8")


def shown() -> str:
    """Return the commands and their output as a block of code."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(db=Path(folder) / "demo.db")
        with Store(settings.db, create=True) as store:
            ingest([ROOT / "corpus"], store, IngestOptions())
        with Database(settings) as db:
            quotes = drawn(table.drawn(sheets.quotes(db.quotes("Austin", limit=6)), WIDTH))
            questions = comparisons.overview(db.compare("troop-counts", wanted=Wanted(limit=4)))
            compared = drawn(map(table.folded, questions))
    blocks = (
        f"$ newsclaim quotes --speaker Austin --limit 6\n{quotes}",
        f"$ newsclaim compare troop-counts --limit 4\n{compared}",
    )
    return "```console\n$ newsclaim ingest\n" + "\n".join(blocks) + "```\n"


def drawn(parts: Iterable[RenderableType]) -> str:
    """Return what a terminal of a fixed width shows."""
    console = Console(file=io.StringIO(), width=WIDTH, color_system=None, highlight=False)
    for part in parts:
        console.print(part)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined] # the StringIO of above
    return "\n".join(line.rstrip() for line in lines) + "\n"


if __name__ == "__main__":
    main()
