"""Compares everything that is found in many articles before and after a change of the code.

    python -P benchmarks/findings.py --save build/before.jsonl       # with the code as it was
    python -P benchmarks/findings.py --against build/before.jsonl    # with the code as it is

Reads the Wikinews articles, the seeds and the handed cases of the shared folder and the sample corpus. Prints for
quotes, claims and actors how many came, went and changed, by field, with the first of each; exit code 1 when anything
differs. Also checks that no id occurs twice and that every span is its text.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
KINDS = ("quotes", "claims", "actors")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--save", type=Path)
    options.add_argument("--against", type=Path)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--show", type=int, default=8, help="so many examples of each difference")
    options.add_argument("--ignore", default="", help="fields that are left out, with commas")
    given = options.parse_args()
    found = extracted(given.shared)
    broken = list(faults(found))
    print(f"{len(found)} articles, {len(broken)} double ids or spans that are not their text")
    print("\n".join(broken[:20]))
    if given.save:
        given.save.parent.mkdir(parents=True, exist_ok=True)
        given.save.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf8")
    differs = given.against is not None and report(rows_of(given.against), found, given.show, given.ignore.split(","))
    sys.exit(1 if differs or broken else 0)


def extracted(shared: Path) -> list[Row]:
    program = str(Path(sys.executable).with_name("newsclaim"))
    folders = [shared / "bench" / "wikinews", shared / "seeds", ROOT / "corpus"]
    files = (sorted(folder.glob("*.txt")) for folder in folders if folder.is_dir())
    made = [output([program, "extract", *map(str, several)]) for several in files]
    for cases in sorted((shared / "bench" / "cases").glob("*.jsonl")):
        keys = ("id", "text", "published", "outlet")
        lines = [{k: c[k] for k in keys if c.get(k)} for c in rows_of(cases)]
        text = "".join(json.dumps(line) + "\n" for line in lines)
        made.append(output([program, "extract", "--input-format", "jsonl", "-"], text))
    return [json.loads(line) for part in made for line in part.split("\n") if line.strip()]


def output(command: list[str], text: str | None = None) -> str:
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, encoding="utf8", check=False).stdout


def rows_of(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def faults(found: list[Row]) -> Iterator[str]:
    for row in found:
        text = row["article"]["text"]
        ids = Counter(item["id"] for kind in KINDS for item in row[kind])
        yield from (f"{row['article']['id']}: {name} occurs {n} times" for name, n in ids.items() if n > 1)
        for start, end, piece in spans({kind: row[kind] for kind in KINDS}):
            if text[start:end] != piece:
                yield f"{row['article']['id']}: {start}-{end} is not {piece[:40]!r}"


def spans(value: Any) -> Iterator[tuple[int, int, str]]:
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def report(before: list[Row], after: list[Row], show: int, ignored: list[str]) -> bool:
    old, new = ({row["article"]["id"]: row for row in rows} for rows in (before, after))
    examples: dict[str, list[str]] = defaultdict(list)
    for name in old.keys() | new.keys():
        if name not in old or name not in new:
            examples["articles"].append(f"{name} only {'before' if name in old else 'after'}")
            continue
        for kind in KINDS:
            for what, example in differences(kind, old[name][kind], new[name][kind], ignored):
                examples[f"{kind} {what}"].append(f"{name}: {example}")
    for what, several in sorted(examples.items()):
        print(f"{what}: {len(several)}")
        print("".join(f"    {example}\n" for example in sorted(several)[:show]), end="")
    print("the same findings" if not examples else f"{sum(map(len, examples.values()))} differences")
    return bool(examples)


def differences(kind: str, old: list[Row], new: list[Row], ignored: list[str]) -> Iterator[tuple[str, str]]:
    before, after = ({item["id"]: item for item in items} for items in (old, new))
    yield from (("gone", shown(kind, before[i])) for i in before if i not in after)
    yield from (("new", shown(kind, after[i])) for i in after if i not in before)
    for i in before.keys() & after.keys():
        for field in before[i].keys() | after[i].keys():
            one, other = before[i].get(field), after[i].get(field)
            if one != other and field not in ignored:
                yield f"{field} changed", f"{shown(kind, after[i])}: {brief(one)} → {brief(other)}"


def shown(kind: str, item: Row) -> str:
    if kind == "quotes":
        who = " & ".join(str(m["name"] or m["text"]) for m in item["speakers"])
        return f"{who}: {' // '.join(s['text'] for s in item['spans'])[:90]} [{item['rule']}]"
    return f"{item['text']} [{item['rule']}]" if kind == "claims" else f"{item['name']} ({item['kind']})"


def brief(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(brief, value))[:160] + "]"
    if isinstance(value, dict):
        return str(value.get("name") or value.get("text") or value.get("title") or value)[:60]
    return str(value)


if __name__ == "__main__":
    main()
