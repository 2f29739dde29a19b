"""Word lists as data: reads the package's `data/*.toml` once and hands them out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")


@cache
def load(name: str) -> dict[str, Any]:
    """Return the table of `data/<name>.toml`; a sub-folder is written with a slash ("cues/verbs")."""
    import tomllib

    with (_DATA / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the list `key` of `data/<name>.toml` as a set; a string is a list of words with blanks between them."""
    found = load(name)[key]
    return frozenset(found.split() if isinstance(found, str) else found)
