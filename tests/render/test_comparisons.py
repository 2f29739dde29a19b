"""Numbers of a comparison as a table writes them."""

from __future__ import annotations

import pytest

from newsclaim.models.comparison import Position
from newsclaim.render.comparisons import number_of


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
