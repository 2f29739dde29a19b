"""Rows → what only the whole corpus tells: its actors, later its stories and origins. One stage a file."""

from newsclaim.derive.marks import mark_findings, outdated
from newsclaim.derive.stage import derive, unfinished

__all__ = ["derive", "mark_findings", "outdated", "unfinished"]
