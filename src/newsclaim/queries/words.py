"""Words of a filter → what the store compares: folded places and codes of countries."""

from __future__ import annotations

from newsclaim.text import fold


def places(word: str) -> tuple[str, ...]:
    """Return a place as the store compares it, a country with its code: "Norway" → "norway", "no"."""
    from newsclaim.names.countries import lookup

    found = lookup(word if any(c.isupper() for c in word) else word.title())
    code = (found.code.lower(),) if found and found.way in {"name", "short"} else ()
    return tuple(dict.fromkeys((fold(word), *code)))
