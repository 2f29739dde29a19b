"""Measures what is measured, whose it is, how it changed: own passages and labelled Wikinews articles.

    python -P benchmarks/measures.py [--errors] [--part dev|dev2|dev3|held|blind]

Labels stand in gold/measures_own.toml (with their text) and gold/measures_wikinews.jsonl (texts in
../shared/bench/wikinews). A label is found when a claim's number overlaps its number; the head of what is measured,
the owner's name, trend, size of a change, earlier value, time and the other side are scored over the labels found.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WIKINEWS = ROOT.parent / "shared" / "bench" / "wikinews"
GOLD = ROOT / "benchmarks" / "gold"
PROGRAM = Path(sys.executable).with_name("newsclaim")
PUBLISHED = "2026-03-12"
Row = dict[str, Any]
#: Fields and their keys in the passages.
KEYS = {"about": "a", "whose": "w", "trend": "tr", "from": "fr", "time": "t"}


def own() -> Iterator[tuple[str, Row, list[Row]]]:
    rows = tomllib.loads((GOLD / "measures_own.toml").read_text(encoding="utf8"))["case"]
    for k, row in enumerate(rows):
        claims = []
        for label in row["claims"]:
            words, _, number = label["n"].partition("#")
            start = -1
            for _ in range(int(number or 1)):
                start = row["text"].index(words, start + 1)
            given = {name: label.get(key) for name, key in KEYS.items()}
            flags = {"change": label.get("ch", False), "rival": label.get("ri", False)}
            claims.append({"start": start, "end": start + len(words), **given, **flags})
        yield row["part"], {"id": f"own{k}", "text": row["text"], "published": PUBLISHED}, claims


def wikinews() -> Iterator[tuple[str, Row, list[Row]]]:
    dates = {row["file"]: row.get("date") for row in _lines(WIKINEWS / "metadata.jsonl")}
    for row in _lines(GOLD / "measures_wikinews.jsonl"):
        text = (WIKINEWS / row["file"]).read_text(encoding="utf8")
        article = {"id": row["id"], "text": text, "published": dates.get(row["file"])}
        yield f"wikinews {row['part']}", {k: v for k, v in article.items() if v}, row["claims"]


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def extracted(articles: list[Row]) -> dict[str, Row]:
    feed = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    command = [str(PROGRAM), "extract", "--input-format", "jsonl", "--format", "jsonl", "-"]
    run = subprocess.run(command, input=feed, text=True, encoding="utf8", stdout=subprocess.PIPE, check=True)
    return {row["article"]["id"]: row for row in map(json.loads, filter(str.strip, run.stdout.split("\n")))}


def bare(name: str | None) -> str:
    words = (name or "").replace("’", "'").removesuffix("'s").removesuffix("'").lower()
    return words.removeprefix("the ").strip()


def meets(one: Row, other: Row) -> bool:
    return one["start"] < other["end"] and other["start"] < one["end"]


def judged(gold: Row, claim: Row, answer: Row) -> dict[str, bool]:
    """Return which fields of a found claim are right; fields that the label leaves open are not there."""
    text = answer["article"]["text"]
    by_id = {c["id"]: c for c in answer["claims"]}
    about, whose, earlier = claim["about"], claim["whose"], by_id.get(claim["from"] or "")
    words = text[gold["start"] : gold["end"]]
    verdict = {
        "trend": claim["trend"] == gold["trend"],
        "change": (claim["role"] == "change") == gold["change"],
        "one number": claim["form"] != "range" or any(mark in words for mark in ("to", "–", "and")),
    }
    if gold["about"]:
        verdict["about"] = about is not None and about["head"].lower() == gold["about"].lower()
    else:
        verdict["no about"] = about is None
    names = {bare(whose["name"]), bare(whose["text"])} if whose else set()
    verdict["whose" if gold["whose"] else "no whose"] = bare(gold["whose"]) in names if gold["whose"] else whose is None
    if gold.get("from"):
        verdict["from"] = earlier is not None and gold["from"] in text[earlier["start"] : earlier["end"]]
    else:
        verdict["no from"] = earlier is None
    if "time" in gold:
        when = claim["time"] and [claim["time"]["from"] or "", claim["time"]["to"] or ""]
        verdict["time" if gold["time"] else "no time"] = when == gold["time"]
    if gold["rival"] and gold["whose"]:
        verdict["side"] = verdict["whose"]
    return verdict


def measure(part: str, rows: list[tuple[Row, list[Row]]], answers: dict[str, Row], *, errors: bool) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    whole = found = total = 0
    for article, labels in rows:
        answer = answers[article["id"]]
        for gold in labels:
            total += 1
            number = (
                c for c in answer["claims"] if c["number"]["start"] < gold["end"] and gold["start"] < c["number"]["end"]
            )
            claim = next(number, None)
            shown = article["text"][max(0, gold["start"] - 60) : gold["end"] + 50].replace("\n", " ")
            if claim is None:
                if errors:
                    print("MISSED", shown)
                continue
            found += 1
            verdict = judged(gold, claim, answer)
            asked.update(verdict.keys())
            right.update(name for name, good in verdict.items() if good)
            whole += all(verdict.values())
            wrong = [name for name, good in verdict.items() if not good]
            if errors and wrong:
                print(f"{article['id']} [{shown}] {article['text'][gold['start'] : gold['end']]}")
                for name in wrong:
                    field = name.removeprefix("no ").replace("change", "role").replace("side", "whose")
                    got = claim.get(field)
                    got = (got.get("head") or (got.get("name"), got.get("text"))) if isinstance(got, dict) else got
                    print(f"      {name}: {gold.get(name.removeprefix('no '))!r}, found {got!r}")
    print(f"{part}: found {found}/{total}, all right {whole}/{found}")
    print("   " + "  ".join(f"{name} {right[name]}/{asked[name]}" for name in sorted(asked)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list misses (never for held and blind ones)")
    parser.add_argument("--part", choices=("dev", "dev2", "dev3", "held", "blind"))
    options = parser.parse_args()
    sets: dict[str, list[tuple[Row, list[Row]]]] = {}
    for part, article, labels in [*own(), *(wikinews() if WIKINEWS.is_dir() else ())]:
        if options.part in (None, part.split()[-1]) and not (options.part is None and "blind" in part):
            sets.setdefault(part, []).append((article, labels))
    answers = extracted([article for rows in sets.values() for article, _ in rows])
    for part, rows in sets.items():
        measure(part, rows, answers, errors=options.errors and "dev" in part)


if __name__ == "__main__":
    main()
