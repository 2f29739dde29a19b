"""How a file looked when it was read: what tells later whether it is still the same."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileState:
    """A file's absolute path, size in bytes, time of change in nanoseconds, and a digest of its content.

    `modified` is 0 where the time tells nothing: the file was written so shortly before that it may have been written
    again in the same tick of the clock.
    """

    location: str
    size: int
    modified: int
    digest: str
