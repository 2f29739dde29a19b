"""CPU time of query commands on a large database, 50 results each.

    python -P benchmarks/queries.py DATABASE     # made with: records.py DATABASE, then actors_stage.py DATABASE

Each command runs once to bring the database up to date and into memory, then three times; the median counts.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("newsclaim")
RUNS = 3


def main() -> None:
    database = Path(sys.argv[1])
    print(f"{database.stat().st_size / 1e6:.0f} MB")
    quote = first(database, "quotes")
    claim = first(database, "claims")
    person = first(database, "actors", "--kind", "person")
    commands = [
        ["quotes"], ["quotes", "--speaker", person["name"]], ["quotes", "--search", "the"],
        ["quotes", "--search", "the", "--kind", "direct"], ["quotes", "--kind", "direct"],
        ["quotes", "--stance", "denies"],
        ["quotes", "--since", "2021-01", "--until", "2021-02"], ["claims"], ["claims", "--class", "people-killed"],
        ["claims", "--status", "denied"], ["claims", "--source", person["name"]],
        ["actors"], ["actors", person["name"]],
        ["articles"], ["topics"], ["show", quote["id"]], ["show", claim["id"]], ["show", person["id"]],
        ["show", quote["article"]["id"]],
    ]  # fmt: skip
    for command in commands:
        limit = ["--limit", "50"] if command[0] not in ("topics", "show") else []
        times = [seconds([*command, *limit, "--db", str(database)]) for _ in range(RUNS + 1)][1:]
        print(f"{statistics.median(times):6.2f} s CPU  {' '.join(command)}")


def first(database: Path, *command: str) -> dict:
    done = subprocess.run(
        [PROGRAM, *command, "--limit", "1", "--format", "json", "--db", database], stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)[0]


def seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
