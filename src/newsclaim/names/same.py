"""Would two names be joined? The dispatcher: corrections first, then countries, persons, organisations."""

from __future__ import annotations

from typing import Literal

from newsclaim.config import Corrections
from newsclaim.models import Model
from newsclaim.text import fold


class Verdict(Model):
    """Whether two names are one actor, the name of the rule that says so, and the reason in words."""

    verdict: Literal["same", "different", "unclear"]
    rule: str
    reason: str


def same(a: str, b: str, corrections: Corrections | None = None) -> Verdict:
    """Tell whether two names, without any article around them, would be joined."""
    if fold(a) == fold(b):
        return Verdict(verdict="same", rule="equal", reason="the same words")
    return Verdict(verdict="different", rule="no-rule", reason="nothing joins them")
