"""Countries that no word beside a name tells: each construction with its cases, exact."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "actors" / "homes.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['shows']}: {case['text'][:40]}")
def test_home(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    page = page_of(doc, article)
    actors = {actor.name: actor.country or "" for actor in find_actors(page, find_quotes(page), ()).actors}
    assert {name: actors.get(name) for name in case["country"]} == case["country"]
