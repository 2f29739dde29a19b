"""Filters as people write them in Python: every field of its kind, or an error that says what is not."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclaim.errors import QueryError
from newsclaim.queries.checked import checked
from newsclaim.store import ActorFilter, Filter

MEANT = [
    ({"outlets": "fox"}, {"outlets": ("fox",)}),
    ({"outlets": ["fox", "bbc"]}, {"outlets": ("fox", "bbc")}),
    ({"kinds": "Direct"}, {"kinds": ("direct",)}),
    ({"value": 39}, {"value": (39, 39)}),
    ({"value": "39"}, {"value": (39, 39)}),
    ({"value": "10m..12m"}, {"value": (10e6, 12e6)}),
    ({"value": [12, 10]}, {"value": (10, 12)}),
    ({"value": (None, 5)}, {"value": (None, 5)}),
    ({"since": "Oct 2024"}, {"since": "2024-10"}),
    ({"until": "2024"}, {"until": "2024-99"}),
    ({"since": "2024-02-29", "until": "Feb 2024"}, {"since": "2024-02-29", "until": "2024-02-99"}),
    ({"until": "2024-99"}, {"until": "2024-99"}),
    ({"since": dt.date(2024, 10, 23)}, {"since": "2024-10-23"}),
    ({"since": dt.datetime(2024, 10, 23, 9, tzinfo=dt.UTC)}, {"since": "2024-10-23"}),
    ({"actors": ["a1"]}, {"actors": frozenset({"a1"})}),
    ({"marked": "flawed", "search": "harbour"}, {"marked": ("flawed",), "search": "harbour"}),
    ({}, {}),
]


@pytest.mark.parametrize(("given", "meant"), MEANT)
def test_what_is_meant(given, meant):
    assert checked(Filter(**given)) == Filter(**meant)
    assert checked(checked(Filter(**given))) == Filter(**meant)


WRONG = [
    ({"since": "2020-13"}, "since of a filter is '2020-13', which is no date"),
    ({"until": 2020}, "which is no date"),
    ({"since": "2024-03", "until": "2024-02"}, "no day is since 2024-03 and until 2024-02"),
    ({"value": "many"}, "which is no amount"),
    ({"value": True}, "which is no amount"),
    ({"value": (None, None)}, "which is no amount"),
    ({"value": (1, 2, 3)}, "which is no amount"),
    ({"kinds": "dirct"}, "kinds of a filter has 'dirct', which there is not. Did you mean: direct"),
    ({"stances": ("sings",)}, "There are says"),
    ({"outlets": 5}, "it takes words"),
    ({"outlets": (5,)}, "which is no text"),
    ({"search": ("a", "b")}, "which is no text"),
]


@pytest.mark.parametrize(("given", "told"), WRONG)
def test_what_cannot_be_meant(given, told):
    with pytest.raises(QueryError, match=told.replace("(", "[(]")):
        checked(Filter(**given))


def test_actors_have_kinds_of_their_own():
    assert checked(ActorFilter(kinds="person", active=True)) == ActorFilter(kinds=("person",), active=True)
    with pytest.raises(QueryError, match="There are person"):
        checked(ActorFilter(kinds="direct"))
