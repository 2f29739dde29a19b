"""Which actors a query means, and what comes close."""

import subprocess
import sys

import pytest

from newsclaim.models import Actor, Alias
from newsclaim.names.search import asked_for, known_as, near

AUSTIN = Actor(
    id="a1", name="Lena Austin", kind="person", aliases=(Alias(text="Léna Austin", rule="full-name", count=1),)
)
KOREA = Actor(
    id="a2", name="North Korea", kind="government", aliases=(Alias(text="Pyongyang", rule="country-capital", count=1),)
)
MINISTRY = Actor(id="a3", name="North Korean defence ministry", kind="organisation")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Austin", {"a1"}),
        ("lena austin", {"a1"}),
        ("North Korea", {"a2"}),  # not its ministry
        ("Pyongyang", {"a2"}),
        ("Korea", set()),
        ("Nobody", set()),
    ],
)
def test_who_is_meant(query, expected):
    found = {a.id for a in (AUSTIN, KOREA, MINISTRY) if known_as(a) & set(asked_for(query))}
    assert found == expected


def test_near_names_are_proposed_best_first():
    assert near("Lena Austen", ["North Korea", "Lena Austin"])[:1] == ["Lena Austin"]
    assert near("xyzzy", ["North Korea"]) == []


def test_comparing_names_loads_neither_spacy_nor_numpy():
    code = (
        "import sys; from newsclaim.names.same import same; same('Jane Doe', 'J. Doe'); "
        "sys.exit(bool({'spacy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
