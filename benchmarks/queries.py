"""CPU time of query commands on a large database, 50 results each.

    python -P benchmarks/queries.py DATABASE     # made with: records.py DATABASE, then actors_stage.py DATABASE

Each command runs once to bring the database up to date and into memory, then three times; the median counts.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

from newsclaim.models.sorts import ACTOR_SORTS, ARTICLE_SORTS, CLAIM_SORTS, QUOTE_SORTS

sys.path.insert(0, str(Path(__file__).parent))
from cpu import PROGRAM, seconds

SORTS = {"quotes": QUOTE_SORTS, "claims": CLAIM_SORTS, "actors": ACTOR_SORTS, "articles": ARTICLE_SORTS}
RUNS = 3


def main() -> None:
    database = Path(sys.argv[1])
    print(f"{database.stat().st_size / 1e6:.0f} MB")
    quote = first(database, "quotes")
    claim = first(database, "claims")
    person = first(database, "actors", "--kind", "person")
    outlet, month = quote["article"]["outlet"], (claim["article"]["published"] or "2020-01")[:7]
    word = quote["spans"][0]["text"].split()[1]
    commands = [
        *([kind, "--sort", key] for kind, keys in SORTS.items() for key in keys),
        *(["quotes", *more] for more in (
            [], ["--speaker", person["name"]], ["--via", person["name"]], ["--search", "the"], ["--search", word],
            ["--search", f"the {word}"], ["--search", f'"the {word}"'], ["--search", word, "--in", "text"],
            ["--search", "the", "--kind", "direct"], ["--kind", "direct"], ["--stance", "denies"],
            ["--outlet", outlet], ["--article", quote["article"]["id"]], ["--since", month, "--until", month],
            ["--marked", "wrong"], ["--offset", "5000"], ["--context", "2"],
        )),
        *(["claims", *more] for more in (
            [], ["--class", "people-killed"], ["--status", "denied"], ["--source", person["name"]],
            ["--whose", person["name"]], ["--counted", "boats"], ["--counted", "zebras"], ["--place", "Norway"],
            ["--value", "3000..3001"], ["--topic", "deaths"], ["--search", word], ["--outlet", outlet],
        )),
        *(["actors", *more] for more in (
            [], [person["name"]], ["--kind", "government"], ["--country", "Norway"], ["--search", "minister"],
            ["--outlet", outlet], ["--article", quote["article"]["id"]],
        )),
        *(["articles", *more] for more in (
            [], ["--search", f'"the {word}"'], ["--speaker", person["name"]], ["--outlet", outlet], ["--since", month],
        )),
        ["topics"], ["topics", "--discover"], ["stats"], ["stats", "--by", "outlet"], ["stats", "--by", "month"],
        *(["show", row["id"]] for row in (quote, claim, person, quote["article"])),
    ]  # fmt: skip
    for command in commands:
        limit = ["--limit", "50"] if command[0] not in ("topics", "stats") else []
        times = [seconds([*command, *limit, "--db", str(database)]) for _ in range(RUNS + 1)][1:]
        print(f"{statistics.median(times):6.2f} s CPU  {' '.join(command)}", flush=True)


def first(database: Path, *command: str) -> dict:
    done = subprocess.run(
        [PROGRAM, *command, "--limit", "1", "--format", "json", "--db", database], stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout)[0]


if __name__ == "__main__":
    main()
