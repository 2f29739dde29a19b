"""Pairs of names: every verdict, and that no two are joined by mistake."""

import json
import re
from pathlib import Path

import pytest

from newsclaim.config import Corrections
from newsclaim.names import people
from newsclaim.names.same import same

CASES = Path(__file__).parents[1] / "cases" / "actors" / "name_pairs.jsonl"
ROWS = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['a']} | {row['b']}")
def test_pair(row):
    verdict = same(row["a"], row["b"])
    assert (verdict.verdict == "same") == (row["expect"] == "same"), verdict
    assert verdict.rule
    assert verdict.reason
    if "rule" in row:
        assert (verdict.verdict, verdict.rule) == (row["expect"], row["rule"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['b']} | {row['a']}")
def test_the_order_of_the_two_does_not_matter(row):
    assert same(row["a"], row["b"]).verdict == same(row["b"], row["a"]).verdict


def test_every_rule_has_a_pair():
    """Rules are the names given to `yes`, `no` and `open_`; "correction" has a test of its own."""
    folder = Path(people.__file__).parent
    sources = "\n".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    rules = set(re.findall(r'\b(?:yes|no|open_)\(\s*"([a-z-]+)"', sources)) | set(people._REASONS)
    assert rules - {"correction"} == {same(row["a"], row["b"]).rule for row in ROWS}


def test_corrections_come_first():
    corrections = Corrections(same=(("Ada Holm", "Ada Brandt"),), different=(("Ivo Zeman", "I. Zeman"),))
    assert same("ada holm", "Ada Brandt", corrections).rule == "correction"
    assert same("I. Zeman", "Ivo Zeman", corrections).verdict == "different"


@pytest.mark.parametrize("text", ["", " ", ".", "'s", "the", "Mr", "Jr.", "—", "\u0301", "A" * 5000, "of of of"])
def test_odd_texts_get_a_verdict(text):
    assert same(text, "Jane Doe").verdict in ("same", "different", "unclear")
    assert same(text, text).verdict in ("same", "different", "unclear")
