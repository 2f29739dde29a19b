"""Country names, abbreviations, demonyms, capitals and metonyms of governments → ISO 3166-1 alpha-2."""

from __future__ import annotations


def country_of(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that a name stands for, None when it stands for none."""
    return None
