"""Names of organisations compared, and what abbreviations stand for."""

import pytest

from newsclaim.names.organisations import has_mark, initialism, is_acronym, is_outlet, known, same_organisation


@pytest.mark.parametrize(
    ("a", "b", "verdict", "rule"),
    [
        ("Norwegian Foreign Ministry", "Norway's foreign ministry", "same", "same-body"),
        ("Foreign Ministry", "Norwegian Foreign Ministry", "unclear", "country"),
        ("Swedish Foreign Ministry", "Norwegian Foreign Ministry", "different", "country"),
        ("Halden Institute for Peace", "HIP", "same", "initials"),
        ("Halden Corp.", "The Halden Corporation", "same", "same-words"),
        ("Halden Bank", "Moss Bank", "different", "words"),
        ("IMF", "World Bank", "different", "words"),
        ("Scottish Parliament", "Parliament of Scotland", "same", "same-body"),
        ("Scottish government", "Welsh Government", "different", "words"),
        ("Scottish Parliament", "UK Parliament", "different", "words"),
        ("IMF", "IAEA", "different", "known-body"),
    ],
)
def test_same_organisation(a, b, verdict, rule):
    found = same_organisation(a, b)
    assert (found.verdict, found.rule) in {(verdict, rule), (verdict, "same-words")}


def test_marks_and_abbreviations():
    assert is_acronym("U.A.W.")
    assert is_acronym("BoA")
    assert not is_acronym("Who")
    assert has_mark("Halden Council")
    assert not has_mark("Jane Doe")
    assert "HIP" in initialism("Halden Institute for Peace")
    assert is_outlet("the BBC")
    assert known("Foggy Bottom") == ("U.S. State Department", "US")
    assert known("who") is None  # the word, not the body
