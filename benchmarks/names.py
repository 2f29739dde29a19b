"""Full names behind quotes: is the speaker of each labelled quote shown under the right one? By way of mention.

    python -P benchmarks/names.py [--sets dev,blind,…] [--shared ../shared] [--errors]

Gold: `benchmarks/gold/names_wikinews_*.jsonl` (offsets of a piece of the quote, how its speaker is mentioned, the full
names that the article gives, none when it names nobody) and the quotes' own gold, which has full names too
(`quotes:dev` …). Counted are the quotes that are found: half of the labelled words lie in what was found. Right: the
speaker's name is one of the full names; open: the words of the article, or a part of the name; wrong: somebody else.
Errors are printed for sets that may be read (dev).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclaim import annotate
from newsclaim.corpus import make_article
from newsclaim.extraction import extract_doc
from newsclaim.models import Extraction, PipelineInfo, Quote, Span
from newsclaim.names.countries import display_name, lookup
from newsclaim.names.titles import split_title
from newsclaim.text import fold

GOLD = Path(__file__).parent / "gold"
SETS = "dev,quotes:dev,quotes:dev2,quotes:dev3,quotes:held,quotes:blind"
Row = dict[str, Any]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    options.add_argument("--sets", default=SETS)
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    total: Counter[tuple[str, str]] = Counter()
    for name in given.sets.split(","):
        counts = measure(name, given.shared / "bench" / "wikinews", errors=given.errors and "dev" in name)
        total += counts
        print(name, summary(counts))
    print("all", summary(total))


def measure(name: str, texts: Path, *, errors: bool) -> Counter[tuple[str, str]]:
    rows = [json.loads(line) for line in path_of(name).read_text("utf8").splitlines()]
    articles = [make_article((texts / row["file"]).read_text("utf8"), id=row["id"]) for row in rows]
    info = PipelineInfo(version="benchmark", model=annotate.DEFAULT_MODEL)
    counts: Counter[tuple[str, str]] = Counter()
    for row, doc, article in zip(rows, annotate.annotate(articles), articles, strict=True):
        found = extract_doc(doc, article, info)
        for gold in labelled(row, article.text):
            verdict, quote = judge(gold, found)
            counts[gold["by"] if gold["names"] else "unnamed", verdict] += 1
            if errors and verdict != "right" and not (verdict == "open" and not gold["names"]):
                where = f"{row['id']} {gold['by']} {gold['names']}"
                print(f"{verdict:5} {where} | got {said(quote)} | {words_at(article, gold)}")
    return counts


def path_of(name: str) -> Path:
    kind, _, half = name.rpartition(":")
    return GOLD / f"{kind or 'names'}_wikinews_{half}.jsonl"


def labelled(row: Row, text: str) -> Iterator[Row]:
    """Yield the labels of an article in one form; the quotes' gold says less of how the speaker is mentioned."""
    for quote in row["quotes"]:
        if "by" in quote:
            yield quote
        elif quote.get("speaker") and quote.get("speech") and not quote.get("nested"):
            full = quote.get("speaker_canonical")
            words = text[quote["speaker"]["start"] : quote["speaker"]["end"]]
            yield {**quote, "names": [full] if full else [], "by": _by(quote["speaker_type"], words, full)}


def _by(kind: str, words: str, full: str | None) -> str:
    if kind in ("pronoun", "nominal"):
        return "noun" if kind == "nominal" else kind
    return "surname" if full and len(words.split()) == 1 and len(full.split()) > 1 else "name"


def judge(gold: Row, found: Extraction) -> tuple[str, Quote | None]:
    quote = best(gold, found)
    if quote is None:
        return "missed", None
    wanted = {plain(name) for name in (*gold["names"], *map(governed, gold["names"]))}
    names = [mention.name for mention in quote.speakers if mention.name]
    if wanted & {plain(name) for name in names}:
        return "right", quote
    phrases = {a.id for a in found.actors if all(alias.rule == "noun-phrase" for alias in a.aliases)}
    named = [m for m in quote.speakers if m.name and m.actor not in phrases]
    parts = {word for name in wanted for word in name.split()}
    if not named or any(set(plain(m.name or "").split()) & parts for m in named):
        return "open", quote
    return "wrong", quote


def governed(name: str) -> str:
    """Return the country whose government a label names: newsclaim shows "the German government" as Germany."""
    words = name.split()
    if "government" not in (word.casefold() for word in words):
        return name
    country = lookup(" ".join(word for word in words if word.casefold() not in ("government", "of", "federal", "the")))
    return display_name(country.code) if country and country.way in ("name", "short", "adjective") else name


def best(gold: Row, found: Extraction) -> Quote | None:
    """Return the quote that holds most of the labelled words, the shortest of several; None below half of them."""
    held = [(sum(overlap(span, gold) for span in quote.spans), quote) for quote in found.quotes]
    least = (gold["end"] - gold["start"]) / 2
    fitting = [(-share, sum(s.end - s.start for s in quote.spans), quote) for share, quote in held if share >= least]
    return min(fitting, key=lambda item: item[:2])[2] if fitting else None


def overlap(span: Span, gold: Row) -> int:
    return max(0, min(span.end, gold["end"]) - max(span.start, gold["start"]))


def plain(name: str) -> str:
    bare = re.sub(r"[^\w\s]", "", fold(split_title(name).name)).removeprefix("the ")
    return " ".join(bare.split())


def said(quote: Quote | None) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.name) for mention in quote.speakers] if quote else []


def words_at(article: Any, gold: Row) -> str:
    return article.text[gold["start"] : gold["end"]][:60].replace("\n", " ")


def summary(counts: Counter[tuple[str, str]]) -> str:
    """Return the shares right and wrong of the quotes found whose speaker is named, by mention; and names made up."""
    parts = []
    for by in ("", *sorted({by for by, _ in counts} - {"unnamed"})):
        right, other, wrong, missed = (
            sum(n for (b, v), n in counts.items() if v == verdict and b != "unnamed" and b.startswith(by))
            for verdict in ("right", "open", "wrong", "missed")
        )
        found = right + other + wrong
        share = f"{100 * right / max(1, found):.1f} % right, {100 * wrong / max(1, found):.1f} % wrong of {found}"
        parts.append(f"{by or 'all'}: {share}" + ("" if by else f", {missed} missed"))
    made_up = counts["unnamed", "wrong"]
    return " · ".join(parts) + f" · unnamed: {made_up} named of {made_up + counts['unnamed', 'open']}"


if __name__ == "__main__":
    main()
