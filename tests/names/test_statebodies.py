"""Which body of a state a phrase names."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.names.statebodies import shown, state_body

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "actors" / "statebodies.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["bodies"], ids=lambda case: case["text"])
def test_bodies(case):
    body = state_body(case["text"])
    assert body is not None
    assert (body.kind, body.place or "", body.pointing) == (case["kind"], case["place"], case.get("pointing", False))


@pytest.mark.parametrize("text", CASES["none"])
def test_other_things(text):
    assert state_body(text) is None


def test_a_body_that_is_only_pointed_to_has_a_name():
    assert shown(state_body("the Ministry of Health in Gaza")) == "Gaza health ministry"
    assert shown(state_body("Israel's army")) == "Israeli military"
