"""What is kept of a comparison."""

from __future__ import annotations

from typing import NamedTuple


class Kept(NamedTuple):
    """By which rules a comparison was made, how many answers it has, the first of them, and what it left out.

    Answers and what was left out are text that `compare` alone reads.
    """

    rules: str
    size: int
    left_out: str
    answers: list[str]

    def has(self, wanted: int | None) -> bool:
        """Tell whether as many answers as are wanted, or all there are, were kept."""
        return len(self.answers) >= (self.size if wanted is None else min(wanted, self.size))
