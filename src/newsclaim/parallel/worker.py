"""The life of a worker process: prepare, then a batch after the other until nobody asks any more."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

#: Linux: let the kernel send a signal when the parent dies (prctl(2)).
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says: a result, an error that ends the run, or that there was not enough memory."""

    value: Any = None
    error: BaseException | None = None
    no_memory: bool = False


def serve(
    connection: Connection, parent: int, function: Callable[[Any], Any], prepare: Callable[[], object], memory: int
) -> None:
    """Answer batches until the other end is closed; the first answer says that the worker is ready."""
    # Ctrl-C reaches every process of a terminal; the parent decides what becomes of its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with(parent)
    with suppress(EOFError, OSError):
        ready = _answer(lambda _: prepare(), None)
        connection.send(Answer(error=ready.error, no_memory=ready.no_memory))
        _limit(memory)
        while True:
            connection.send(_answer(function, connection.recv()))


def _answer(function: Callable[[Any], Any], batch: Any) -> Answer:
    try:
        return Answer(function(batch))
    except MemoryError:
        return Answer(no_memory=True)
    except Exception as error:  # noqa: BLE001 - handed on to the parent, which raises it
        return Answer(error=error)


def _die_with(parent: int) -> None:
    """Let the kernel end this process with its parent, even when it is busy or stopped."""
    if not sys.platform.startswith("linux"):
        return  # elsewhere the worker ends when it next reads or writes
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the kernel knew
        os._exit(1)


def _limit(memory: int) -> None:
    """Let allocations fail beyond so many bytes more than what the process has now."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        soft = pages * resource.getpagesize() + memory
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (soft if hard < 0 else min(soft, hard), hard))
