"""Every named rule has a case: one look at all tables of rules in all rooms.

A table is a constant that maps names to functions of ours, as a mapping or as pairs in their order. A rule has a case
when a test or a table of cases of its room names it, alone or as "table/rule". What has none yet is pinned by number
and may only fall.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import newsclaim

TESTS = Path(__file__).resolve().parents[1]
#: Rooms with rules, by their tests.
ROOMS = {
    "newsclaim.extraction.quotes": "quotes",
    "newsclaim.extraction.attribution": "quotes",
    "newsclaim.extraction.page": "quotes",
    "newsclaim.extraction.numbers": "numbers",
    "newsclaim.extraction.actors": "actors",
    "newsclaim.names": "names",
    "newsclaim.resolve": "resolve",
    "newsclaim.compare": "compare",
}
#: Rules without a case by room. Lower them when they fall.
WITHOUT_A_CASE = {"numbers": 52}


def tables():
    """Yield the room and the names of each table of rules."""
    for module in pkgutil.walk_packages(newsclaim.__path__, "newsclaim."):
        room = next((room for package, room in ROOMS.items() if f"{module.name}.".startswith(f"{package}.")), None)
        if room is None:
            continue
        for constant, value in vars(importlib.import_module(module.name)).items():
            names = rule_names(value) if constant.strip("_").isupper() else []
            if names:
                yield room, f"{module.name}.{constant}", names


def rule_names(value):
    """Return the names in a table of functions, nothing for other constants."""
    pairs = list(value.items()) if isinstance(value, Mapping) else value if isinstance(value, tuple) else []
    if not pairs or not all(isinstance(pair, tuple) and len(pair) == 2 for pair in pairs):
        return []
    if not all(isinstance(name, str) and callable(rule) and not isinstance(rule, type) for name, rule in pairs):
        return []
    return list(dict.fromkeys(name for name, _ in pairs))


def named_in(room):
    """Return every string in the tests and the cases of a room, and what stands behind its last slash."""
    files = [path for path in TESTS.rglob("*") if path.suffix in {".toml", ".py", ".jsonl"} and room in path.parts]
    strings = {text for path in files for text in re.findall(r'"([^"\n]{1,60})"', path.read_text(encoding="utf8"))}
    return strings | {text.rpartition("/")[2] for text in strings}


@pytest.fixture(scope="module")
def without_a_case():
    missing = {}
    for room, table, names in tables():
        known = named_in(room)
        missing.setdefault(room, []).extend(f"{table}: {name}" for name in names if name not in known)
    return missing


def test_there_are_tables_of_rules(without_a_case):
    assert {"quotes", "numbers"} <= set(without_a_case)


@pytest.mark.parametrize("room", sorted(set(ROOMS.values())))
def test_every_rule_name_occurs_in_a_case(without_a_case, room):
    missing = without_a_case.get(room, [])
    assert len(missing) <= WITHOUT_A_CASE.get(room, 0), missing
