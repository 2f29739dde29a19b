"""A stretch of a paragraph that is of another kind than the rest of it."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.models import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """Offsets into the text and a kind; None where the neighbours decide."""

    start: int
    end: int
    kind: BlockKind | None
