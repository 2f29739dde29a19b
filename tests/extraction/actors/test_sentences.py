"""Everybody who is in a sentence, and nobody else: a table of constructions, exact."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.numbers import find_claims
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "actors" / "sentences.toml").read_text("utf-8"))["case"]


def shown(actor) -> str:
    roles = "".join(f" | as {r.title or 'one'}{f' ({r.organisation})' if r.organisation else ''}" for r in actor.roles)
    country = f" | {actor.country}" if actor.country else ""
    return f"{actor.kind} {actor.name}{country}{roles}: {', '.join(m.text for m in actor.mentions)}"


def marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["open"])] if "open" in case else []
    return pytest.param(case, marks=marks, id=f"{case['shows']}: {case['text'][:40]}")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_sentence(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    page = page_of(doc, article)
    found = find_actors(page, find_quotes(page), find_claims(page))
    assert [shown(actor) for actor in found.actors] == case["actors"]
