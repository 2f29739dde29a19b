"""How long it takes to find who is who among many names: CPU seconds of `resolve` on made-up persons and bodies.

    python -P benchmarks/joining.py [NAMES, default 100000]

The names are drawn with a fixed seed from made-up syllables, in the proportions of a news corpus: a third of them are
spelling variants, initials or short forms of others.
"""

from __future__ import annotations

import random
import sys
import time

from newsclaim.config import Corrections
from newsclaim.models import Actor, Alias
from newsclaim.resolve import LocalActors, resolve

_ONSETS = [*"bdfghklmnprstvwz", "br", "dr", "gr", "kl", "st", "tr"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_CODAS = ["", "n", "r", "l", "s", "t", "m", "nd", "rt"]
_FIRST = ["Anna", "Boris", "Carl", "Dora", "Erik", "Fatima", "Georg", "Helen", "Ivan", "John", "Maria", "Omar"]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    articles = _articles(count)
    started = time.process_time()
    resolution = resolve(articles, Corrections())
    seconds = time.process_time() - started
    print(f"{count} distinct names, {len(resolution.actors)} actors, {seconds:.1f} s CPU")


def _articles(count: int) -> list[LocalActors]:
    names = _names(count)
    articles = []
    for number, start in enumerate(range(0, count, 20)):
        actors = tuple(
            Actor(id=f"a{start + k}", name=name, kind="person" if k % 5 else "organisation", aliases=(_alias(name),))
            for k, name in enumerate(names[start : start + 20])
        )
        articles.append(LocalActors(f"article-{number}", None, actors))
    return articles


def _alias(name: str) -> Alias:
    return Alias(text=name, rule="full-name", count=1)


def _names(count: int) -> list[str]:
    draw = random.Random(7)  # noqa: S311 - names for a measurement, no secret
    names: dict[str, None] = {}
    while len(names) < count:
        family = "".join(_syllable(draw) for _ in range(draw.choice((2, 2, 3)))).capitalize()
        first = draw.choice(_FIRST) if draw.random() < 0.5 else "".join(_syllable(draw) for _ in range(2)).capitalize()
        names[f"{first} {family}"] = None
        if draw.random() < 0.3:
            names[draw.choice((f"{first[0]}. {family}", f"{first} {family}sky", family, f"{first} A. {family}"))] = None
    return list(names)[:count]


def _syllable(draw: random.Random) -> str:
    return draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS)


if __name__ == "__main__":
    main()
