"""What an outlet prints again and again: in three of its articles or more, on as many days."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from newsclaim.text import fold, stable_number

Keys = NDArray[np.uint64]
_OFTEN = 3


def outlet_key(outlet: str | None) -> int:
    """Return 32 bits that stand for an outlet, 0 where none is known; `outlet` is the name that stands for it."""
    return stable_number(fold(outlet)) & 0xFFFFFFFF if outlet else 0


def day_of(date: str | None) -> int:
    """Return the number of the day of an ISO date, 0 where there is none."""
    return dt.date.fromisoformat(date[:10]).toordinal() if date else 0


def on_many_days(keys: Keys, days: NDArray[np.int64]) -> Keys:
    """Return the keys that stand beside three days or more, in order; `days` has the day of each key."""
    order = np.lexsort((days, keys))
    keys, days = keys[order], days[order]
    if not len(keys):
        return keys
    fresh = np.concatenate(([True], (keys[1:] != keys[:-1]) | (days[1:] != days[:-1])))
    found, count = np.unique(keys[fresh], return_counts=True)
    often: Keys = found[count >= _OFTEN]
    return often
