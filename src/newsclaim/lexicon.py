"""Word lists as data: reads the package's `data/*.toml` once and hands them out."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the table of `data/<name>.toml`; a sub-folder is written with a slash ("cues/verbs")."""
    import tomllib
    from importlib import resources

    file = resources.files("newsclaim").joinpath("data", *f"{name}.toml".split("/"))
    with file.open("rb") as stream:
        return tomllib.load(stream)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return the list `key` of `data/<name>.toml` as a set."""
    return frozenset(load(name)[key])
