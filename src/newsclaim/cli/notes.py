"""What a command says besides its result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from newsclaim.corpus import Skipped
    from newsclaim.models.rows import ActorRow

#: Quotes of an actor that a terminal shows unless --limit says otherwise: whoever wants to read more asks for it.
MOST_QUOTES = 50


def note(text: str) -> None:
    """Say something on standard error."""
    typer.echo(f"newsclaim: {text}", err=True)


def note_skipped(skipped: Iterable[Skipped]) -> None:
    """Say why files and articles were left out, each reason once with its count, the most frequent first."""
    for kind, count in Counter(entry.reason for entry in skipped).most_common():
        note(f"skipped: {count} × {kind}")


def note_more(actor: ActorRow, shown: int | None) -> None:
    """Say how many quotes of an actor are not shown."""
    more = actor.quotes - shown if shown is not None else 0
    if more > 0:
        note(f"{more} more quote{'s' if more != 1 else ''} of {actor.name} not shown; --limit N shows N of them")
