"""Run a function over batches, here or in processes; knows nothing of news.

The function must be a top-level one from picklable values to picklable values. Results come in the order of the
batches, so that the number of workers changes nothing but the time. A worker that dies, hangs or takes too much memory
costs one item: the items of its batch are tried once more, each alone, and the one that fails again is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from newsclaim.parallel.pool import Limits, Lost, Pool

A = TypeVar("A")
B = TypeVar("B")

__all__ = ["Limits", "Lost", "batched", "run"]


def run(
    function: Callable[[Sequence[A]], B],
    batches: Iterable[Sequence[A]],
    workers: int,
    prepare: Callable[[], object] = object,
    limits: Limits | None = None,
) -> Iterator[B | Lost[A]]:
    """Yield `function(batch)` for every batch, in order; for a batch that was lost, what became of each of its items.

    Args:
        function: what is done with a batch. An exception that it raises ends the run.
        batches: read as they are needed; a few per worker are held in memory.
        workers: number of processes; one batch after the other in this process with 1.
        prepare: called once in each process before its first batch.
        limits: of time and memory, for processes only; None takes the default ones.

    Raises:
        WorkerError: the processes do not start.
    """
    if workers <= 1:
        yield from map(function, batches)
        return
    with Pool(function, prepare, workers, limits or Limits()) as pool:
        yield from pool.outcomes(batches)


def batched(items: Iterable[A], most: int, size: Callable[[A], int], room: int) -> Iterator[tuple[A, ...]]:
    """Yield the items in tuples of at most `most`, and of a size of at most `room` unless it is only one."""
    batch: list[A] = []
    taken = 0
    for item in items:
        if batch and (len(batch) == most or taken + size(item) > room):
            yield tuple(batch)
            batch, taken = [], 0
        batch.append(item)
        taken += size(item)
    if batch:
        yield tuple(batch)
