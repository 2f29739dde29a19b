"""Word lists as data: reads the package's `data/*.toml` once and hands them out, with what users add and drop.

`[lexicon."cues/words".rejecting] add = ["…"] drop = ["…"]` in `newsclaim.toml` changes the list `rejecting` of
`data/cues/words.toml`; where a list is a table (verbs with what they take), what is added is written "verb = takes".
The changes stand in the environment (`NEWSCLAIM_LEXICON`), so that worker processes know them too, and are part of the
version that articles are processed by: other lists, other findings.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")
_VARIABLE = "NEWSCLAIM_LEXICON"
#: By file and list: words to add, words to drop.
Changes = Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]


@cache
def load(name: str) -> dict[str, Any]:
    """Return the table of `data/<name>.toml`; a sub-folder is written with a slash ("cues/verbs")."""
    table = _read(name)
    for path, change in _changes().get(name, {}).items():
        _apply(table, path, change)
    return table


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """Return lists of `data/<name>.toml` as one set; a string is a list of words with blanks between them."""
    lists = (load(name)[key] for key in keys)
    return frozenset(word for found in lists for word in (found.split() if isinstance(found, str) else found))


@cache
def either(name: str, *keys: str) -> str:
    """Return lists of `data/<name>.toml` as the alternatives of an expression, the longest first."""
    found = sorted(words(name, *keys), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in found)


def change(changes: Changes) -> None:
    """Change word lists for this process and those it starts; call it before anything is read from a text.

    Raises:
        KeyError: there is no such file or list; the message names those that there are.
    """
    for name, lists in changes.items():
        table = _read(name)
        for path, words_changed in lists.items():
            _apply(table, path, words_changed)
    told = json.dumps(changes, sort_keys=True, default=dict) if changes else ""
    if told == os.environ.get(_VARIABLE, ""):
        return
    os.environ[_VARIABLE] = told
    load.cache_clear()
    words.cache_clear()
    either.cache_clear()


def signature() -> str:
    """Return a short name of the changes, empty where there are none."""
    from hashlib import blake2b

    told = os.environ.get(_VARIABLE, "")
    return blake2b(told.encode(), digest_size=4).hexdigest() if told else ""


def _changes() -> Changes:
    told = os.environ.get(_VARIABLE, "")
    found: Changes = json.loads(told) if told else {}
    return found


def _read(name: str) -> dict[str, Any]:
    import tomllib

    path = _DATA / f"{name}.toml"
    if not path.is_file():
        known = sorted(p.relative_to(_DATA).with_suffix("").as_posix() for p in _DATA.rglob("*.toml"))
        raise KeyError(f"there are no word lists {name!r}; there are {', '.join(known)}")
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _apply(table: dict[str, Any], path: str, change: Mapping[str, Sequence[str]]) -> None:
    """Add words to the list at a path of keys with dots between them, and drop others; in a table "key = value"."""
    *above, last = path.split(".")
    for key in above:
        table = table.get(key, {})
    if last not in table:
        raise KeyError(f"there is no word list {path!r}; there are {', '.join(sorted(table))}")
    table[last] = _changed(table[last], change.get("add", ()), set(change.get("drop", ())))


def _changed(held: Any, added: Sequence[str], dropped: set[str]) -> Any:
    if isinstance(held, dict):
        pairs = (one.partition("=") for one in added)
        return {k: v for k, v in held.items() if k not in dropped} | {k.strip(): v.strip() for k, _, v in pairs}
    listed = held.split() if isinstance(held, str) else held
    kept = [word for word in listed if word not in dropped] + [word for word in added if word not in listed]
    return " ".join(kept) if isinstance(held, str) else kept
