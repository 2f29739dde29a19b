"""How a claim stands to the others of its topic: about now, expected, part of a total, added, denied, earlier."""

from __future__ import annotations

from typing import Literal

from newsclaim.models.rows import ClaimRow

Standing = Literal["now", "expected", "part", "added", "rate", "denied", "earlier"]

#: In this order groups stand in a comparison.
ORDER: tuple[Standing, ...] = ("now", "part", "added", "rate", "expected", "denied", "earlier")
LABELS: dict[Standing, str] = {
    "part": "part of a total",
    "added": "added",
    "rate": "rate",
    "expected": "expected",
    "denied": "denied",
    "earlier": "earlier events",
}
_EXPECTED = {"projected", "planned", "possible", "hypothetical"}


def standing_of(claim: ClaimRow) -> Standing:
    """Return the standing of a claim; only claims of the same standing are compared with one another.

    Status goes before role: a part that is only expected is compared with what is expected.
    """
    if claim.status == "denied":
        return "denied"
    if claim.status == "background":
        return "earlier"
    if claim.status in _EXPECTED:
        return "expected"
    if claim.role == "increment":
        return "added"
    if claim.role in {"part", "remainder"}:
        return "part"
    return "rate" if claim.role == "rate" else "now"
