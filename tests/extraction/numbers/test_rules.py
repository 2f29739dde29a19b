"""Every named rule decides in at least one case."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from newsclaim import annotate
from newsclaim.corpus import make_article
from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of

CASES = Path(__file__).parents[2] / "cases" / "numbers"
ROOM = "newsclaim.extraction.numbers"
#: Tables of rules: module and name.
TABLES = {
    "classes": (f"{ROOM}.classes.rules", "RULES"),
    "told": (f"{ROOM}.classes.told", "RULES"),
    "measured": (f"{ROOM}.measured.frame", "RULES"),
    "changes": (f"{ROOM}.changes", "_RULES"),
    "sources": (f"{ROOM}.fields.sources.rules", "RULES"),
    "status": (f"{ROOM}.fields.status.rules", "RULES"),
    "dropped": (f"{ROOM}.dropped.rules", "_RULES"),
}
NAMES = [
    (table, rule)
    for table, (module, name) in TABLES.items()
    for rule, _ in getattr(importlib.import_module(module), name)
]


def texts():
    for name in ("gold", "round2", "fields", "rows", "values"):
        with (CASES / f"{name}.toml").open("rb") as stream:
            yield from (case["text"] for case in tomllib.load(stream)["case"])


def recording(table, name, rule, seen):
    def recorded(*given):
        found = rule(*given)
        if found:
            seen.add((table, name))
        return found

    return recorded


@pytest.fixture(scope="module")
def decided():
    seen: set[tuple[str, str]] = set()
    articles = [make_article(text, id=f"c{k}", published="2026-03-12") for k, text in enumerate(texts())]
    with pytest.MonkeyPatch.context() as patch:
        for table, (module, name) in TABLES.items():
            rules = getattr(importlib.import_module(module), name)
            patch.setattr(f"{module}.{name}", tuple((rule, recording(table, rule, run, seen)) for rule, run in rules))
        for doc, article in zip(annotate.annotate(articles), articles, strict=True):
            find_claims(page_of(doc, article))
    return seen


@pytest.mark.parametrize(("table", "rule"), NAMES)
def test_every_rule_has_a_case(decided, table, rule):
    assert (table, rule) in decided
