"""What a comparison of two names comes to."""

from __future__ import annotations

from typing import Literal

from newsclaim.models import Model


class Verdict(Model):
    """Whether two names are one actor, the name of the rule that says so, and the reason in words."""

    verdict: Literal["same", "different", "unclear"]
    rule: str
    reason: str


def yes(rule: str, reason: str) -> Verdict:
    """Return the verdict that two names are one actor."""
    return Verdict(verdict="same", rule=rule, reason=reason)


def no(rule: str, reason: str) -> Verdict:
    """Return the verdict that two names are two actors."""
    return Verdict(verdict="different", rule=rule, reason=reason)


def open_(rule: str, reason: str) -> Verdict:
    """Return the verdict that the names alone do not tell."""
    return Verdict(verdict="unclear", rule=rule, reason=reason)
