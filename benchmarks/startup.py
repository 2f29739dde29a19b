"""CPU time of commands that need no language model, as a ratio to `python -c pass`, beside programs of two lines.

    python -P benchmarks/startup.py [DATABASE]    # one of the sample corpus

Prints the median of nine runs each, taken in turn, in one go; without a database only of what needs none.
"""

from __future__ import annotations

import compileall
import statistics
import sys
from pathlib import Path

import newsclaim

sys.path.insert(0, str(Path(__file__).parent))
from cpu import PROGRAM, of_program

RUNS = 9
HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello(name: str): "Say hello."
@app.command()
def leave(name: str): "Say good-bye."
app()
"""


def main(database: str | None) -> None:
    # An installed package is compiled; a checkout that may not be written to would be compiled in every run.
    compileall.compile_dir(Path(newsclaim.__file__).parent, quiet=1)
    program = str(PROGRAM)
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "a typer hello-world --help": [sys.executable, "-c", HELLO, "--help"],
        "import typer, rich, pydantic": [sys.executable, "-c", "import typer, rich, pydantic"],
        "newsclaim --help": [program, "--help"],
        "newsclaim quotes --help": [program, "quotes", "--help"],
    }
    if database:
        queries = (["quotes", "--speaker", "Austin"], ["compare", "troop-counts"], ["actors"])
        commands |= {f"newsclaim {' '.join(one)}": [program, *one, "--db", database] for one in queries}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            times[name].append(of_program(command))
    base = statistics.median(times["python -c pass"])
    for name, values in times.items():
        print(f"{name:36} {statistics.median(values):.3f} s  {statistics.median(values) / base:.1f} ×")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
