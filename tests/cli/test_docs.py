"""The list of commands in the documentation is made from the program and must not drift from it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from newsclaim.cli.app import app
from newsclaim.config import Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.store import Store

COMMANDS = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_documented_commands_are_those_of_the_program():
    command = [sys.executable, "-m", "typer", "newsclaim.cli.app", "utils", "docs", "--name", "newsclaim"]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert COMMANDS.read_text("utf-8").strip() == made.strip(), "run `make docs`"


def test_the_readme_shows_what_the_program_prints():
    script = COMMANDS.parent / "demo.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_every_field_is_told_in_the_dictionary():
    script = COMMANDS.parent / "dictionary.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def commands_in(name):
    """The commands that a page of the documentation tells a reader to type."""
    lines = (COMMANDS.parent / name).read_text("utf-8").splitlines()
    return [shlex.split(line.strip())[1:] for line in lines if line.startswith("    newsclaim ")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample corpus in a database, in a folder of its own."""
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "build").mkdir()
    settings = Settings(db=folder / "build" / "demo.db")
    with Store(settings.db, create=True) as store:
        ingest([COMMANDS.parents[1] / "corpus"], store, IngestOptions())
    return folder


@pytest.mark.parametrize("command", [one for one in commands_in("tutorial.md") if one[0] != "ingest"], ids=" ".join)
def test_the_commands_of_the_tutorial_find_something(sample, monkeypatch, command):
    monkeypatch.chdir(sample)
    monkeypatch.setenv("NEWSCLAIM_DB", "build/demo.db")
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    assert "nothing matches" not in done.stderr


def test_the_manual_page_tells_every_command_and_option():
    page = CliRunner().invoke(app, ["--man"]).stdout
    assert page.startswith(".TH NEWSCLAIM 1")
    for name, command in get_command(app).commands.items():
        section = page.split(f".SS newsclaim {name}\n")[1].split(".SS ")[0]
        for option in command.params:
            if getattr(option, "help", None):
                assert all(flag.replace("-", "\\-") in section for flag in option.opts if flag.startswith("-"))
    # A line that begins with a dot or an apostrophe would be a request to troff.
    assert {line.split()[0] for line in page.splitlines() if line[:1] in ".'"} <= {
        ".TH",
        ".SH",
        ".SS",
        ".TP",
        ".PP",
        ".B",
        ".I",
        ".br",
    }
