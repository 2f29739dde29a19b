"""CPU time of commands that need no language model, as a ratio to importing the libraries they are built on.

Usage: python benchmarks/startup.py DATABASE
Prints the median of nine runs each, taken in turn, in one go.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from pathlib import Path

RUNS = 9
BASE = [sys.executable, "-c", "import typer, rich, pydantic"]


def cpu(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main(database: str) -> None:
    program = str(Path(sys.executable).parent / "newsclaim")
    commands = {
        "import typer, rich, pydantic": BASE,
        "newsclaim --help": [program, "--help"],
        "newsclaim quotes --speaker Austin": [program, "quotes", "--speaker", "Austin", "--db", database],
        "newsclaim compare troop-counts": [program, "compare", "troop-counts", "--db", database],
        "newsclaim actors": [program, "actors", "--db", database],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            times[name].append(cpu(command))
    base = statistics.median(times["import typer, rich, pydantic"])
    for name, values in times.items():
        print(f"{name:40} {statistics.median(values):.3f} s  {statistics.median(values) / base:.2f} ×")


if __name__ == "__main__":
    main(sys.argv[1])
