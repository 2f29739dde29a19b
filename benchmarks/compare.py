"""Scores `compare` on stories whose numbers a reader has sorted into questions.

    python -P benchmarks/compare.py [--set dev,held] [--story harbour-fire] [--misses] [--stories FOLDER]

Each folder in `benchmarks/gold/stories` is a story with `numbers.toml`: `topics` to compare, `[[question]]` with the
numbers that answer it and how they stand to one another, `[[apart]]` with numbers that belong to no question with
others. A number is written "article: words with [the number] in brackets". What is counted: over pairs of numbers that
the output holds, precision and recall of "in one group" against "in one question" (a number apart belongs with
nothing); numbers found in any group; claims of a question's main group that are none of its numbers (intruders);
relations, averaged over their kinds; conflicts by themselves.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from newsclaim.api import Database, open_db
from newsclaim.config import Settings
from newsclaim.errors import UnknownNameError
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.models.comparison import GRAVITY, Comparison, Group
from newsclaim.models.story import Context
from newsclaim.store import Store

ROOT = Path(__file__).resolve().parent.parent
Span = tuple[str, int, int]


@dataclass
class Tally:
    """Counts over stories."""

    both: int = 0
    grouped: int = 0
    wanted: int = 0
    numbers: int = 0
    found: int = 0
    main: int = 0
    intruders: int = 0
    relations: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take in the counts of another story."""
        for name in ("both", "grouped", "wanted", "numbers", "found", "main", "intruders"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.relations += other.relations

    def line(self) -> str:
        """Return the measures in one line, as shares of a hundred."""
        precision, recall = share(self.both, self.grouped), share(self.both, self.wanted)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        said = Counter(kind for kind, _ in self.relations.elements())
        right = sum(share(self.relations[kind, kind], said[kind]) for kind in said) / max(1, len(said))
        told = sum(n for (_, told), n in self.relations.items() if told == "conflict")
        both = self.relations["conflict", "conflict"]
        return " | ".join((
            f"pairs P {precision:5.1f} R {recall:5.1f} F {f1:5.1f}",
            f"found {share(self.found, self.numbers):5.1f} of {self.numbers:3}",
            f"intruders {share(self.intruders, self.main):5.1f}",
            f"relations {right:5.1f} of {said.total():2}",
            f"conflict P {share(both, told):5.1f} R {share(both, said['conflict']):5.1f}",
        ))  # fmt: skip


def share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--set", default="dev,held")
    options.add_argument("--story", action="append")
    options.add_argument("--misses", action="store_true")
    options.add_argument("--given-events", action="store_true", help="take the events from labels.toml")
    options.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="where `seeds/` stands, if it does"
    )
    options.add_argument("--stories", type=Path, default=ROOT / "benchmarks" / "gold" / "stories")
    given = options.parse_args()
    total = Tally()
    for folder in sorted(path.parent for path in given.stories.glob("*/numbers.toml")):
        labels = folder / "labels.toml"
        kept = tomllib.loads(labels.read_text(encoding="utf-8"))["set"] if labels.exists() else "dev"
        if kept not in given.set.split(",") or (given.story and folder.name not in given.story):
            continue
        tally = scored(folder, folder / "numbers.toml", given_events=given.given_events)
        total.add(tally)
        print(f"{kept:5} {folder.name:24} {tally.line()}")
        if given.misses and kept == "dev":
            print(*(f"      {miss}" for miss in tally.misses), sep="\n")
    print(f"all {'':26} {total.line()}")
    if (given.shared / "seeds").is_dir() and not given.story:
        tally = scored(given.shared / "seeds", ROOT / "benchmarks" / "gold" / "seeds_troops.toml", given_events=False)
        print(f"dev   {'seeds, troops':24} {tally.line()}")
        print(*(f"      {miss}" for miss in tally.misses if given.misses), sep="\n")


