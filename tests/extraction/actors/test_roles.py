"""What is stated beside a name: each construction with its cases, exact."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "actors" / "roles.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['shows']}: {case['text'][:40]}")
def test_roles(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    page = page_of(doc, article)
    found = find_actors(page, find_quotes(page), ()).actors
    actor = next(actor for actor in found if actor.name == case["name"])
    assert [[r.office, r.organisation or "", r.country or ""] for r in actor.roles] == case["roles"]
    assert "mentions" not in case or [m.text for m in actor.mentions] == case["mentions"]
