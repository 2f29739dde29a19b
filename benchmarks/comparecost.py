"""What `compare` costs: CPU seconds for topics of 12,500 to 100,000 made-up claims, and how it grows when they double.

    python -P benchmarks/comparecost.py [--claims 100000]

Made are stories of five articles with five claims each: tolls by five sources, half of them of a kind of people, a
fifth with a place of their own. Reading claims from the database is measured by `benchmarks/queries.py`.
"""

from __future__ import annotations

import argparse
import time
from random import Random

from newsclaim.compare import compare
from newsclaim.models.fact import Fact, Party
from newsclaim.models.story import Context, StoryEvent
from newsclaim.models.topic import Topic

TOPIC = Topic(classes=("people-killed",))
NUMBERS = (1, 2, 3, 5, 7, 9, 12, 14, 18, 22, 40, 100, 150)
KINDS = ("person", "person", "child", "soldier", "officer", "worker", None, None)
SOURCES = ("police", "army", "minister", "hospital", "wire")
STORY, TOWNS = 5, 400


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=100_000)
    given = options.parse_args()
    before = 0.0
    for size in (given.claims // 8, given.claims // 4, given.claims // 2, given.claims):
        facts, contexts = made(size)
        started = time.process_time()
        found = compare(facts, TOPIC, contexts)
        seconds = time.process_time() - started
        growth = f", × {seconds / before:.2f}" if before else ""
        print(f"{size:7} claims, {len(found.answers):6} questions: {seconds:5.1f} s CPU{growth}")
        before = seconds


def made(size: int) -> tuple[list[Fact], dict[str, Context]]:
    """Return so many claims and the contexts of their articles; the same number gives the same."""
    draw = Random(1)  # noqa: S311 - made-up figures
    facts: list[Fact] = []
    contexts: dict[str, Context] = {}
    for number in range(size // STORY):
        story, article = number // STORY, f"a{number}"
        town = f"Town {story % TOWNS}"
        contexts[article] = Context(article=article, story=f"s{story}", event=StoryEvent(what="fire", place=town))
        day = f"2024-{1 + story % 12:02}-{1 + number // 7 % 28:02}"
        facts.extend(claim(draw, article, day, place) for place in range(STORY))
    return facts, contexts


def claim(draw: Random, article: str, day: str, position: int) -> Fact:
    """Return a made-up claim of people killed."""
    value, source = float(draw.choice(NUMBERS)), draw.choice(SOURCES)
    place = f"Town {draw.randrange(TOWNS)}" if draw.random() < 0.2 else None
    return Fact(
        id=f"n-{article}-{position}", article=article, outlet=None, published=day, position=position, value=value,
        low=value, high=value, form="point", qualifier="exact", unit=None, class_="people-killed",
        counted=draw.choice(KINDS), about=None, whose=None, event="kill", role="total", status="asserted", trend=None,
        place=place, country=None, time=None, sources=(Party(None, source),),
    )  # fmt: skip


if __name__ == "__main__":
    main()
