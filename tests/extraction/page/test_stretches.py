"""Quotation marks without grammar: a table of stretches, and what must hold for any text."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus import make_article
from newsclaim.extraction.page.stretches import stretches

CASES = tomllib.loads((Path(__file__).resolve().parents[2] / "cases" / "quotes" / "marks.toml").read_text("utf8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["name"])
def test_stretches(case):
    article = make_article(case["text"])
    found = stretches(article.text, article.blocks)
    assert [article.text[s.start : s.end] for s in found] == case["inside"]


@given(st.text(alphabet="\"'“”‘’«»„ aB.,?!-\n[(1s", max_size=200))
def test_stretches_lie_in_order_inside_their_blocks(text):
    article = make_article(text)
    end = 0
    for s in stretches(article.text, article.blocks):
        block = article.blocks[s.block]
        assert block.start <= s.open <= s.start < s.end <= s.close <= block.end
        assert s.open >= end
        end = s.close


@pytest.mark.parametrize("mark", ['"', "' a", '"a" '])
def test_a_million_marks_take_seconds(mark):
    article = make_article(mark * (1_000_000 // len(mark)))
    start = time.perf_counter()
    stretches(article.text, article.blocks)
    assert time.perf_counter() - start < 20
