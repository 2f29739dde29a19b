"""No table of rules stands without a test that demands a case for each of its names.

A table is a constant that maps names to functions of ours, as a mapping or as pairs in their order. Each room lists its
tables beside the test that goes through their names: `quotes/rule_tables.py`, `numbers/test_rules.py`; those of `compare`
have a test of their own each and are listed here. A table that nobody lists fails here.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping

import newsclaim
from extraction.numbers import test_rules as numbers
from extraction.quotes import rule_tables as quotes

#: Where rules live. Readers, columns and the like are functions by name as well, and no rules.
ROOMS = ("newsclaim.extraction.", "newsclaim.names.", "newsclaim.resolve.", "newsclaim.compare.")
#: Chosen by the shape of a phrase or by an option, and not tried in turn: no rules.
CHOSEN = {
    ("newsclaim.extraction.numbers.fields.times.dates", "_BUSINESS"), ("newsclaim.compare.questions", "_SECTIONS"),
}  # fmt: skip

#: Their names are gone through by `tests/compare/test_apart.py`, `test_carried.py`, `test_relations.py`, `test_changes.py`.
OF_COMPARE = {(f"newsclaim.compare.{module}", "RULES") for module in ("apart", "carried", "relations")}
OF_COMPARE |= {("newsclaim.compare.changes", "_DRIFTS")}


def tables():
    """Yield every table of rules as its module and its name there."""
    for module in pkgutil.walk_packages(newsclaim.__path__, "newsclaim."):
        if module.name.startswith(ROOMS):
            for constant, value in vars(importlib.import_module(module.name)).items():
                if constant.strip("_").isupper() and names_functions(value):
                    yield module.name, constant


def names_functions(value):
    pairs = list(value.items()) if isinstance(value, Mapping) else value if isinstance(value, tuple) else []
    return bool(pairs) and all(
        isinstance(pair, tuple)
        and len(pair) == 2
        and isinstance(pair[0], str)
        and callable(pair[1])
        and not isinstance(pair[1], type)
        for pair in pairs
    )


def listed():
    of_quotes = {(module.__name__, constant) for module, constant in quotes.TABLES.values()}
    return of_quotes | set(numbers.TABLES.values()) | OF_COMPARE


def test_every_table_of_rules_is_gone_through_by_name():
    found = set(tables()) - CHOSEN
    assert not found - listed(), "write a test that demands a case for each name of the table, and list the table there"
    assert not listed() - found, "a table that is listed is no table of rules (any more)"
