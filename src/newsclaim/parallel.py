"""Run a function over batches, here or in processes; knows nothing of news.

The function must be a top-level one from picklable values to picklable values. Results come in the order of the
batches, so that the number of workers changes nothing but the time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def run(function: Callable[[A], B], batches: Iterable[A], workers: int) -> Iterator[B]:
    """Yield `function(batch)` for every batch, in order; at most two batches per worker are held in memory."""
    if workers <= 1:
        yield from map(function, batches)
        return
    # A forked process would inherit an open database connection.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[B]] = deque()
        for batch in batches:
            waiting.append(pool.submit(function, batch))
            if len(waiting) >= 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def batched(items: Iterable[A], size: int) -> Iterator[tuple[A, ...]]:
    """Yield the items in tuples of `size`, the last one shorter (`itertools.batched` came with Python 3.12)."""
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch
