"""Opening, checking and migrating the database file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsclaim.errors import InternalError, QueryError, StoreError
from newsclaim.store.migrate import prepare
from newsclaim.text import fold

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
        connection.create_function("fold", 1, lambda text: text and fold(text), deterministic=True)
        try:
            prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a StoreError that says what was found and what to do."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise QueryError(f"{error.object!r} cannot be looked for: it holds bytes that are no UTF-8.") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreError(
                f"the database {str(path)!r} is locked by another program. Wait until it has finished and try again."
            ) from error
        if "is full" in str(error):
            raise StoreError(
                f"there is no room left for the database {str(path)!r}. What was stored before stays; make room and "
                f"run newsclaim ingest again."
            ) from error
        if "readonly" in str(error):
            raise StoreError(f"the database {str(path)!r} or its folder cannot be written to.") from error
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


def _open(path: Path, *, create: bool) -> sqlite3.Connection:
    if create or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    # Where nothing can be written, not even the log beside the file, nobody else writes either.
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
