"""How a file looks on the disk: whether it is still the one that was read."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import BinaryIO

from newsclaim.models.file import FileState

#: A file that was written so shortly before (in nanoseconds) may be written again without another time of change: some
#: file systems count in steps of two seconds.
_TICK = 2_000_000_000


def looked_at(stream: BinaryIO) -> os.stat_result:
    """Return how an open file looks before it is read."""
    return os.fstat(stream.fileno())


def state_of(path: Path, before: os.stat_result) -> FileState | None:
    """Return how a file looks that was read, None where it was written or replaced meanwhile.

    `before` is how it looked before it was read.
    """
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()[:32]
        now = path.stat()
    except OSError:
        return None
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
        return None
    return FileState(str(path.resolve()), now.st_size, _told(now), digest)


def still(path: Path, state: FileState) -> FileState | None:
    """Return how a file looks now when it holds what it held before, None when it does not.

    Size and time of change tell; any doubt is settled by content.
    """
    try:
        now = path.stat()
    except OSError:
        return None
    if now.st_size != state.size:
        return None
    if now.st_mtime_ns == state.modified:
        return state
    found = state_of(path, now)
    return found if found and found.digest == state.digest else None


def _told(status: os.stat_result) -> int:
    return status.st_mtime_ns if status.st_mtime_ns < time.time_ns() - _TICK else 0
