"""What an axis says of two claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsclaim.models.comparison import Axis

Stand = Literal["same", "compatible", "differs", "unknown"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How two claims stand on an axis, and in words what each says there."""

    axis: Axis
    stand: Stand
    words: str = ""
