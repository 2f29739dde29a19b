"""The tables of named rules by which quotes are found, each with the module that looks them up."""

from __future__ import annotations

from newsclaim.extraction.attribution import acts, modality, sources
from newsclaim.extraction.quotes import (
    complements,
    continuation,
    cuts,
    ends,
    extent,
    noun_cues,
    partial,
    starts,
)

#: A case names the rule it cannot do without as "table/rule" under `shows`.
TABLES = {
    "no-frames": (acts, "NO_FRAMES"),
    "unreal": (modality, "UNREAL"),
    "negated": (modality, "NEGATED"),
    "sources": (sources, "CUES"),
    "complements": (complements, "CONSTRUCTIONS"),
    "starts": (starts, "STARTS"),
    "ends": (ends, "ENDS"),
    "cuts": (cuts, "CUTS"),
    "voice": (extent, "VOICE"),
    "nouns": (noun_cues, "CLAUSES"),
    "partial": (partial, "WHOSE"),
    "continuation": (continuation, "SPEAKERS"),
}


def entries(table):
    """Return the rules of a table by name."""
    module, name = TABLES[table]
    return dict(getattr(module, name).items() if hasattr(getattr(module, name), "items") else getattr(module, name))


def names():
    return [f"{table}/{rule}" for table in TABLES for rule in entries(table)]


def without(monkeypatch, name):
    """Take one rule out of its table."""
    table, rule = name.split("/")
    module, attribute = TABLES[table]
    rules = getattr(module, attribute)
    left = {key: entry for key, entry in entries(table).items() if key != rule}
    if not hasattr(rules, "items"):
        left = tuple(entry for entry in rules if entry[0] != rule)
    monkeypatch.setattr(module, attribute, left)
