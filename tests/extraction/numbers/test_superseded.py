"""Figures that an article calls earlier ones (superseded.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of

TABLE = Path(__file__).parents[2] / "cases" / "numbers" / "superseded.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_number_that_replaces_an_earlier_figure_is_tied_to_it(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    claims = find_claims(page_of(doc, article))
    (earlier,) = (claim for claim in claims if case["earlier"] in (claim.number.text, claim.text))
    replacing = [claim.number.text for claim in claims if claim.from_ == earlier.id]
    assert earlier.class_ == case.get("class", earlier.class_)
    assert replacing == ([case["later"]] if "later" in case else [])
