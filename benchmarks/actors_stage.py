"""What the actors of a corpus cost, from scratch and after one article has changed.

    python -P benchmarks/actors_stage.py DATABASE      # made with: python -P benchmarks/records.py DATABASE

Makes the stage in a process of its own, tells CPU seconds and the highest memory of each.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from newsclaim.config import Settings
from newsclaim.derive.actors import ACTORS
from newsclaim.store import Store


def main() -> None:
    with Store(Path(sys.argv[1])) as store:
        count = len(store.known())
        started = time.process_time()
        ACTORS.make(store, Settings())
        seconds = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count} articles: {seconds:.1f} s CPU, {memory:.2f} GB")


if __name__ == "__main__":
    main()
