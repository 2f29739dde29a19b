"""The numbers that a claim stands for, and the spread of several claims."""

from __future__ import annotations

from collections.abc import Iterable

from newsclaim.models.rows import ClaimRow


def numbers_of(claim: ClaimRow) -> tuple[float, ...]:
    """Return the stated value, or the bounds that the words give; empty for a claim without any."""
    if claim.value is not None:
        return (claim.value,)
    return tuple(n for n in (claim.low, claim.high) if n is not None)


def spread(claims: Iterable[ClaimRow]) -> tuple[float | None, float | None]:
    """Return the lowest and highest number that the claims state; (None, None) when they state none."""
    numbers = [n for claim in claims for n in numbers_of(claim)]
    return (min(numbers), max(numbers)) if numbers else (None, None)
