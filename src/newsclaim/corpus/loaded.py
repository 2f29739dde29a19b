"""What reading a file can come to."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.models import Article
from newsclaim.models.file import FileState


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or line that could not be read as an article; `reason` says what was found and what to do about it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a given folder that is no article by its name."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something about an article that was read: a header date nobody can read, an encoding that was guessed …."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of a file that was read, and how it looks; None when it changed meanwhile."""

    path: str
    state: FileState | None


Loaded = Article | Failure | Skipped | Note
