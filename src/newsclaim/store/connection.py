"""Opening, checking and migrating the database file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsclaim.errors import InternalError, StoreError

#: Marks the file as newsclaim's ("nwsc"), so that another program's database is never migrated by mistake.
APPLICATION_ID = 0x6E777363
_MIGRATIONS = Path(__file__).with_name("migrations")
#: How long a reader or writer waits for another one, in seconds.
PATIENCE = 10.0


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection to a database of the newest version.

    Raises:
        StoreError: the file does not exist (and `create` is not set), is no database of newsclaim, is damaged, locked,
            or was written by a newer newsclaim.
    """
    if not path.exists() and not create:
        raise StoreError(f"there is no database {str(path)!r}. Make one with: newsclaim ingest --db {path}")
    if path.is_dir():
        raise StoreError(f"{str(path)!r} is a folder, not a database file. Name a file with --db.")
    if create and not path.parent.is_dir():
        raise StoreError(f"there is no folder {str(path.parent)!r} to make the database in.")
    with translated(path):
        connection = _open(path, create=create)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a StoreError that says what was found and what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreError(
                f"the database {str(path)!r} is locked by another program. Wait until it has finished and try again."
            ) from error
        raise StoreError(f"the database {str(path)!r} cannot be used: {error}.") from error
    except sqlite3.IntegrityError as error:
        raise InternalError.of(f"write to the database {str(path)!r}, whose rules it broke", error) from error
    except sqlite3.ProgrammingError as error:
        if "closed database" in str(error):
            raise StoreError(f"the database {str(path)!r} is closed already; open it again.") from error
        raise InternalError.of(f"ask the database {str(path)!r}", error) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{str(path)!r} is no database or is damaged ({error}). Move it away and run newsclaim ingest again; "
            f"nothing in it is lost that the articles do not hold."
        ) from error


@contextmanager
def savepoint(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block inside a transaction so that only the block is undone when it fails."""
    connection.execute("SAVEPOINT one")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO one")
        raise
    finally:
        connection.execute("RELEASE one")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block in one write transaction: all of it is kept or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrations() -> list[Path]:
    """Return the SQL file of every migration in order; number n brings a database from version n - 1 to n."""
    return sorted(_MIGRATIONS.glob("*.sql"))


def _open(path: Path, *, create: bool) -> sqlite3.Connection:
    if create or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    # Where nothing can be written, not even the log beside the file, nobody else writes either.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
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
    connection.execute("PRAGMA journal_mode = WAL")
    _migrate(connection, steps)


def _migrate(connection: sqlite3.Connection, steps: list[Path]) -> None:
    with transaction(connection):
        # Read again inside the transaction: another process may have migrated in the meantime.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        for number, script in enumerate(steps[version:], start=version + 1):
            for statement in _statements(script.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


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
