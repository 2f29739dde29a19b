"""Nonsense of every kind is taken or told: some inputs of `benchmarks/fuzz.py` for each of its targets."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from newsclaim.errors import InternalError, QueryError

_FILE = Path(__file__).parents[1] / "benchmarks/fuzz.py"
_SPEC = importlib.util.spec_from_file_location("fuzz", _FILE)
fuzz = importlib.util.module_from_spec(_SPEC)
sys.modules["fuzz"] = fuzz
_SPEC.loader.exec_module(fuzz)


@pytest.mark.parametrize("name", fuzz.targets())
def test_nothing_is_raised_but_our_own_errors(name):
    assert list(fuzz.run(name, 60)) == []


def test_the_same_seed_gives_the_same_input():
    make, _ = fuzz.targets()["files"]
    one, again, other = (make(fuzz.Draw(f"files 1 {number}")) for number in (3, 3, 4))
    assert one == again != other


def raising(error):
    def target(_):
        raise error

    return target


@pytest.mark.parametrize(
    ("error", "told"),
    [(ValueError("x"), "ValueError"), (InternalError("ours"), "ours"), (QueryError(""), "without a word")],
)
def test_what_goes_wrong_is_noticed(error, told):
    assert told in fuzz.fault_of(raising(error), "")
    assert fuzz.fault_of(raising(QueryError("no such thing")), "") is None


# -- what it found -----------------------------------------------------------------------------------------------------

NOWHERE = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc"
FOUND = [
    ("files", (".warc", NOWHERE)),  # a page without an address
    ("searches", "a\x00b"),
    ("searches", "\ud800 OR b"),
    ("questions", "port\ud800"),
    ("questions", "\udcff"),
]


@pytest.mark.parametrize(("name", "given"), FOUND)
def test_what_was_once_a_fault(name, given):
    assert fuzz.fault_of(fuzz.targets()[name][1], given) is None
