"""Labels that databases set before fields ("BYLINE: Ana Example"): a closed list, a headline with a colon has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsclaim import lexicon

#: Lists of lines that stand alone, and are no labels.
_LINES = frozenset(["begins", "ends", "stops"])
_LABEL = re.compile(r"\s*([^\W\d_][^:\n]{0,40}?)\s*:(?=\s|\Z)[ \t]*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line: which field it means, and what stands behind it."""

    field: str
    value: str


def label_of(line: str, database: str) -> Label | None:
    """Return the label that a line begins with, None when it begins with none of the database's."""
    found = _LABEL.match(line)
    name = _fields(database).get(" ".join(found[1].lower().split())) if found else None
    return Label(name, line[found.end() :].strip()) if found and name else None


def is_line(line: str, database: str, key: str) -> bool:
    """Return whether a line is one of a list and nothing else."""
    return " ".join(line.lower().split()).rstrip(":") in lexicon.load("databases")[database][key]


@cache
def _fields(database: str) -> Mapping[str, str]:
    lists = lexicon.load("databases")[database]
    return {label: field for field, labels in lists.items() if field not in _LINES for label in labels}
