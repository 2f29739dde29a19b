"""Tables on the sample corpus as a terminal of 80 columns shows them, and as a pipe gets them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.render import markdown, plain, sheets
from newsclaim.render.comparisons import Line
from newsclaim.render.table import drawn, folded
from newsclaim.store import Filter, Store

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """The sample corpus."""
    settings = Settings(db=tmp_path_factory.mktemp("sample") / "sample.db")
    with Store(settings.db, create=True) as store:
        ingest([CORPUS], store, IngestOptions())
    with Database(settings) as base:
        yield base


@pytest.fixture(scope="module")
def shown(base):
    """The sheet of every listing command."""
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


def test_rows_say_in_which_article_they_stand_and_where_it_happened(shown):
    for command, columns in (("quotes", ["Article", "Title"]), ("claims", ["Article", "Title", "Place"])):
        head = plain.lines(shown[command])
        assert set(columns) <= set(next(iter(head)).split())


@pytest.mark.parametrize(
    ("command", "width", "kept"),
    [
        ("quotes", 80, {"Speaker", "Date,", "article"}),
        ("quotes", 120, {"Speaker", "Date", "Article"}),
        ("claims", 80, {"Number", "Date,", "article"}),
        ("claims", 120, {"Number", "Place", "Date", "Article"}),
    ],
)
def test_the_columns_that_a_reader_needs_are_kept(shown, command, width, kept):
    assert kept <= set(on_screen(shown[command], width)[0].split())


def test_whoever_asks_for_one_speaker_sees_when_and_where_before_the_name(base):
    head = on_screen(sheets.quotes(base.quotes("Lloyd Austin")), 80)[0].split()
    assert {"Date", "Article"} <= set(head)
    assert "Speaker" not in head


def test_the_only_outlet_makes_room_first(base):
    rows = base.quotes(where=Filter(outlets=("Meridian Post",)))
    assert len(rows) > 1
    assert sheets.quotes(rows).spare[:2] == ("Title", "Outlet")
    assert sheets.claims(base.claims()).spare[:2] == ("Title", "Through")


@pytest.mark.parametrize("find", ["quotes", "claims"])
def test_sentences_around_stand_under_their_row_on_every_kind_of_output(base, find):
    row = getattr(base, find)(limit=2, context=1)[1]
    sheet = getattr(sheets, find)([row])
    context = " ".join(row.context.split())
    assert f"“{context}”" in list(plain.lines(sheet))
    assert f"*“{context}”*".replace("[", "\\[") in list(markdown.lines(sheet))
    assert f"“{context}”" in " ".join(" ".join(on_screen(sheet, 80)).split())


def test_a_line_that_hangs_is_folded_under_that_place():
    console = Console(file=io.StringIO(), width=30)
    console.print(folded(Line("  2024-10-21  twelve dead told the harbour", hang=14)))
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert lines == ["  2024-10-21  twelve dead told", " " * 14 + "the harbour"]


def test_a_long_line_is_folded_under_its_beginning():
    console = Console(file=io.StringIO(), width=20, color_system=None, highlight=False)
    for line in (Line("  one two three four five"), Line(""), Line("six")):
        console.print(folded(line))
    assert [line.rstrip() for line in console.file.getvalue().splitlines()] == [
        "  one two three four", "  five", "", "six",
    ]  # fmt: skip
