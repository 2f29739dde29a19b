"""Quotes by construction: tables of sentences with what must be found in them, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = Path(__file__).resolve().parents[2] / "cases" / "quotes"
TABLES = ("attribution", "continuation", "indirect", "partial", "speakers")


def table(name):
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf8"))


def shown(quote):
    """One quote in the notation of the tables."""
    star = "*" if any(s.how == "continuation" for s in quote.speakers) else ""
    who = " & ".join(s.text + star for s in quote.speakers) or "-"
    via = "".join(f" < {v.text}" for v in quote.via)
    cue = quote.cue.text if quote.cue else "-"
    return f"{who}{via} | {cue} | {' // '.join(s.text for s in quote.spans)}"


def rows():
    for name in TABLES:
        for case in table(name)["case"]:
            marks = [pytest.mark.xfail(reason=case["open"], strict=True)] if "open" in case else []
            yield pytest.param(case, id=f"{name}: {case['name']}", marks=marks)


@pytest.mark.parametrize("case", list(rows()))
def test_finds_exactly_what_is_said(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    assert [shown(quote) for quote in find_quotes(page_of(doc, article))] == case["quotes"]


@pytest.mark.parametrize(("text", "stance"), table("stance")["rows"])
def test_cue_tells_the_stance(nlp_doc, text, stance):
    doc, article = nlp_doc(text)
    quotes = find_quotes(page_of(doc, article))
    assert [quote.cue.stance for quote in quotes if quote.cue] == [stance]
