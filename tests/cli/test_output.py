"""Where output goes: files, pipes, terminals; in which format and encoding."""

from __future__ import annotations

import csv
import io
import json
import subprocess

import pytest

from program import PROGRAM


def test_a_table_in_a_pipe_is_neither_cut_nor_folded(run, database):
    table = run("quotes", "--db", database, COLUMNS="40").stdout
    assert "that up to 12,000 soldiers could follow by December" in table or (
        "up to 12,000 soldiers could follow by December" in table
    )
    assert "\x1b[" not in table
    assert "…" not in table.replace(" … ", "")


def test_csv_columns(run, database):
    rows = list(csv.DictReader(io.StringIO(run("claims", "--db", database, "--format", "csv").stdout)))
    assert {"value", "qualifier", "counted.text", "sources.name", "article.outlet"} <= set(rows[0])


def test_output_file(run, database, tmp_path):
    target = tmp_path / "out.json"
    done = run("articles", "--db", database, "--format", "json", "-o", target)
    assert done.stdout == ""
    assert [row["id"] for row in json.loads(target.read_text("utf-8"))] == ["wire", "sub/post", "undated"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.json", "["), ("out.jsonl", '{"id"'), ("out.csv", "id,"), ("out.tsv", "id\t"), ("out.md", "| Id"),
        ("out.txt", "Id "), ("OUT.CSV", "id,"), ("out", "Id "),
    ],
)  # fmt: skip
def test_the_ending_of_the_file_decides_the_format(run, database, tmp_path, name, begins):
    assert run("articles", "--db", database, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_named_format_goes_before_the_ending(run, database, tmp_path):
    run("articles", "--db", database, "--format", "json", "-o", tmp_path / "out.csv")
    assert json.loads((tmp_path / "out.csv").read_text("utf-8"))


def test_an_ending_that_is_no_format_is_refused(run, database, tmp_path):
    done = run("articles", "--db", database, "-o", tmp_path / "out.docx")
    assert done.returncode == 2
    assert ".docx" in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_output_is_utf8_whatever_the_pipe_was_set_to(run, database):
    done = run("quotes", "--db", database, PYTHONIOENCODING="cp1252", NO_COLOR="1")
    assert done.returncode == 0, done.stderr
    assert "─" in done.stdout


def test_a_failing_command_leaves_the_output_file_as_it_was(run, tmp_path):
    target = tmp_path / "kept.json"
    target.write_text("kept")
    assert run("extract", tmp_path / "nowhere.txt", "-o", target).returncode == 1
    assert target.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_no_traceback(run, database):
    done = run("quotes", "--db", database, "-o", "/dev/full")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_reader_of_a_pipe_may_leave(database):
    command = f"set -o pipefail; '{PROGRAM}' quotes --db '{database}' | head -1 > /dev/null; echo $?"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"0", "141"}
    assert done.stderr == ""


def test_control_characters_of_an_article_do_not_reach_the_terminal(run):
    text = json.dumps({"id": "x", "text": "\x1b[31mAda Brook said that \x1b[2Jit rained."})
    done = run("extract", "--input-format", "jsonl", "--format", "table", "-", text=text)
    assert "rained" in done.stdout
    assert "\x1b" not in done.stdout
