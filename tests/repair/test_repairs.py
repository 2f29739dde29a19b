"""Damaged texts as they are read: the table in tests/cases/repair/repairs.toml, and the way back."""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.repair import Edit, Repaired, glue, passes, problems, repaired

problems_module = import_module("newsclaim.repair.problems")
CASES = tomllib.loads((Path(__file__).parents[1] / "cases/repair/repairs.toml").read_text("utf-8"))
ALL = [(f"{kind}: {case['why']}", case["text"], case["read"]) for kind, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("text", "read"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_a_damaged_text_is_read_as_it_was_meant(text, read):
    assert repaired(text).text == read


@pytest.mark.parametrize(("text", "read"), [case[1:] for case in ALL], ids=[case[0] for case in ALL])
def test_what_was_repaired_needs_no_repair(text, read):
    again = repaired(read)
    assert again.text == read or "\\" in text or "&amp;" in text


def test_the_way_back_leads_to_the_words_as_written():
    text = "&ldquo;We lost it,&rdquo;said [Anna\u00a0Brok](https://ex.example/b) of **Old\u200bport**."
    read = repaired(text)

    def written(piece):
        start = read.text.index(piece)
        a, b = read.as_written(start, start + len(piece))
        return text[a:b]

    assert written("Anna Brok") == "Anna\u00a0Brok"
    assert written("We lost it,") == "We lost it,"
    assert written("“We lost it,”") == "&ldquo;We lost it,&rdquo;"
    assert written("said") == "said"
    assert written("Oldport") == "Old\u200bport"
    assert written("of Oldport.") == "of **Old\u200bport**."


def test_the_way_there_leads_to_the_words_as_read():
    text = "**We** lost &quot;it&quot;."
    read = repaired(text)
    assert read.as_read(0, len(text)) == (0, len(read.text))
    a, b = read.as_read(text.index("We"), text.index("We") + 2)
    assert read.text[a:b] == "We"
    assert read.as_read(0, 2) == (0, 0)


@st.composite
def edited(draw):
    text = draw(st.text("abc ", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [Edit(a, b, draw(st.text("xy", max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, Repaired(text).edited(edits).edited([Edit(0, 0, ">"), Edit(1, 1, "")])


@given(edited())
def test_both_ways_keep_order_and_stay_inside(given_):
    text, read = given_
    last = 0
    for start in range(len(read.text)):
        a, b = read.as_written(start, start + 1)
        assert 0 <= last <= a <= b <= len(text)
        last = a
    for start in range(len(text)):
        a, b = read.as_read(start, start + 1)
        assert 0 <= a <= len(read.text)
        if a < b and read.text[a:b] == text[start]:
            assert read.as_written(a, b)[0] <= start


@given(st.text(st.one_of(st.sampled_from("aA .,“”\"'&;<>[]()*_\\â€™Ã©\x93\u200b\xa0\n"), st.characters()), max_size=60))
def test_any_text_can_be_repaired(text):
    read = repaired(text)
    for start in range(len(read.text)):
        a, b = read.as_written(start, start + 1)
        assert 0 <= a <= b <= len(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It rained.", []),
        ("It \ufffd rained.", ["1 character of the text was lost"]),
        ("Itâ€™s \x93wet\x94.", ["3 characters of the text came in a wrong encoding"]),
        ("One.Two came,who left.Three saidRead", ["4 spaces between words"]),
        ("It rained all day… [+2310 chars]", ["cut off at its end: 2310"]),
        ("Anna\xa0Brok &amp; Ben", []),
    ],
)
def test_what_is_damaged_is_told(text, says):
    told = list(problems(text))
    assert len(told) == len(says)
    assert all(word in line for word, line in zip(says, told, strict=True))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "See www.port.example/a.The boats. They left.The crew slept.",
            "See www.port.example/a.The boats. They left. The crew slept.",
        ),
        ("Prices fell to 12%.Harbour fees,however,rose.", "Prices fell to 12%. Harbour fees, however, rose."),
        ("The forceshave left; the forces stayed.", "The forces have left; the forces stayed."),
        ("The crewhave left; a forceshave too.", "The crewhave left; a forceshave too."),
    ],
)
def test_spaces_that_were_lost_are_put_back_outside_addresses(text, read):
    assert repaired(text).text == read


def test_what_is_read_twice_is_looked_at_once():
    glue._kept.cache_clear()
    passes._kept.cache_clear()
    text = "The boats left.The crew slept."
    for _ in range(3):
        repaired(text)
    assert glue._kept.cache_info().misses == 1
    repaired(text * 10_000)
    assert glue._kept.cache_info().currsize == 1


def test_a_text_that_was_cut_off_is_told_by_its_bracket_alone():
    """What stands before the bracket is not looked at: in a page of blanks each would be tried as its beginning."""
    assert problems_module._CUT_OFF.search("The boats left" + " " * 50 + "… [+2310 chars] ").start() == 66
    assert ["2310 characters more" in one for one in problems("The boats left … [+2310 chars]\n")] == [True]
