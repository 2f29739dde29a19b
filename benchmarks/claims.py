"""Measures the numeric claims: the annotated Wikinews articles, both halves, and the public sets of numbers.

    python benchmarks/claims.py [--errors] [--half dev|dev2|held] [--sets]

Labels stand in gold/numbers_wikinews_{dev,dev2,held}.jsonl, texts in ../shared/bench/wikinews. A claim is found when
its number overlaps a label's number and value (or bounds) agree; fields are scored over the claims found.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
PROGRAM = Path(sys.executable).with_name("newsclaim")
SETS = ("number_words", "units", "quantulum3_tests")
FIELDS = (
    "value", "qualifier", "trend", "unit", "counted", "class", "role", "status", "sources", "whose", "place", "time",
    "event",
)  # fmt: skip


def labels(half: str) -> list[dict]:
    path = ROOT / "benchmarks" / "gold" / f"numbers_wikinews_{half}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def texts(rows: list[dict]) -> dict[str, dict]:
    meta = {}
    for line in (BENCH / "wikinews" / "metadata.jsonl").read_text(encoding="utf8").splitlines():
        entry = json.loads(line)
        meta[Path(entry["file"]).stem] = entry
    found = {}
    for row in rows:
        text = (BENCH / "wikinews" / row["file"]).read_text(encoding="utf8")
        dated = meta.get(row["id"], {}).get("date")
        found[row["id"]] = {"id": row["id"], "text": text} | ({"published": dated} if dated else {})
    return found


def extracted(articles: list[dict]) -> dict[str, dict]:
    feed = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    command = [str(PROGRAM), "extract", "--input-format", "jsonl", "--format", "jsonl", "-"]
    run = subprocess.run(command, input=feed, text=True, encoding="utf8", stdout=subprocess.PIPE, check=True)
    answers = (json.loads(line) for line in run.stdout.split("\n") if line.strip())
    return {answer["article"]["id"]: answer for answer in answers}


def overlap(a: dict | None, b: dict | None) -> bool:
    if not a or not b or a.get("start") is None or b.get("start") is None:
        return (not a or a.get("start") is None) and (not b or b.get("start") is None)
    return a["start"] < b["end"] and b["start"] < a["end"]


def close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-3 * max(1.0, abs(b)) * (0.1 if abs(b) > 1 else 1)


def same_value(gold: dict, found: dict) -> bool:
    if gold["value"] is None:
        return found["value"] is None and close(found["low"], gold["low"]) and close(found["high"], gold["high"])
    return close(found["value"], gold["value"])


def same_counted(gold: dict, found: dict) -> bool:
    a, b = gold.get("counted"), found.get("counted")
    if not a or not b:
        return not a and (not b or gold.get("unit") is not None)
    return a["head"].lower() == b["head"].lower() or (
        a.get("start") is not None and b.get("start") is not None and a["end"] == b["end"]
    )


def same_sources(gold: dict, found: dict, actors: dict[str, list[tuple[int, int]]]) -> bool:
    a, b = gold.get("sources") or [], found.get("sources") or []
    return len(a) == len(b) and all(any(_one(x, y, actors) for y in b) for x in a)


def _one(gold: dict, found: dict, actors: dict[str, list[tuple[int, int]]]) -> bool:
    if overlap(gold, found):
        return True
    mentions = actors.get(found.get("actor") or "", [])
    return any(start < gold["end"] and gold["start"] < end for start, end in mentions)


def judge(gold: dict, found: dict, actors: dict[str, list[tuple[int, int]]]) -> dict[str, bool]:
    plain = {
        name: gold.get(name) == found.get(name) for name in ("qualifier", "trend", "unit", "class", "role", "status")
    }
    spans = {name: overlap(gold.get(name), found.get(name)) for name in ("whose", "place", "time", "event")}
    return (
        plain
        | spans
        | {
            "value": same_value(gold, found),
            "counted": same_counted(gold, found),
            "sources": same_sources(gold, found, actors),
        }
    )


def pairs(gold: list[dict], found: list[dict]) -> tuple[list[tuple[dict, dict]], list[dict], list[dict]]:
    rest, met, missed = list(found), [], []
    for label in gold:
        options = [c for c in rest if overlap(label["number"], c["number"])]
        best = max(options, key=lambda c: same_value(label, c), default=None)
        if best is None:
            missed.append(label)
        else:
            rest.remove(best)
            met.append((label, best))
    return met, missed, rest


def measure(half: str, *, errors: bool) -> None:
    rows = labels(half)
    answers = extracted(list(texts(rows).values()))
    right: Counter[str] = Counter()
    total = {"gold": 0, "found": 0, "met": 0, "false": 0}
    for row in rows:
        answer = answers[row["id"]]
        actors = {a["id"]: [(m["start"], m["end"]) for m in a["mentions"]] for a in answer["actors"]}
        met, missed, spare = pairs(row["claims"], answer["claims"])
        total["gold"] += len(row["claims"])
        total["found"] += len(answer["claims"])
        total["met"] += len(met)
        total["false"] += sum(
            any(c["number"]["start"] < e and s < c["number"]["end"] for s, e in row["not_claims"]) for c in spare
        )
        for gold, claim in met:
            verdict = judge(gold, claim, actors)
            right.update(name for name in FIELDS if verdict[name])
            if errors:
                show(row["id"], answer["article"]["text"], gold, claim, [n for n in FIELDS if not verdict[n]])
        if errors:
            for label in missed:
                print(row["id"], "MISSED", _around(answer["article"]["text"], label))
            for claim in spare:
                print(row["id"], "SPARE ", _around(answer["article"]["text"], claim), claim["rule"])
    report(half, total, right)


def _around(text: str, claim: dict) -> str:
    return repr(
        text[max(0, claim["start"] - 40) : claim["start"]]
        + "[["
        + text[claim["start"] : claim["end"]]
        + "]]"
        + text[claim["end"] : claim["end"] + 40]
    )


def show(name: str, text: str, gold: dict, found: dict, wrong: list[str]) -> None:
    for field in wrong:
        sides = [side.get(field) for side in (gold, found)]
        if field == "value":
            sides = [(side["value"], side["low"], side["high"]) for side in (gold, found)]
        print(name, field.upper(), _around(text, found), "|", *(_short(text, side) for side in sides), sep=" ")


def _short(text: str, side: object) -> str:
    if isinstance(side, list):
        return "[" + ", ".join(_short(text, one) for one in side) + "]"
    if isinstance(side, dict):
        return text[side["start"] : side["end"]] if side.get("start") is not None else f"({side.get('head')})"
    return str(side)


def report(half: str, total: dict[str, int], right: Counter[str]) -> None:
    precision, recall = (100 * total["met"] / max(1, total[name]) for name in ("found", "gold"))
    print(
        f"{half:5} claims P {precision:.1f} R {recall:.1f} "
        f"(gold {total['gold']}, found {total['found']}, listed no claims found {total['false']})"
    )
    print(
        "      of the found: " + "  ".join(f"{name} {100 * right[name] / max(1, total['met']):.0f}" for name in FIELDS)
    )


def public() -> None:
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    for name in SETS:
        gold, out = BENCH / "numbers" / f"{name}.jsonl", build / f"{name}.jsonl"
        environment = {"NEWSCLAIM": str(PROGRAM), "PATH": "/usr/bin:/bin"}
        subprocess.run(
            [sys.executable, BENCH / "run_extract.py", gold, out, "numbers"],
            check=True,
            env=environment,
            stderr=subprocess.DEVNULL,
        )
        scored = subprocess.run(
            [sys.executable, BENCH / "score_numbers.py", gold, out], check=True, text=True, stdout=subprocess.PIPE
        )
        line = next(line for line in scored.stdout.splitlines() if line.startswith("strict value "))
        print(f"{name:18} {line}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list misses (never for the held-out half)")
    parser.add_argument("--half", choices=("dev", "dev2", "held"), help="only this part of the Wikinews articles")
    parser.add_argument("--sets", action="store_true", help="only the public sets of numbers")
    options = parser.parse_args()
    if not options.sets:
        for half in ("dev", "dev2", "held") if options.half is None else (options.half,):
            measure(half, errors=options.errors and half != "held")
    if options.half is None:
        public()


if __name__ == "__main__":
    main()
