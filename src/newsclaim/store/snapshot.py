"""Questions that take several statements, answered from one state of the file whatever others write meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Snapshotting(Protocol):
    """What can be read from one state."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context in which everything is read from one state."""


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Read everything in the block from one state of the file; inside another transaction it is that one's."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            _end(connection)


def _end(connection: sqlite3.Connection) -> None:
    """End what was read; where what was worked out cannot be kept for later questions, it is worked out again."""
    try:
        connection.execute("COMMIT")
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def of_one_state(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """Have a method of something with a `_store` read all it asks for from one state of it."""

    @wraps(method)
    def answered(self: Any, /, *args: P.args, **kwargs: P.kwargs) -> T:
        store: Snapshotting = self._store
        with store.snapshot():
            return method(self, *args, **kwargs)

    return answered
