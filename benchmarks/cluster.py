"""How the throughput of a cluster grows with its workers, up to where scheduler and sender have no more to give.

    python -P benchmarks/cluster.py 1 2 4 8 16 32 64

Starts Dask clusters of this machine with so many workers, and sends them batches through the same door as
`newsclaim ingest --cluster`. The extractor only sleeps for as long as an article takes, and answers with as many bytes
as findings have, so that many workers can be had on few cores: what is measured is the scheduler and the sending, not
the extraction. Printed are articles a second, against what so many workers could do, and the CPU seconds that sending
and receiving 1,000 articles cost this process.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence

from newsclaim.parallel.cluster import LOCAL, run_on_cluster

#: Seconds of extraction, characters of text and bytes of findings of an article of 532 words.
_SECONDS, _TEXT, _FOUND = 0.04, 3_300, 4_000
#: Articles of a batch, and batches for each worker.
_BATCH, _BATCHES = 16, 12


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("workers", type=int, nargs="*", default=[1, 2, 4, 8, 16, 32, 64])
    for workers in options.parse_args().workers:
        measure(workers)


def asleep(batch: Sequence[str]) -> bytes:
    """Take as long as extraction would, and answer as much."""
    time.sleep(_SECONDS * len(batch))
    return bytes(_FOUND * len(batch))


def measure(workers: int) -> None:
    batches = [[chr(97 + n % 26) * _TEXT] * _BATCH for n in range(workers * (_BATCHES + 1))]
    run = run_on_cluster(asleep, batches, LOCAL, workers)
    for _ in range(workers):  # the first batch of each worker waits for it to start
        next(run)
    started, used = time.perf_counter(), time.process_time()
    articles = sum(_BATCH for _ in run)
    seconds, cpu = time.perf_counter() - started, time.process_time() - used
    possible = workers / _SECONDS
    print(
        f"{workers:3} workers: {articles / seconds:7.0f} articles/s, {100 * articles / seconds / possible:3.0f}% of "
        f"{possible:.0f}; {1000 * cpu / articles:.2f} s CPU here for 1,000 articles",
        flush=True,
    )


if __name__ == "__main__":
    main()
