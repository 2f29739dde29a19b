"""Which outlets does a word mean: by name, by the names that are one, or by a part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.errors import UnknownNameError
from newsclaim.names.search import did_you_mean, near
from newsclaim.text import fold


def outlets_named(wanted: str, known: Sequence[str], same: Sequence[Sequence[str]] = ()) -> tuple[str, ...]:
    """Return the outlets that a user means: those of this name, else those whose name has its words.

    Args:
        wanted: what was typed, in any case: "Fox News", "fox", "the meridian post".
        known: the names in the database.
        same: groups of names that are one outlet.

    Raises:
        UnknownNameError: there is none; the message says what comes close.
    """
    asked = fold(wanted)
    names = {asked} | {fold(name) for group in same if asked in map(fold, group) for name in group}
    exact = tuple(outlet for outlet in known if fold(outlet) in names)
    found = exact or tuple(outlet for outlet in known if _has_words(fold(outlet), asked))
    if not found:
        close = near(wanted, known)
        raise UnknownNameError(
            f"no article is from an outlet called {wanted!r}. {did_you_mean(close)} "
            f"`newsclaim stats --by outlet` lists them."
        )
    return found


def _has_words(outlet: str, asked: str) -> bool:
    """Whether each word that was typed begins a word of the name."""
    return bool(asked) and all(any(word.startswith(part) for word in outlet.split()) for part in asked.split())
