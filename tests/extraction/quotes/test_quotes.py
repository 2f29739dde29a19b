"""Quotes by construction: tables of sentences with what must be found in them, and nothing else."""

from __future__ import annotations

import pytest

from extraction.quotes import rule_tables
from extraction.quotes.notation import CASES, shown, table
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes
from newsclaim.extraction.quotes.rules import RULES

#: Tables of another form: whole articles, kinds of marks, sentences with a stance.
OTHERS = {"articles", "marks", "stance"}
TABLES = sorted(path.stem for path in CASES.glob("*.toml") if path.stem not in OTHERS)


def cases():
    return [(name, case) for name in TABLES for case in table(name)["case"]]


def rows():
    for name, case in cases():
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


def found_in(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    return [shown(quote) for quote in find_quotes(page_of(doc, article))]


@pytest.mark.parametrize("rule", rule_tables.names())
def test_a_rule_is_needed_where_its_case_says_so(nlp_doc, monkeypatch, rule):
    """`shows` names the rules of the tables that a case cannot do without; every rule has one."""
    case = next((case for _, case in cases() if rule in case.get("shows", [])), None)
    assert case is not None, f"no case shows {rule}"
    rule_tables.without(monkeypatch, rule)
    assert found_in(nlp_doc, case) != case["quotes"]


def test_no_case_shows_a_rule_that_is_none():
    shown_rules = {rule for _, case in cases() for rule in case.get("shows", [])}
    unknown = shown_rules - set(rule_tables.names())
    assert not unknown, f"`shows` names what is no entry of a table in rule_tables.py: {sorted(unknown)}"


def test_every_rule_has_a_case_that_shows_it():
    shown_by = {row.split(":")[0] for _, case in cases() for row in case["quotes"]}
    assert not set(RULES) - shown_by, "a rule of rules.py stands in no case's `quotes`"
    assert not shown_by - set(RULES), "a case's `quotes` name a rule that rules.py does not list"


def test_every_rule_has_a_case_that_it_must_leave_alone():
    """`not` names the rules that a text looks made for and that find nothing in it."""
    left_alone = {rule for _, case in cases() for rule in case.get("not", [])}
    assert not set(RULES) - left_alone, "a rule of rules.py needs a case that names it under `not`"
    assert not left_alone - set(RULES), "a case names a rule under `not` that rules.py does not list"
    for name, case in cases():
        found = {row.split(":")[0] for row in case["quotes"]}
        assert not found & set(case.get("not", [])), f"{name}: {case['name']}"
