"""What is worth a look: two persons credited with one office at the same time, one person with two."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.resolve.record import Cluster


def office_notes(clusters: Sequence[Cluster]) -> list[str]:
    """Return notes on offices that do not fit together."""
    return []
