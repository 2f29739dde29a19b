"""Phrases, doers and people as the parse has them: tables of cases."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.page.page import page_of
from newsclaim.extraction.page.people import animate, is_person
from newsclaim.extraction.page.phrases import mentions
from newsclaim.extraction.page.subject import doer

TABLES = Path(__file__).resolve().parents[2] / "cases" / "page"


def cases(name):
    table = tomllib.loads((TABLES / f"{name}.toml").read_text("utf8"))["case"]
    return pytest.mark.parametrize("case", table, ids=[case["name"] for case in table])


@pytest.fixture
def tokens(nlp_doc):
    def read(text):
        return page_of(*nlp_doc(text)).tokens

    return read


def place(w, word):
    return w.text.index(word)


@cases("phrases")
def test_what_somebody_is_called(case, tokens):
    w = tokens(case["text"])
    assert [w.words(a, b) for a, b in mentions(w, place(w, case["word"]))] == case["is"]


@cases("doers")
def test_who_does_it(case, tokens):
    w = tokens(case["text"])
    who = doer(w, place(w, case["verb"]))
    assert (w.text[who] if who >= 0 else "") == case["is"]


@cases("people")
def test_who_is_a_person(case, tokens):
    w = tokens(case["text"])
    i = place(w, case["word"])
    assert (animate(w, i), is_person(w, i)) == (case["animate"], case["person"])
