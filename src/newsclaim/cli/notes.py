"""What a command says besides its result."""

from __future__ import annotations

import typer


def note(text: str) -> None:
    """Say something on standard error."""
    typer.echo(f"newsclaim: {text}", err=True)
