"""Which blocks are an outlet's furniture: the table of cases, and what is kept of an article."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from newsclaim.furniture.printed import packed, printed, unpacked
from newsclaim.furniture.recurring import blocks_of, furniture, recurring
from samples import article

CASES = tomllib.loads((Path(__file__).parent.parent / "cases/furniture/recurring.toml").read_text())["case"]
DAYS = ["2024-05-01", "2024-05-03", "2024-05-09"]


def own(number: int) -> str:
    """A paragraph that stands in one article only."""
    return " ".join(f"{chr(97 + n)}{'xyzuvw'[number - 1]}" for n in range(26)) + "."


def articles_of(case):
    texts = case.get("articles") or [[f"Title {n}", f"{{own{n}}}", *case["foot"]] for n in (1, 2, 3)]
    fill = {f"own{n}": own(n) for n in range(1, 7)}
    outlets, days = case.get("outlets", ["Harbour Wire"] * 3), case.get("days", DAYS)
    return [
        article(f"a{n}", "\n".join(line.format(**fill) for line in lines), outlet=outlets[n] or None, published=days[n])
        for n, lines in enumerate(texts)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    several = articles_of(case)
    pages = {one.id: printed(one, one.outlet) for one in several}
    first = several[0]
    silent = furniture(pages["a0"], recurring(blocks_of(pages)))
    assert [first.text[b.start : b.end] for n, b in enumerate(first.blocks) if n in silent] == case["silent"]


def test_undated_articles_count_as_of_different_days():
    several = articles_of(CASES[0] | {"days": [None, None, None]})
    pages = {one.id: printed(one, one.outlet) for one in several}
    assert furniture(pages["a0"], recurring(blocks_of(pages))) == (2,)


def test_what_is_kept_comes_back():
    page = printed(articles_of(CASES[1])[0], "Harbour Wire")
    again = unpacked(packed(page))
    assert (again.day, again.outlet) == (page.day, page.outlet)
    assert np.array_equal(again.lines, page.lines)
    assert np.array_equal(again.sizes, page.sizes)


def test_no_article_at_all():
    assert not len(recurring(blocks_of({})))
