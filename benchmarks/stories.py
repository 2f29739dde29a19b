"""Stories, copies, sources and same statements against the labels of the invented stories in `gold/stories`.

    python -P benchmarks/stories.py [--sets dev,held] [--errors]

All twelve stories are read into one database, so that none may be mixed with another. Counted are

* events: pairs of articles in one story against pairs of one event (`loose` articles count neither way);
* same text, passages: labelled pairs of articles, as `newsclaim articles --format json` gives them; all pairs of a
  story that are not labelled are neither;
* sources: the articles that name an agency or look as if they did, named right;
* statements: pairs of labelled quotes in one group of `compare --quotes`, against those of one statement; and how many
  of the quotes that are found in a group are rendered as labelled (against the fullest of the group).

Errors are printed for the set `dev` only. `blind` is scored once before a release.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsclaim.api import Database
from newsclaim.config import Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.models.rows import ArticleRow
from newsclaim.models.statement import RenderedQuote
from newsclaim.store import Store
from newsclaim.text import fold

GOLD = Path(__file__).parent / "gold" / "stories"
Labels = dict[str, Any]
Pair = frozenset[str]
Counts = Counter[str]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sets", default="dev,held")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    sets = given.sets.split(",")
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(db=Path(folder) / "stories.db")
        with Store(settings.db, create=True) as store:
            ingest([GOLD], store, IngestOptions(settings=settings))
        with Database(settings) as base:
            told = measured(base, sets, errors=given.errors)
    for name in sets:
        print(f"{name}\n{summary(told[name])}")
    print(f"all\n{summary(sum(told.values(), Counter()))}")


def measured(base: Database, sets: Iterable[str], *, errors: bool) -> dict[str, Counts]:
    articles = {row.id: row for row in base.articles()}
    stories = {article: base._store.contexts([article])[article].story for article in articles}  # noqa: SLF001
    groups = base.statements().groups
    found: dict[str, list[tuple[str, RenderedQuote]]] = defaultdict(list)
    for group in groups:
        for quote in group.quotes:
            found[quote.article.id].append((group.id, quote))
    counts: dict[str, Counts] = defaultdict(Counter)
    for folder in sorted(path.parent for path in GOLD.glob("*/labels.toml")):
        labels = tomllib.loads((folder / "labels.toml").read_text("utf8"))
        if labels["set"] in sets:
            tell = printer(folder.name, quiet=not errors or labels["set"] != "dev")
            count, mine = counts[labels["set"]], [a for a in articles if a.startswith(f"{folder.name}/")]
            events(labels, mine, stories, count, tell)
            copies(labels, [articles[a] for a in mine], count, tell)
            sources(labels, [articles[a] for a in mine], count, tell)
            statements(labels, folder.name, found, count, tell)
    return counts


def printer(story: str, *, quiet: bool) -> Any:
    return (lambda *_: None) if quiet else (lambda *words: print("  ", story, *words, file=sys.stderr))


def short(article: str) -> str:
    return article.split("/", 1)[1]


def events(labels: Labels, mine: list[str], stories: dict[str, str], count: Counts, tell: Any) -> None:
    home = {article: n for n, event in enumerate(labels["event"]) for article in event["articles"]}
    loose = {article for event in labels["event"] for article in event.get("loose", ())} - home.keys()
    elsewhere = Counter(story for article, story in stories.items() if article not in mine)
    for a in mine:
        if elsewhere[stories[a]]:
            count["event:wrong"] += 1
            tell("mixed with another story:", a)
    for a, b in itertools.combinations(mine, 2):
        if {short(a), short(b)} & loose:
            continue
        verdict(count, "event", stories[a] == stories[b], home.get(short(a)) == home.get(short(b)), tell, a, b)


def copies(labels: Labels, rows: list[ArticleRow], count: Counts, tell: Any) -> None:
    gold = {frozenset((one["a"], one["b"])): one["label"] for one in labels.get("pair", ())}
    root = {row.id: row.copy_of or row.id for row in rows}
    for a, b in itertools.combinations(rows, 2):
        label = gold.get(frozenset((short(a.id), short(b.id))))
        same = root[a.id] == root[b.id]
        carries = not same and any(share.article == b.id for share in a.shares)
        verdict(count, "same", same, label == "same", tell, a.id, b.id)
        verdict(count, "carries", carries, label == "carries", tell, a.id, b.id)


def sources(labels: Labels, rows: list[ArticleRow], count: Counts, tell: Any) -> None:
    gold = labels.get("agency", {})
    for row in rows:
        wanted = gold.get(short(row.id), "")
        if short(row.id) in gold or row.origin:
            right = (row.origin or "") == wanted
            count["source:right" if right else "source:wrong"] += 1
            if not right:
                tell("source", row.id, repr(row.origin), "for", repr(wanted))


def statements(
    labels: Labels, story: str, found: dict[str, list[tuple[str, RenderedQuote]]], count: Counts, tell: Any
) -> None:
    placed: list[tuple[int, list[tuple[str, RenderedQuote]], str]] = []
    for n, told in enumerate(labels.get("statement", ())):
        for quote in told["quotes"]:
            held = [
                one for one in found[f"{story}/{quote['article']}"] if fold_words(quote["words"]) in content(one[1])
            ]
            placed.append((n, held, f"{quote['article']}: {quote['words']}"))
            if held:
                right = any(one.rendering == quote["rendering"] for _, one in held)
                count["rendering:right" if right else "rendering:wrong"] += 1
                if not right:
                    tell("rendering", [one.rendering for _, one in held], "for", quote["rendering"], placed[-1][2])
    for (n, one, a), (m, other, b) in itertools.combinations(placed, 2):
        together = bool({group for group, _ in one} & {group for group, _ in other})
        verdict(count, "statement", together, n == m, tell, a, b)
    for told in labels.get("different", ()):
        a, b = (
            [g for g, q in found[f"{story}/{o['article']}"] if fold_words(o["words"]) in content(q)]
            for o in told["quotes"]
        )
        verdict(count, "statement", bool(set(a) & set(b)), False, tell, *[o["words"] for o in told["quotes"]])


def content(quote: RenderedQuote) -> str:
    return fold_words(" ".join(span.text for span in quote.spans))


def fold_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def verdict(count: Counts, what: str, found: bool, wanted: bool, tell: Any, *names: str) -> None:
    kind = {(True, True): "right", (True, False): "wrong", (False, True): "missed"}.get((found, wanted))
    if kind:
        count[f"{what}:{kind}"] += 1
    if kind in {"wrong", "missed"}:
        tell(what, kind, *names)


def summary(count: Counts) -> str:
    return "\n".join(lines(count))


def lines(count: Counts) -> Iterator[str]:
    for what in ("event", "same", "carries", "statement"):
        right, wrong, missed = (count[f"{what}:{kind}"] for kind in ("right", "wrong", "missed"))
        precision = f"{right / (right + wrong):.0%}" if right + wrong else "–"
        recall = f"{right / (right + missed):.0%}" if right + missed else "–"
        print_as = {"event": "events", "same": "same text", "carries": "passages", "statement": "statements"}[what]
        yield f"  {print_as:11} P {precision:>4}  R {recall:>4}  ({right} right, {wrong} wrong, {missed} missed)"
    for what in ("source", "rendering"):
        right, wrong = count[f"{what}:right"], count[f"{what}:wrong"]
        yield f"  {what + 's':11} {right} of {right + wrong} right"


if __name__ == "__main__":
    main()
