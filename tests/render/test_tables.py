"""Tables on the sample corpus as a terminal of 80 columns shows them, and as a pipe gets them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.render import plain, sheets
from newsclaim.render.table import drawn
from newsclaim.store import Store

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """The sheet of every listing command on the sample corpus."""
    settings = Settings(db=tmp_path_factory.mktemp("sample") / "sample.db")
    with Store(settings.db, create=True) as store:
        ingest([CORPUS], store, IngestOptions())
    with Database(settings) as base:
        return {
            "articles": sheets.articles(base.articles()), "quotes": sheets.quotes(base.quotes()),
            "claims": sheets.claims(base.claims()), "actors": sheets.actors(base.actors()),
            "topics": sheets.topics(base.topics()),
        }  # fmt: skip


def on_screen(sheet, width):
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False)
    for part in drawn(sheet, width):
        console.print(part)
    return console.file.getvalue().splitlines()


@pytest.mark.parametrize("command", ["articles", "quotes", "claims", "actors", "topics"])
@pytest.mark.parametrize("width", [80, 120, 200])
def test_no_row_is_over_three_lines_and_no_id_is_broken(shown, command, width):
    lines = on_screen(shown[command], width)[2:]
    ids = [row[0] for row in shown[command].rows()]
    assert max(len(line.rstrip()) for line in lines) <= width
    starts = [k for k, line in enumerate(lines) if not line.startswith(" ")]
    assert [lines[k].split("  ")[0] for k in starts] == ids
    ends = [*starts[1:], len(lines)]
    assert max(end - start for start, end in zip(starts, ends, strict=True)) <= 3


@pytest.mark.parametrize("command", ["quotes", "claims", "actors"])
def test_a_pipe_gets_every_cell_whole_and_few_blanks(shown, command):
    lines = list(plain.lines(shown[command]))[2:]
    for line, row in zip(lines, shown[command].rows(), strict=True):
        assert all(cell in line for cell in row)
        assert " " * 60 not in line
