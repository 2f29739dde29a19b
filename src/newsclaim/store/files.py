"""Files whose articles are all stored, and how they looked when they were read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from newsclaim.models.file import FileState


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that was read: how it looked, how many articles it holds, and what else decided what was read."""

    state: FileState
    articles: int
    reading: str


def load_files(connection: sqlite3.Connection) -> dict[str, StoredFile]:
    """Return all files that were read, by absolute path."""
    rows = connection.execute("SELECT location, size, modified, digest, articles, reading FROM file")
    return {row[0]: StoredFile(FileState(*row[:4]), *row[4:]) for row in rows}


def save_files(connection: sqlite3.Connection, files: Iterable[StoredFile]) -> None:
    """Write files in place of what was known of them before."""
    connection.executemany(
        "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?)",
        (
            (one.state.location, one.state.size, one.state.modified, one.state.digest, one.articles, one.reading)
            for one in files
        ),
    )
