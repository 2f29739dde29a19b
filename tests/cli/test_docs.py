"""The list of commands in the documentation is made from the program and must not drift from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMANDS = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_documented_commands_are_those_of_the_program():
    command = [sys.executable, "-m", "typer", "newsclaim.cli.app", "utils", "docs", "--name", "newsclaim"]
    made = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert COMMANDS.read_text("utf-8").strip() == made.strip(), "run `make docs`"


def test_the_readme_shows_what_the_program_prints():
    script = COMMANDS.parent / "demo.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
