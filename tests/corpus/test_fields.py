"""Fields under the names of other tools → what they say of an article."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus.fields import field_of, folded, line_of, people, record_from

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/fields.toml").read_text("utf-8"))
NAMES = st.text(st.characters(codec="ascii", categories=["Lu", "Ll"]), min_size=2, max_size=8)


def rows(kind):
    return [pytest.param(case, id=case["why"][:60]) for case in CASES[kind]]


def said_of(record):
    header = record.header
    return {name: getattr(header, name) for name in ("title", "outlet", "published", "updated", "url")} | {
        "text": record.text,
        "authors": list(header.authors),
        "extra": dict(header.extra),
        "undated": dict(header.undated),
    }


@pytest.mark.parametrize("case", rows("row"))
def test_a_row_says_what_the_case_says(case):
    record = record_from(case["row"], case.get("columns"))
    said = said_of(record)
    wanted = {key: value for key, value in case.items() if key in said} | dict.fromkeys(case.get("absent", ()))
    assert {name: said[name] for name in wanted} == wanted
    notes = case.get("notes", [])
    assert [part in note for part, note in zip(notes, record.header.notes, strict=True)] == [True] * len(notes)


@pytest.mark.parametrize("case", rows("people"))
def test_authors_are_told_apart(case):
    assert list(people(case["value"])) == case["names"]


def test_every_name_of_the_list_means_one_field():
    from newsclaim import lexicon

    names = [(name, field) for field, listed in lexicon.load("fields").items() for name in listed]
    assert len({name for name, _ in names}) == len(names)
    assert all(field_of(name) == field and folded(name) == name for name, field in names)
    assert [field_of(name) for name in ("desk", "texts", "textbook", "")] == [None] * 4


@given(st.permutations(["text", "title", "outlet", "url", "published", "authors", "desk"]))
def test_the_order_of_the_columns_does_not_matter(order):
    row = {"text": "It rained.", "title": "Rain", "outlet": "Herald", "url": "https://herald.example/1",
           "published": "2026-03-02", "authors": "Ana Example; Ben Roe", "desk": "city"}  # fmt: skip
    assert record_from({name: row[name] for name in order}) == record_from(row)


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_names_between_semicolons_come_back(names):
    assert list(people("; ".join(f"X{name} Roe" for name in names))) == [f"X{name} Roe" for name in names]


@given(st.text())
def test_a_line_has_no_line_ends_and_is_read_once(text):
    line = line_of(text)
    assert line is None or (line == " ".join(line.split()) and line_of(line) == line)
