"""Migrations: a database of every earlier version becomes one of the newest, or stays as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from newsclaim.errors import StoreError
from newsclaim.store.transactions import transaction

#: Marks the file as newsclaim's ("nwsc"), so that another program's database is never migrated by mistake.
APPLICATION_ID = 0x6E777363
#: Kilobytes of pages that are held in memory.
_CACHE = 32_768
_MIGRATIONS = Path(__file__).with_name("migrations")


def migrations() -> list[Path]:
    """Return the SQL file of every migration in order; number n brings a database from version n - 1 to n."""
    return sorted(_MIGRATIONS.glob("*.sql"))


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a database to the newest version; what was there before is kept beside it.

    Raises:
        StoreError: it is another program's, or was written by a newer newsclaim.
    """
    connection.execute("PRAGMA foreign_keys = ON")
    # With a write-ahead log a crash of the machine may lose the last transaction, but never damages the database.
    connection.execute("PRAGMA synchronous = NORMAL")
    # Rows are found by random numbers: with two megabytes, as SQLite has by itself, pages are read again and again.
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    steps = migrations()
    if version == len(steps):
        _check_owner(connection, path)
        return
    if version > len(steps):
        raise StoreError(
            f"the database {str(path)!r} has version {version}, this newsclaim knows versions up to {len(steps)}. "
            f"Upgrade newsclaim, or name another file with --db."
        )
    if version == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError(f"{str(path)!r} is a database of another program. Name another file with --db.")
    if version:
        _check_owner(connection, path)
        _back_up(connection, path, version)
    connection.execute("PRAGMA journal_mode = WAL")
    _migrate(connection, steps)
    if version:
        # What the old tables took is given back; where there is no room to do so, nothing is lost.
        with suppress(sqlite3.OperationalError):
            connection.execute("VACUUM")


def _migrate(connection: sqlite3.Connection, steps: list[Path]) -> None:
    from newsclaim.store.conversion import CONVERSIONS

    with transaction(connection):
        # Read again inside the transaction: another process may have migrated in the meantime.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for script in steps[version:]:
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
        for number, convert in CONVERSIONS.items():
            if version < number:
                convert(connection)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a database before its first change: "news.db" of version 3 to "news.db.v3"."""
    with closing(sqlite3.connect(path.with_name(f"{path.name}.v{version}"))) as copy:
        connection.backup(copy)


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StoreError(f"{str(path)!r} is a database of another program. Name another file with --db.")


def _statements(script: str) -> Iterator[str]:
    # executescript would commit the transaction that makes a migration all or nothing.
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        statement = "\n".join(lines)
        if sqlite3.complete_statement(statement):
            yield statement
            lines = []
