"""Rows → what only the whole corpus tells: its actors, later its stories and origins. One stage a file."""

from typing import TYPE_CHECKING

from newsclaim.lazy import loader

if TYPE_CHECKING:
    from newsclaim.derive.marks import mark_findings
    from newsclaim.derive.stage import derive
    from newsclaim.derive.state import outdated, unfinished

__all__ = ["derive", "mark_findings", "outdated", "unfinished"]

#: A query asks which stages are made; what makes them is loaded when it is wanted.
_HOMES = {"derive": "stage", "mark_findings": "marks", "outdated": "state", "unfinished": "state"}


__getattr__ = loader(__name__, _HOMES)
