"""Numbers of a comparison as a table writes them."""

from __future__ import annotations

import pytest

from newsclaim.models.comparison import ComparedClaim, Comparison, Group, Position
from newsclaim.models.rows import ArticleRef
from newsclaim.render.comparisons import latest_of, number_of, overview


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 3000, "low": 3000, "high": 3000}, "3,000"),
        ({"value": 3000, "qualifier": "approx"}, "about 3,000"),
        ({"low": 3000, "qualifier": "at_least"}, "at least 3,000"),
        ({"high": 12000, "qualifier": "at_most"}, "up to 12,000"),
        ({"low": 10, "high": 12}, "10–12"),
        ({"low": 12, "high": 120, "qualifier": "approx"}, "dozens dead"),
    ],
)
def test_number_of_a_position(fields, words):
    assert number_of(Position(id="p", text="dozens dead", **fields)) == words


def claim(position, start):
    article = ArticleRef(id="a")
    return ComparedClaim.model_construct(id="n1", position=position, start=start, context=None, article=article)


def group(*positions, starts, verdict="scope", articles=1):
    return Group.model_construct(
        id="g1", label="people killed", positions=positions, verdict=verdict, reason="They conflict.", articles=articles,
        origins=1, relations=(), best=None, said_so=(),
        claims=tuple(claim(position.id, start) for position, start in zip(positions, starts, strict=True)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "starts", "latest"),
    [
        ([{"value": 31}, {"value": 39}], [90, 20], 1),
        ([{"value": 31}, {"value": 39}], [20, 90], 0),
        ([{"low": 12, "high": 120}, {"value": 39}], [0, 90], 1),
        ([{"value": 31, "last": "2024-10-22"}, {"value": 39, "last": "2024-10-21"}], [90, 20], 0),
        ([{"value": 31, "articles": 2}, {"value": 39}], [90, 20], 0),
        ([{"value": 31, "denied": True}, {"value": 39}], [20, 90], 1),
        ([{"value": 31, "superseded": True, "last": "2024-10-22"}, {"value": 39, "last": "2024-10-21"}], [20, 90], 1),
    ],
)
def test_of_several_numbers_told_last_the_article_tells_one_first(fields, starts, latest):
    positions = [Position(id=f"p{n}", text="", **one) for n, one in enumerate(fields)]
    assert latest_of(group(*positions, starts=starts)) == positions[latest]


@pytest.mark.parametrize(
    ("verdict", "articles", "lines"),
    [("single", 1, 0), ("single", 2, 1), ("agree", 1, 1), ("conflict", 1, 2)],
)
def test_of_a_number_told_once_there_is_no_verdict(verdict, articles, lines):
    one = group(Position(id="p", text="nine", value=9), starts=[0], verdict=verdict, articles=articles)
    found = Comparison.model_construct(topic="deaths", title="Deaths", groups=(one,), asked=None, since=None)
    assert len([line for line in overview(found) if line.text]) == 4 + lines
