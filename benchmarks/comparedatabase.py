"""What `compare` costs on a large database as a command, CPU seconds beyond start-up.

    python -P benchmarks/comparedatabase.py DATABASE [--claims 1000000]     # makes it where it is not there yet

Made are stories of five articles of fifty claims each. A tenth counts people killed (the topic of 100,000 claims), a
thousandth people missing; a place, an outlet and a few days hold about a thousand of the killed each. Each command runs
once, then five times; the first time and the median of the others count, less that of `newsclaim topics --format csv`
without a database: what is compared of many claims is kept until something is written.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
from contextlib import closing
from pathlib import Path
from random import Random

from newsclaim.models import Article, Block, Counted, Event, Extraction, Mention, NumericClaim, PipelineInfo, Source
from newsclaim.models.claim import Place
from newsclaim.models.story import Context, StoryEvent
from newsclaim.parallel import batched
from newsclaim.store import Processed, Store
from newsclaim.text import number_of, sha256, stable_id, stable_number

sys.path.insert(0, str(Path(__file__).parent))
from cpu import seconds

INFO = PipelineInfo(version="benchmark", model="none")
RUNS, STORY, EACH = 5, 5, 50
NUMBERS = (1, 2, 3, 5, 7, 9, 12, 14, 18, 22, 40, 100, 150)
HEADS = ("person", "person", "child", "soldier", "officer", "worker", None, None)
SOURCES = ("police", "army", "minister", "hospital", "wire")
OTHERS = ("money", "share", "votes", "vehicles", "other", "measure", "troops", "age", "people-injured")
TEXT = "So many were told of. " * 120
COMMANDS = (
    ("deaths",), ("missing",), ("deaths", "--outlet", "Outlet 7"), ("deaths", "--place", "Town 7"),
    ("deaths", "--since", "2024-03-11", "--until", "2024-03-13"), ("deaths in Town 7",), ("12 dead in Town 7",),
)  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("database", type=Path)
    options.add_argument("--claims", type=int, default=1_000_000)
    given = options.parse_args()
    if not given.database.exists():
        fill(given.database, given.claims // EACH)
    with Store(given.database), closing(sqlite3.connect(given.database)) as connection, connection:
        connection.execute("DELETE FROM comparison_answer")
        connection.execute("DELETE FROM comparison")
    _, start = cost(["topics", "--format", "csv", "--db", str(given.database.with_name("none.db"))])
    print(f"{given.database.stat().st_size / 1e6:.0f} MB; start-up {start:.2f} s")
    for command in COMMANDS:
        first, then = cost(["compare", *command, "--limit", "25", "--db", str(given.database)])
        print(f"{first - start:6.2f} s CPU, then {then - start:5.2f}  compare {' '.join(command)}", flush=True)


def fill(database: Path, articles: int) -> None:
    """Make a database of so many articles with their claims and contexts, and who the sources are."""
    draw = Random(1)  # noqa: S311 - made-up figures
    with Store(database, create=True) as store:
        for numbers in batched(range(articles), 500, lambda _: 0, 1):
            store.save(article(draw, number) for number in numbers)
            store.save_contexts(context(number) for number in numbers)
    with closing(sqlite3.connect(database)) as connection, connection:
        rows = ((n, name) for n, name in enumerate(SOURCES))
        connection.executemany("INSERT INTO actor VALUES (?, ?, 'group', 0, 0, 0, 0, '')", rows)
        members = ((stable_number(id_of(a)), number_of(local(k)), k) for a in range(articles) for k in range(5))
        connection.executemany("INSERT INTO member VALUES (?, ?, ?)", members)


def id_of(number: int) -> str:
    return f"outlet-{number % 100}/story-{number:07}"


def local(number: int) -> str:
    """Return the id of an article's own actor."""
    return stable_id("a", number)


def context(number: int) -> Context:
    """Return the context of an article: five that follow one another tell one story."""
    story = number // STORY
    event = StoryEvent(what="fire", place=f"Town {story % 400}", country=None, from_=day_of(number), to=day_of(number))
    names = tuple(f"{word} {story}" for word in ("harbour", "mill", "mayor", "street", "company"))
    return Context(article=id_of(number), story=stable_id("s", story), event=event, names=names)


def day_of(number: int) -> str:
    return f"2024-{1 + number // STORY % 12:02}-{1 + number // 7 % 28:02}"


def article(draw: Random, number: int) -> Processed:
    """Return a made-up article with its claims."""
    name = id_of(number)
    written = Article(
        id=name, title=f"Fire {number}", text=TEXT, sha256=sha256(TEXT), path=f"{name}.txt", published=day_of(number),
        outlet=f"Outlet {number % 100}", blocks=(Block(start=0, end=len(TEXT), kind="body"),),
    )  # fmt: skip
    claims = tuple(claim(draw, name, place, number) for place in range(EACH))
    return Processed(Extraction(pipeline=INFO, article=written, claims=claims), name, name)


def claim(draw: Random, article: str, place: int, number: int) -> NumericClaim:
    """Return a made-up claim; every tenth counts people killed."""
    at = {"start": place * 44, "end": place * 44 + 7, "text": TEXT[:7]}
    class_ = "people-killed" if place % 10 == 0 else OTHERS[draw.randrange(len(OTHERS))]
    if place == 1 and number % 20 == 0:
        class_ = "people-missing"
    head, source = draw.choice(HEADS), draw.randrange(len(SOURCES))
    told = Place(**at, name=f"Town {draw.randrange(400)}", country=None) if draw.random() < 0.2 else None
    said = Source(**at, actor=local(source), name=SOURCES[source], how="nominal", cue=None)
    return NumericClaim(
        id=stable_id("n", article, place), **at, number=at, value=float(draw.choice(NUMBERS)), form="point",
        class_=class_, counted=Counted(**(at if head else {}), head=head or "person"), rule="made-up", place=told,
        event=Event(**at, lemma="kill"), sources=(said,), role="total",
        whose=Mention(**at, name="Corvo", how="name") if class_ == "money" else None,
    )  # fmt: skip


def cost(command: list[str]) -> tuple[float, float]:
    """Return the CPU seconds of the first run of a command, and the median of some more."""
    first, *more = (seconds(command) for _ in range(RUNS + 1))
    return first, statistics.median(more)


if __name__ == "__main__":
    main()
