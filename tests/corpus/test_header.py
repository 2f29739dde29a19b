"""Headers: front matter, `Key: value` lines, and what is no header."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus.header import Header, split_header
from newsclaim.errors import InputError

FULL = Header(
    title="Pier reopens: what to know",
    outlet="The Harbour Herald",
    published="2024-10-23",
    updated="2024-10-24T08:00:00Z",
    url="https://herald.example/pier",
    authors=("Ana Example", "Ben Sample"),
)


CASES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/headers.toml").read_text("utf-8"))
BODY = "Body: one.\n\n---\n\nTwo.\n"


@pytest.mark.parametrize("case", CASES["good"], ids=[case["why"] for case in CASES["good"]])
def test_headers_are_read_and_cut_off(case):
    assert split_header(case["head"] + BODY) == (FULL, BODY)


@pytest.mark.parametrize("case", CASES["none"], ids=[case["why"] for case in CASES["none"]])
def test_what_is_no_header_stays(case):
    assert split_header(case["text"]) == (Header(), case["text"])


@pytest.mark.parametrize("case", CASES["broken"], ids=[case["text"][4:24] for case in CASES["broken"]])
def test_broken_headers_say_what_is_wrong(case):
    with pytest.raises(InputError, match=case["says"]):
        split_header(case["text"])


def test_a_header_nested_too_deeply_is_broken():
    with pytest.raises(InputError, match="no valid YAML"):
        split_header("---\ntitle: " + "[" * 5000 + "\n---\nThe pier opened.")


def test_an_empty_header_is_cut_off():
    assert split_header("---\n---\nThe pier opened.") == (Header(), "The pier opened.")


def test_odd_values_are_kept_as_written_or_left_out():
    header, _ = split_header(
        "---\ntitle: 2024\noutlet: No\nurl: [a, b]\nauthor: {email: x}\ndate: null\nupdated: ~\n---\nx"
    )
    assert header == Header(title="2024", outlet="No")


def test_a_date_nobody_can_read_is_noted():
    header, _ = split_header("---\ntitle: x\npublished: last week\ndate: 2024-10-23\nupdated: 03/04/2024\n---\nx")
    assert (header.published, header.updated) == ("2024-10-23", None)
    assert ["last week" in header.notes[0], "03/04/2024" in header.notes[1]] == [True, True]


def test_a_header_of_many_aliases_does_not_grow():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert split_header(f"---\ntitle: x\n{bomb}---\ny")[0].title == "x"
