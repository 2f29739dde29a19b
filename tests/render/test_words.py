"""What a reader sees in a cell."""

from __future__ import annotations

from typing import get_args

import pytest

from newsclaim.models import ClaimRole, Cue, NumericClaim, Qualifier, Source, Span, Status
from newsclaim.render import words

AMOUNTS = [
    ({"value": 3000}, "3,000"),
    ({"value": 3000, "qualifier": "approx"}, "about 3,000"),
    ({"value": 3000, "low": 3000, "qualifier": "at_least"}, "at least 3,000"),
    ({"value": 400, "low": 400, "qualifier": "more_than"}, "more than 400"),
    ({"value": 12000, "high": 12000, "qualifier": "at_most"}, "up to 12,000"),
    ({"value": 5, "unit": "percent"}, "5 percent"),
    ({"value": 0.6667, "form": "fraction"}, "0.6667"),
    ({"value": 1.5, "unit": "USD"}, "1.5 USD"),
    ({"low": 3000, "high": 12000, "form": "range", "qualifier": "range"}, "3,000 to 12,000"),
    ({"low": 10, "high": 12, "form": "range", "qualifier": "approx"}, "about 10 to 12"),
    ({"low": 12, "high": 120, "form": "vague", "qualifier": "approx"}, "dozens (12 to 120)"),
    ({"low": 100, "form": "vague"}, "dozens (100 or more)"),
]


@pytest.mark.parametrize(("fields", "expected"), AMOUNTS)
def test_amount(fields, expected):
    claim = NumericClaim(
        id="n", start=0, end=6, text="dozens", number=Span(start=0, end=6, text="dozens"), rule="r", **fields
    )
    assert words.amount(claim) == expected


def source(name, cue):
    said = Cue(start=cue, end=cue + 4, text="said", lemma="say", stance="says")
    return Source(start=0, end=1, text="x", name=name, cue=said if cue else None)


SOURCES = [
    ([], "(own voice)", ""),
    ([source("Ada", 5)], "Ada", ""),
    ([source("Ada", 5), source("Tom", 5)], "Ada, Tom", ""),  # joint: one cue
    ([source("Wire", 5), source("Ada", 9)], "Ada", "Wire"),  # relayed: a cue each
    ([source("Wire", 0), source("Ada", 9)], "Ada", "Wire"),
    ([source("Wire", 5), source("Ada", 9), source("Tom", 9)], "Ada, Tom", "Wire"),
    ([source("Post", 0), source("Wire", 5), source("Ada", 9)], "Ada", "Post > Wire"),
]


@pytest.mark.parametrize(("sources", "claimed_by", "through"), SOURCES)
def test_sources(sources, claimed_by, through):
    claim = NumericClaim(
        id="n", start=0, end=1, text="x", number=Span(start=0, end=1, text="x"), rule="r", sources=tuple(sources)
    )
    assert (words.claimed_by(claim), words.through(claim)) == (claimed_by, through)


def test_large_and_small_numbers():
    assert words.number(50_000_000_000) == "50,000,000,000"
    assert words.number(0.25) == "0.25"
    assert words.number(None) == ""
    assert words.number(-2) == "-2"


@pytest.mark.parametrize(("table", "values"), [(words._ROLES, ClaimRole), (words._QUALIFIERS, Qualifier)])
def test_every_value_of_the_models_has_its_word(table, values):
    assert table.keys() == set(get_args(values))


@pytest.mark.parametrize("role", get_args(ClaimRole))
@pytest.mark.parametrize("status", get_args(Status))
def test_every_role_and_status_can_be_told(role, status):
    claim = NumericClaim(
        id="n", start=0, end=1, text="5", number=Span(start=0, end=1, text="5"), rule="r", role=role, status=status
    )
    assert words.status(claim).startswith(status)
