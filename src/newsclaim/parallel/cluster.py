"""The same work on a Dask cluster: one that is there, or one of this machine alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from threading import Lock
from typing import Any, TypeVar

from newsclaim.errors import WorkerError
from newsclaim.parallel.pool import Lost

A = TypeVar("A")
B = TypeVar("B")
#: The address that means a cluster of this machine, for as long as the work takes.
LOCAL = "local"
#: So many batches per thread of the cluster are begun before the oldest is finished.
_AHEAD = 2
#: So long is waited for a scheduler and its first worker, in seconds.
_PATIENCE = 60
_BUSY = Lock()


def run_on_cluster(
    function: Callable[[Sequence[A]], B], batches: Iterable[Sequence[A]], address: str, workers: int
) -> Generator[B | Lost[A], None, None]:
    """Yield `function(batch)` for every batch, in order; for a batch that cost workers, what became of each item.

    A batch whose worker dies is done again by another one, so that nothing is missing and nothing double.

    Args:
        function: as for `run`.
        batches: as for `run`.
        address: of the scheduler, or `LOCAL`.
        workers: number of processes of a local cluster.

    Raises:
        WorkerError: there is no such cluster, no worker, or Dask is not installed.
    """
    with _client(address, workers) as client:
        waiting: deque[tuple[Sequence[A], Any]] = deque()
        room = _room(client)
        for batch in batches:
            waiting.append((batch, _submit(client, function, batch)))
            if len(waiting) >= room:
                room = _room(client)
                yield from _finish(client, function, *waiting.popleft())
        while waiting:
            yield from _finish(client, function, *waiting.popleft())


def _submit(client: Any, function: Callable[[Sequence[A]], B], batch: Sequence[A]) -> Any:
    return client.submit(_one_at_a_time, function, batch, pure=False)


def _one_at_a_time(function: Callable[[Sequence[A]], B], batch: Sequence[A]) -> B:
    # A language model is for one thread; a worker with several would ask it at once.
    with _BUSY:
        return function(batch)


def _finish(
    client: Any, function: Callable[[Sequence[A]], B], batch: Sequence[A], future: Any
) -> Iterator[B | Lost[A]]:
    from distributed import KilledWorker

    try:
        yield future.result()
    except KilledWorker as error:
        if len(batch) == 1:
            yield Lost(batch[0], f"it cost several workers of the cluster ({error})"[:300])
            return
        for item in batch:  # one after the other: what is there when a worker dies counts as suspect
            yield from _finish(client, function, (item,), _submit(client, function, (item,)))


def _room(client: Any) -> int:
    return int(_AHEAD * max(1, sum(client.ncores().values())))


@contextmanager
def _client(address: str, workers: int) -> Iterator[Any]:
    try:
        dask: Any = import_module("distributed")
    except ImportError as error:
        raise WorkerError("a cluster needs Dask: pip install 'newsclaim[cluster]'") from error
    if address == LOCAL:
        with (
            dask.LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
            dask.Client(cluster) as client,
        ):
            yield client
        return
    try:
        client = dask.Client(address, timeout=_PATIENCE)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise WorkerError(f"there is no cluster with a worker at {address!r}: {error}") from error
    with client:
        yield client