def scored(folder: Path, numbers: Path, *, given_events: bool) -> Tally:
    """Return the counts of one story."""
    gold = tomllib.loads(numbers.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "newsclaim.db"
        with Store(database, create=True) as store:
            ingest([folder], store, IngestOptions(Settings()))
        with open_db(database) as base:
            texts = {row.id: base.show(row.id).passages[0].text for row in base.articles()}
            if given_events:
                base.contexts = events_of(folder, base.contexts)  # type: ignore[method-assign]
            found = [found for topic in gold["topics"] if (found := compared(base, topic))]
    tally = Tally()
    groups = {group.id: group for comparison in found for group in comparison.groups}
    homes = dict(at_home(found))
    questions = {q["name"]: [placed(n, texts) for n in q["numbers"]] for q in gold.get("question", [])}
    apart = [placed(n, texts) for a in gold.get("apart", []) for n in a["numbers"]]
    names = {span: q for q, spans in questions.items() for span in spans}
    held = {span: home for span in [*names, *apart] if (home := home_of(span, homes))}
    count_pairs(tally, held, names, texts)
    for span in [*names, *apart]:
        tally.numbers += 1
        tally.found += span in held
        if span not in held:
            tally.misses.append(f"not found: {worded(span, texts)}")
    count_intruders(tally, questions, held, groups, texts)
    for q in gold.get("question", []):
        for relation in q.get("relations", []):
            told = told_of(relation, zip(q["numbers"], questions[q["name"]], strict=True), held, groups)
            count_relation(tally, relation, q["name"], told)
    return tally


def compared(base: Database, topic: str) -> Comparison | None:
    """Return a comparison, None where no claim tells of the topic's words."""
    try:
        return base.compare(topic)
    except UnknownNameError:
        return None


def events_of(
    folder: Path, contexts: Callable[[set[str]], dict[str, Context]]
) -> Callable[[set[str]], dict[str, Context]]:
    """Return what tells the articles' contexts, with the stories that a reader sees."""
    events = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8")).get("event", [])
    story = {article: f"event {n}" for n, event in enumerate(events) for article in event["articles"]}

    def told(articles: set[str]) -> dict[str, Context]:
        found = contexts(articles)
        return {a: c.model_copy(update={"story": story.get(a, c.story)}) for a, c in found.items()}

    return told


def at_home(found: list[Comparison]) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Yield where each claim stands in its article, with its group and position."""
    for comparison in found:
        for group in comparison.groups:
            for claim in group.claims:
                yield (claim.article.id, claim.start, claim.end), (group.id, claim.position)


def placed(number: str, texts: dict[str, str]) -> Span:
    """Return where a gold number stands; of texts that are not here, "article@offset it" tells so."""
    if "@" in number:
        article, start = number.split(" ", 1)[0].split("@")
        return article, int(start), int(start) + 1
    article, words = number.split(": ", 1)
    before, rest = words.split("[", 1)
    inside, after = rest.split("]", 1)
    whole = before + inside + after
    text = texts[article]
    start = text.find(whole)
    if start < 0 or text.find(whole, start + 1) >= 0:
        raise SystemExit(f"{number!r} stands {'nowhere' if start < 0 else 'twice'} in the article")
    return article, start + len(before), start + len(before) + len(inside)


def home_of(span: Span, homes: dict[Span, tuple[str, str]]) -> tuple[str, str] | None:
    """Return the home of the claim whose number stands there, else of one whose words hold it ("37 of 43 drones")."""
    article, start, end = span
    holding = [(e - s, h) for (a, s, e), h in homes.items() if a == article and s < end and start < e]
    return min(holding, key=lambda held: held[0])[1] if holding else None


def worded(span: Span, texts: dict[str, str]) -> str:
    article, start, end = span
    text = texts[article]
    return f"{article}: {text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 20]}".replace("\n", " ")


def count_pairs(tally: Tally, held: dict[Span, tuple[str, str]], names: dict[Span, str], texts: dict[str, str]) -> None:
    for a, b in combinations(held, 2):
        one = held[a][0] == held[b][0]
        same = names.get(a) is not None and names.get(a) == names.get(b)
        tally.grouped += one
        tally.wanted += same
        tally.both += one and same
        if one != same:
            tally.misses.append(f"{'apart' if same else 'joined'}: {worded(a, texts)} | {worded(b, texts)}")


def count_intruders(
    tally: Tally, questions: dict[str, list[Span]], held: dict[Span, tuple[str, str]], groups: dict[str, Group],
    texts: dict[str, str],
) -> None:  # fmt: skip
    for name, spans in questions.items():
        counts = Counter(held[span][0] for span in spans if span in held)
        if not counts:
            continue
        main = groups[counts.most_common(1)[0][0]]
        for claim in main.claims:
            at = (claim.article.id, claim.start, claim.end)
            mine = any(a == at[0] and s < at[2] and at[1] < e for a, s, e in spans)
            tally.main += 1
            tally.intruders += not mine
            if not mine:
                tally.misses.append(f"intruder in {name!r}: {worded(at, texts)}")


def told_of(
    relation: dict[str, Any], numbers: Iterable[tuple[str, Span]], held: dict[Span, tuple[str, str]],
    groups: dict[str, Group],
) -> str:  # fmt: skip
    """Return what the output says of two numbers: the gravest of what it says of their positions."""
    by_words: defaultdict[str, list[Span]] = defaultdict(list)
    for number, span in numbers:
        words = number.split("[", 1)[1].split("]", 1)[0] if "[" in number else number.split(" ", 1)[1]
        by_words[words].append(span)
    found = {"none"}
    for a in by_words[relation["a"]]:
        for b in by_words[relation["b"]]:
            if a in held and b in held and held[a][0] == held[b][0]:
                found.add(relation_of(groups[held[a][0]], held[a][1], held[b][1]))
    return min(found, key=[*GRAVITY, "none"].index)


def count_relation(tally: Tally, relation: dict[str, Any], name: str, told: str) -> None:
    label = told if told in relation["is"] else relation["is"][0]
    tally.relations[label, told] += 1
    if told not in relation["is"]:
        tally.misses.append(f"{name}: {relation['a']} – {relation['b']} is {told}, wanted {relation['is']}")


def relation_of(group: Group, a: str, b: str) -> str:
    if a == b:
        return "agree"
    return next((r.verdict for r in group.relations if {r.a, r.b} == {a, b}), "none")


if __name__ == "__main__":
    sys.exit(main())
