"""Work for worker processes, good and bad; they import it by name."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from newsclaim.ingest.work import work


def squares(batch):
    return [number * number for number in batch]


def or_die(batch):
    """The item "die" ends the process, "stop" stops it, "eat" takes all memory, "raise" raises."""
    for item in batch:
        if item == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        if item == "eat":
            bytearray(1 << 40)
        if item == "raise":
            raise ZeroDivisionError
        if item == "big":
            return ["big" * 1_000_000]
    return list(batch)


def once(batch, folder):
    """Die on an item the first time it is seen."""
    for item in batch:
        mark = folder / item
        if item.startswith("once") and not mark.exists():
            mark.touch()
            os._exit(7)
    return list(batch)


def slow(batch):
    """Tell in a folder that somebody works, and do not end."""
    (Path(batch[0]) / str(os.getpid())).touch()
    time.sleep(60)


def never_ready():
    os._exit(3)


def not_prepared():
    raise LookupError("no model")


def prepared():
    return lambda: "cannot be sent"


def work_or_die(batch, model):
    """The work of an ingest; an article that says so kills its process."""
    if any("kills" in one.article.text for one in batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return work(batch, model)
