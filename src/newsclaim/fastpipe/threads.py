"""One thread for matrix products: workers are processes, and threads of small products only wait for one another."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """Return a context in which matrix products of this process take one thread."""
    limited: AbstractContextManager[Any] = _controller().limit(limits=1)
    return limited


@cache
def _controller() -> ThreadpoolController:
    # Looked for once: it goes through every library that the process has loaded.
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
