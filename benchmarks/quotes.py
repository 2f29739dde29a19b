"""Scores quote extraction on the public set and on both halves of the Wikinews gold, one line each.

    python benchmarks/quotes.py [--shared ../shared] [--build build] [--sets gum,dev,dev2,dev3,held]

The gold rows in `benchmarks/gold/` hold offsets and labels only. They are joined with the article texts of the shared
folder into the build folder; `optional` rows count neither for nor against. `dev` and `dev2` (US politics, annotated
after the first rules stood) are there to be read and worked from; `held` is not.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--build", type=Path, default=ROOT / "build")
    options.add_argument("--sets", default="gum,dev,dev2,dev3,held")
    given = options.parse_args()
    given.build.mkdir(parents=True, exist_ok=True)
    for name in given.sets.split(","):
        gold = joined(name, given.shared, given.build)
        found = given.build / f"quotes_{name}_found.jsonl"
        bench = given.shared / "bench"
        run(bench / "run_extract.py", gold, found, "quotes")
        scores = json.loads(run(bench / "score_quotes.py", gold, found, "--speech-only", "--json"))
        print(name, line(scores))
        if name != "gum":
            print("    ", recall_by_construction(rows_of(gold), rows_of(found)))


def run(script: Path, *arguments: object) -> str:
    program = os.environ.get("NEWSCLAIM", str(Path(sys.executable).with_name("newsclaim")))
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(
        command, check=True, text=True, stdout=subprocess.PIPE, env={**os.environ, "NEWSCLAIM": program}
    ).stdout


def rows_of(path: Path) -> list[Row]:
    return [json.loads(text) for text in path.read_text(encoding="utf8").split("\n") if text.strip()]


def joined(name: str, shared: Path, build: Path) -> Path:
    """Return the gold of a set with the article texts in it."""
    if name == "gum":
        return shared / "bench" / "quotes" / "gum_news_quotes.jsonl"
    rows = rows_of(ROOT / "benchmarks" / "gold" / f"quotes_wikinews_{name}.jsonl")
    for row in rows:
        row["text"] = (shared / "bench" / "wikinews" / row["file"]).read_text(encoding="utf8")
        optional = [{**quote, "speech": False} for quote in row.get("optional", [])]
        row["quotes"] = [filled(row["text"], quote) for quote in [*row["quotes"], *optional]]
    out = build / f"quotes_{name}.jsonl"
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return out


def filled(text: str, quote: Row) -> Row:
    """Return the gold row with the words of its speaker and cue."""
    for key in ("speaker", "cue"):
        if quote.get(key):
            quote[key]["text"] = text[quote[key]["start"] : quote[key]["end"]]
    return quote


def line(scores: Row) -> str:
    """Return the figures that count: F1 in percent with precision and recall."""
    parts = [f"{scores['articles']} articles"]
    for key in ("attributed", "attributed_direct", "overlap_direct", "overlap_mixed", "overlap_indirect"):
        figure = scores[key]
        parts.append(f"{key} {figure['F1']} (P {figure['P']} R {figure['R']} n {figure['gold']})")
    parts.append(f"speaker {scores['speaker']['overlap']}")
    return " · ".join(parts)


def recall_by_construction(gold: list[Row], found: list[Row]) -> str:
    """Return for each construction how many gold rows have a found span that shares half of their characters."""
    spans = {row["id"]: [(q["start"], q["end"]) for q in row["quotes"]] for row in found}
    seen: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for row in gold:
        for quote in row["quotes"]:
            if quote.get("speech", True):
                name = quote.get("construction", "?")
                seen[name] += 1
                hit[name] += any(shared_half(quote["start"], quote["end"], a, b) for a, b in spans[row["id"]])
    return " ".join(f"{name} {hit[name]}/{count}" for name, count in seen.most_common())


def shared_half(start: int, end: int, a: int, b: int) -> bool:
    return 2 * max(0, min(end, b) - max(start, a)) >= max(end, b) - min(start, a)


if __name__ == "__main__":
    main()
