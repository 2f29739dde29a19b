"""Which format `export` writes: the named one, the one that is meant, the one that the ending says."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from newsclaim.cli.app import app


@pytest.fixture
def export(database, tmp_path):
    """Run the command on a file of a name: returns the exit code, what was said, and whether the file is there."""

    def call(name, *options):
        target = tmp_path / name
        done = CliRunner().invoke(app, ["export", str(target), "--db", str(database), *options])
        return done.exit_code, " ".join(done.stderr.replace("│", " ").split()), target.exists()

    return call


@pytest.mark.parametrize("name", ["out.xlsx", "OUT.GEXF"])
def test_the_ending_says_the_format(export, name):
    assert export(name)[::2] == (0, True)


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("out", ["--to", "excel"], "'excel' is no format. Did you mean: xlsx?"),
        ("out", ["--to", "Gephi"], "Did you mean: gexf?"),
        ("out", ["--to", "datasete"], "Did you mean: datasette?"),
        ("out", ["--to", "zzz"], "'zzz' is no format. There are xlsx, datasette"),
        ("out.docx", [], "name a format with --to, or a file that ends in .xlsx or .gexf"),
        ("out", [], "name a format with --to"),
    ],
)
def test_a_format_that_is_none(export, name, options, told):
    code, said, there = export(name, *options)
    assert (code, there) == (2, False)
    assert told in said
