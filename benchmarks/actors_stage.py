"""What the actors of a corpus cost, from scratch and after one article has changed.

    python -P benchmarks/actors_stage.py DATABASE      # made with: python -P benchmarks/records.py DATABASE

Forgets the actors of the corpus, makes them, then gives single articles the actors of others; tells CPU seconds of each
and the highest memory. The database is changed: give it a copy. Also tells of how many actors of articles those are
that had to be looked at again.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from newsclaim.config import Settings
from newsclaim.derive.actors import ACTORS
from newsclaim.models.local import KeptKin
from newsclaim.store import Processed, Store

#: So many articles are changed, one after the other.
CHANGED = 9


def main() -> None:
    with Store(Path(sys.argv[1])) as store:
        store.save_actors((), {})
        articles = sorted(store.known())
        seconds, _ = timed(store)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{len(articles)} articles from scratch: {seconds:.1f} s CPU, {memory:.2f} GB")
        runs = [changed(store, articles, k) for k in range(CHANGED)]
        each = " ".join(f"{seconds:.2f}" for seconds, _ in runs)
        print(f"one changed article: {median(seconds for seconds, _ in runs):.2f} s CPU (median of {each}),")
        print(f"with {median(looked for _, looked in runs)} actors of articles looked at")


def changed(store: Store, articles: list[str], k: int) -> tuple[float, int]:
    """Give an article the actors of another one."""
    one, other = (store.extraction(articles[k * 7919 % len(articles) - shift]) for shift in (0, 1))
    if one is None or other is None:
        sys.exit("an article has gone")
    store.save([Processed(one.model_copy(update={"actors": other.actors}), f"changed {k}", one.article.path or "")])
    return timed(store)


def timed(store: Store) -> tuple[float, int]:
    looked: list[int] = []
    asked = store.kin

    def counted(held: Iterable[int], offered: Iterable[int]) -> list[KeptKin]:
        found = asked(held, offered)
        looked.extend(len(one.members) for one in found)
        return found

    store.kin = counted  # type: ignore[method-assign]
    started = time.process_time()
    ACTORS.make(store, Settings())
    seconds = time.process_time() - started
    store.kin = asked  # type: ignore[method-assign]
    return seconds, sum(looked)


if __name__ == "__main__":
    main()
