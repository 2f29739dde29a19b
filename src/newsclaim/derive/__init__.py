"""Rows → what only the whole corpus tells: its actors, later its stories and origins. One stage a file."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclaim.derive.marks import mark_findings
    from newsclaim.derive.stage import derive
    from newsclaim.derive.state import outdated, unfinished

__all__ = ["derive", "mark_findings", "outdated", "unfinished"]

#: A query asks which stages are made; what makes them is loaded when it is wanted.
_HOMES = {"derive": "stage", "mark_findings": "marks", "outdated": "state", "unfinished": "state"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
