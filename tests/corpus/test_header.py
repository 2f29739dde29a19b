"""Headers: front matter, `Key: value` lines, and what is no header."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from newsclaim.corpus.fields import Header, header_from
from newsclaim.corpus.header import split_header
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
    header, body = split_header(case["head"] + BODY)
    assert (replace(header, extra={}), body) == (FULL, BODY)
    assert header.extra == case.get("extra", {})


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
    assert replace(header, notes=()) == Header(title="2024", outlet="No")
    assert [note for note in header.notes if "url" in note]


def test_a_date_nobody_can_read_is_kept_as_it_is_written():
    header, _ = split_header("---\ntitle: x\npublished: last week\nupdated: 03/04/2024\n---\nx")
    assert (header.published, header.updated) == (None, None)
    assert header.undated == {"published": "last week", "updated": "03/04/2024"}


def test_a_header_of_many_aliases_does_not_grow():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    header = split_header(f"---\ntitle: x\n{bomb}---\ny")[0]
    assert (header.title, header.extra["h"]) == ("x", "…")


def test_values_that_are_no_text_are_told():
    assert header_from({"title": 5, "outlet": None, "authors": ["Ada", "Tom"]}).notes == (
        "its 'title' is 5, no text, so it is not used",
    )


NEARLY = [
    ("title: Storm\ntags: a\ndate: 2024-10-21\n\nIt rained.\n", ()),  # one known key may be chance
    ("title: Storm\ndate: 2024-10-21\ntags: a\n\nIt rained.\n", ("'tags: a'",)),
    ("title: Storm\ndate: 2024-10-21\nIt rained.\n\nIt snowed.\n", ("'It rained.'",)),
    ("title: Storm\ndate: 2024-10-21\n", ("no blank line",)),
    ("Update: the count goes on.\n\nIt rained.\n", ()),
]


@pytest.mark.parametrize(("text", "told"), NEARLY)
def test_what_is_nearly_a_header_is_text_and_told(text, told):
    header, rest = split_header(text)
    assert rest == text
    assert len(header.notes) == len(told)
    assert all(word in note for word, note in zip(told, header.notes, strict=True))
