"""Who is who across labelled Wikinews articles: B³, pair precision and recall, mention F1 by the way of reference.

    python -P benchmarks/actors.py ../shared/bench/wikinews [dev|held] [--errors]

Gold: benchmarks/gold/actors_wikinews_{dev,held}.jsonl, labels and offsets only. A mention of ours is matched to a gold
mention that it overlaps and whose last word it shares. B³ and pairs are counted over the matched mentions of all
articles of the half together, so that merging and splitting across articles count; the mention F1 tells what was not
matched.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from newsclaim import annotate
from newsclaim.config import Corrections
from newsclaim.corpus import make_article
from newsclaim.extraction import extract_doc
from newsclaim.models import PipelineInfo
from newsclaim.resolve import LocalActors, resolve

GOLD = Path(__file__).parent / "gold"
Key = tuple[str, int, int]


def main() -> None:
    texts, halves = Path(sys.argv[1]), [a for a in sys.argv[2:] if not a.startswith("-")] or ["dev", "held"]
    for half in halves:
        print(half, json.dumps(measure(texts, half, errors="--errors" in sys.argv and half == "dev")))


def measure(texts: Path, half: str, *, errors: bool) -> dict[str, object]:
    rows = [json.loads(line) for line in (GOLD / f"actors_wikinews_{half}.jsonl").read_text("utf-8").splitlines()]
    articles = [make_article((texts / row["file"]).read_text("utf-8"), id=row["id"]) for row in rows]
    info = PipelineInfo(version="benchmark", model=annotate.DEFAULT_MODEL)
    found = [extract_doc(doc, a, info) for doc, a in zip(annotate.annotate(articles), articles, strict=True)]
    resolution = resolve([LocalActors(e.article.id, e.article.published, e.actors) for e in found], Corrections())
    names = {actor.id: actor.name for actor in resolution.actors}
    matched: dict[Key, tuple[str, str]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for row, extraction in zip(rows, found, strict=True):
        ours = [
            (m.start, m.end, m.how, resolution.members[extraction.article.id, actor.id])
            for actor in extraction.actors
            for m in actor.mentions
            if actor.kind != "document"
        ]
        _match(row, extraction.article.text, ours, matched, counts, errors=errors, names=names)
    if errors:
        _print_errors(matched, names)
    return {
        "articles": len(rows),
        "matched": len(matched),
        **_cubed(matched),
        **_pairs(matched),
        "mentions": _f1(counts),
    }


def _match(row, text, ours, matched, counts, *, errors, names) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001, PLR0913
    """Count hits, misses and extras by the way of reference, and remember whom each matched mention means."""
    free = sorted(ours)
    for gold in row["mentions"]:
        how = "name" if gold["how"] == "short-name" else gold["how"]
        hit = next(
            (o for o in free if o[0] < gold["end"] and gold["start"] < o[1] and _ends_alike(text, o, gold)), None
        )
        counts[how, "gold"] += 1
        if hit is None:
            if errors:
                before = text[max(0, gold["start"] - 50) : gold["start"]].replace("\n", " ")
                print(f"MISSED {gold['how']} {gold['kind']} {before}[[{text[gold['start'] : gold['end']]}]]")
            continue
        free.remove(hit)
        counts[how, "hit"] += 1
        matched[row["id"], gold["start"], gold["end"]] = (gold["actor"], hit[3])
    for start, end, how, actor in free:
        counts["name" if how == "short-name" else how, "extra"] += 1
        if errors:
            before = text[max(0, start - 50) : start].replace("\n", " ")
            print(f"EXTRA {how} {names[actor]} {before}[[{text[start:end]}]]")


def _ends_alike(text: str, ours: tuple[int, int, str, str], gold: dict[str, int]) -> bool:
    last = text[ours[0] : ours[1]].split()[-1:]
    return last == text[gold["start"] : gold["end"]].split()[-1:] or ours[0] == gold["start"]


def _cubed(matched: dict[Key, tuple[str, str]]) -> dict[str, float]:
    gold, ours = defaultdict(set), defaultdict(set)
    for key, (name, actor) in matched.items():
        gold[name].add(key)
        ours[actor].add(key)
    n = max(1, len(matched))
    precision = sum(len(gold[g] & ours[o]) / len(ours[o]) for g, o in matched.values()) / n
    recall = sum(len(gold[g] & ours[o]) / len(gold[g]) for g, o in matched.values()) / n
    return {
        "b3_precision": round(precision, 3),
        "b3_recall": round(recall, 3),
        "b3": round(_harmonic(precision, recall), 3),
    }


def _pairs(matched: dict[Key, tuple[str, str]]) -> dict[str, float]:
    together = Counter(matched.values())
    both = sum(c * (c - 1) // 2 for c in together.values())
    gold = sum(c * (c - 1) // 2 for c in Counter(g for g, _ in matched.values()).values())
    ours = sum(c * (c - 1) // 2 for c in Counter(o for _, o in matched.values()).values())
    return {"pair_precision": round(both / max(1, ours), 3), "pair_recall": round(both / max(1, gold), 3)}


def _f1(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    shown = {}
    for how in sorted({how for how, _ in counts}):
        gold, hit, extra = counts[how, "gold"], counts[how, "hit"], counts[how, "extra"]
        precision, recall = hit / max(1, hit + extra), hit / max(1, gold)
        shown[how] = f"P {precision:.2f} R {recall:.2f} F1 {_harmonic(precision, recall):.2f} (n {gold})"
    return shown


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def _print_errors(matched: dict[Key, tuple[str, str]], names: dict[str, str]) -> None:
    pairs = Counter(matched.values())
    for one, two in combinations(sorted(pairs), 2):
        if one[0] == two[0] and one[1] != two[1]:
            print("SPLIT", one[0], "|", names[one[1]], pairs[one], "|", names[two[1]], pairs[two])
        if one[1] == two[1] and one[0] != two[0]:
            print("MERGED", names[one[1]], "|", one[0], pairs[one], "|", two[0], pairs[two])


if __name__ == "__main__":
    main()
