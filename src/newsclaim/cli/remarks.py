"""What a comparison says on standard error besides its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.cli.notes import note

if TYPE_CHECKING:
    from newsclaim.models.comparison import Comparison


def on(found: Comparison) -> None:
    """Say what was not taken as it was asked, what is not shown, and what could not be compared."""
    _elsewhere(found)
    _in_hand(found)
    on_cut(found.size - len(found.groups))
    _left_out(found)


def _elsewhere(found: Comparison) -> None:
    """Say which words no claim tells: what is shown is of the articles that have them."""
    if found.elsewhere:
        words = ", ".join(repr(word) for word in found.elsewhere)
        note(f"no number of this kind is told with {words}; shown are those of the articles that have the words")


def _in_hand(found: Comparison) -> None:
    """Say what a claim in hand was not held against: words that no article has, a number without anything beside it."""
    if found.asked is None:
        return
    if found.asked.missing:
        words = ", ".join(repr(word) for word in found.asked.missing)
        rest = "; it is held against what tells its other words" if found.groups else ""
        note(f"no number of this kind is told with {words}{rest}")
    elif not found.asked.named:
        note("the claim names no place, event or owner: only what gives its number is shown")


def on_cut(cut: int, what: str = "question") -> None:
    """Say how many questions, or whatever it is, a limit left out."""
    if cut:
        note(f"{cut} more {what}{'s' if cut != 1 else ''} not shown; --limit N shows N of them")


def _left_out(found: Comparison) -> None:
    if found.left_out:
        note(f"left out as not comparable: {_reasons(found)} (--format json lists them)")


def _reasons(found: Comparison) -> str:
    counts: dict[str, int] = {}
    for left in found.left_out:
        counts[left.reason] = counts.get(left.reason, 0) + 1
    return ", ".join(f"{count} × {reason}" for reason, count in sorted(counts.items()))
