"""Every comparison of some databases, to see which ones a change of the code has altered.

    python -P benchmarks/comparisons.py DATABASE… --save FILE      # before
    python -P benchmarks/comparisons.py DATABASE… --against FILE   # after

Compared are all topics, further parted in each way, narrowed by the first place and outlet, and their timelines; what
is kept of each is a digest of its JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsclaim.api import Database, open_db
from newsclaim.config import topics
from newsclaim.errors import UnknownNameError
from newsclaim.models.topic import Condition
from newsclaim.models.wanted import Wanted
from newsclaim.store import Filter
from newsclaim.text import sha256

WAYS = ("place", "source", "date", "event", "outlet")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("databases", type=Path, nargs="+")
    options.add_argument("--save", type=Path)
    options.add_argument("--against", type=Path)
    given = options.parse_args()
    found = {f"{path}: {name}": digest for path in given.databases for name, digest in compared(path)}
    if given.save:
        given.save.write_text(json.dumps(found, indent=0), encoding="utf-8")
    before = json.loads(given.against.read_text(encoding="utf-8")) if given.against else found
    changed = [name for name in {**before, **found} if before.get(name) != found.get(name)]
    print(*changed, f"{len(found)} comparisons, {len(changed)} of them changed", sep="\n")
    sys.exit(bool(changed))


def compared(path: Path) -> Iterator[tuple[str, str]]:
    """Yield name and digest of each comparison of a database."""
    with open_db(path) as base:
        places, outlets = base.places()[:1], sorted({row.outlet for row in base.articles() if row.outlet})[:1]
        for topic in topics(base.settings):
            for way, ask in asked(base, topic, places, outlets):
                yield f"{topic} {way}", sha256(told(ask))


def asked(base: Database, topic: str, places: list[str], outlets: list[str]) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield what is asked of a topic, by name."""
    yield "all", lambda: base.compare(topic)
    yield "timeline", lambda: base.timeline(topic)
    yield "overview", lambda: base.compare(topic, wanted=Wanted(limit=25, whole=False))
    for way in WAYS:
        yield way, lambda way=way: base.compare(topic, wanted=Wanted(by=way, copies=False))
    yield "there", lambda: base.compare(topic, wanted=Wanted(within=Condition(places=tuple(places))))
    yield "printed", lambda: base.compare(topic, Filter(outlets=tuple(outlets)))


def told(ask: Callable[[], Any]) -> str:
    try:
        return str(ask().model_dump_json(by_alias=True))
    except UnknownNameError:
        return "nothing"


if __name__ == "__main__":
    main()
