"""One ingest at a time, and whoever reads can tell that it is running: a lock on a file beside the database.

The system lets go of the lock when its process ends, however it ends. Where it has no such locks (some network drives)
nobody is kept from anything.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from newsclaim.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

#: A reader that asks holds the lock for a moment; so long is waited for it, in seconds.
_PATIENCE = 1.0


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Keep all others from an ingest into the same database.

    Raises:
        StoreError: another one is running.
    """
    lock = _beside(database)
    try:
        file = _locked(lock, database)
    except OSError as error:
        raise StoreError(f"nothing can be written beside {str(database)!r}: {error.strerror or error}.") from error
    with file:
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def is_written(database: Path) -> bool:
    """Tell whether an ingest is running."""
    if fcntl is None:
        return False
    with suppress(OSError), _beside(database).open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _beside(database: Path) -> Path:
    return database.with_name(f"{database.name}-ingest")


def _locked(path: Path, database: Path) -> BinaryIO:
    until = time.monotonic() + _PATIENCE
    while True:
        file = path.open("ab+")
        if _taken(file, path):
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
            return file
        with file:
            file.seek(0)
            who = file.read(20).decode("ascii", "replace")
        if time.monotonic() > until:
            raise StoreError(
                f"another newsclaim ingest (process {who}) is writing to {str(database)!r}. "
                f"Wait until it has finished and try again."
            )
        time.sleep(0.05)


def _taken(file: BinaryIO, path: Path) -> bool:
    """Take the lock; whoever had it before may have removed the file meanwhile, which is then another one."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    with suppress(OSError):
        return os.fstat(file.fileno()).st_ino == path.stat().st_ino
    return False
