"""Quotation marks without grammar: a table of stretches, and what must hold for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus import make_article
from newsclaim.extraction.page.stretches import stretches
from steps import steps

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


@pytest.mark.parametrize("mark", ['"', "' a", '"a" ', '"a\n', "“a ", "a” "])
def test_twice_as_many_marks_take_twice_as_many_steps(mark):
    once, twice = (make_article(mark * number) for number in (2_000, 4_000))
    count = [steps(lambda one=one: stretches(one.text, one.blocks)) for one in (once, twice)]
    assert count[1] <= 2.1 * count[0]
