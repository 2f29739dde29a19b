"""Between the stages of a large corpus memory is given back: else each would keep what the ones before it needed."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

#: With fewer articles there is little to give back.
MANY = 5_000


def give_back() -> None:
    """Empty what is kept of words and names, and return free memory to the system.

    Every cache that grows with the words of a corpus has a limit; those without one hold a few lists of the program.
    """
    for kept in _limited_caches():
        kept.cache_clear()
    gc.collect()
    with suppress(OSError, AttributeError):  # other systems do it by themselves
        ctypes.CDLL(None).malloc_trim(0)


def _limited_caches() -> Iterator[Any]:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "newsclaim":
            for value in vars(module).values():
                told = getattr(value, "cache_parameters", None)
                if told and told()["maxsize"]:
                    yield value
