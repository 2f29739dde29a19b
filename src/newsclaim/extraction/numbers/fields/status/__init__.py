"""How sure a number is: told as fact, planned, denied, of an earlier event. `rules` holds them in order."""

from newsclaim.extraction.numbers.fields.status.rules import is_ahead, status_of

__all__ = ["is_ahead", "status_of"]
