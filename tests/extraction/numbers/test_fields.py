"""Single fields of claims: a table of cases with what looks alike beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclaim import annotate
from newsclaim.corpus import make_article
from newsclaim.extraction import extract_doc
from newsclaim.models import PipelineInfo

TABLES = Path(__file__).parents[2] / "cases" / "numbers"
CASES = [
    case
    for name in ("fields", "rows", "kinds", "sentences", "outlets", "values")
    for case in tomllib.loads((TABLES / f"{name}.toml").read_text(encoding="utf8"))["case"]
]
INFO = PipelineInfo(version="0", model="m")
#: A field's words, where it is no plain value.
READ = {
    "place": lambda claim: claim.place and claim.place.name,
    "country": lambda claim: claim.place and claim.place.country,
    "whose": lambda claim: claim.whose and (claim.whose.name or claim.whose.text),
    "whose_text": lambda claim: claim.whose and claim.whose.text,
    "about": lambda claim: claim.about and claim.about.head,
    "counted": lambda claim: claim.counted and claim.counted.head,
    "time": lambda claim: claim.time and f"{claim.time.from_ or ''}/{claim.time.to or ''}",
    "sources": lambda claim: "; ".join(one.name or one.text for one in claim.sources),
    "class": lambda claim: claim.class_,
    "event": lambda claim: claim.event and claim.event.text,
    "text_of": lambda claim: claim.text,
}


@pytest.fixture(scope="module")
def annotated():
    articles = [make_article(case["text"], id=f"c{k}", published="2026-03-12") for k, case in enumerate(CASES)]
    return list(zip(annotate.annotate(articles), articles, strict=True))


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda k: f"{CASES[k]['n']}-{CASES[k]['text'][:40]}")
def test_field(annotated, number):
    case = CASES[number]
    claims = extract_doc(*annotated[number], INFO).claims
    claim = next((one for one in claims if one.number.text == case["n"]), None)
    wanted = {key: value for key, value in case.items() if key not in ("text", "n", "none")}
    if case.get("none"):
        assert claim is None, f"{case['n']!r} is a claim: {case['text']}"
        return
    assert claim is not None, f"no claim of {case['n']!r}, only of {[one.number.text for one in claims]}"
    texts = {one.id: one.number.text for one in claims}
    found = {key: READ[key](claim) if key in READ else getattr(claim, key, None) for key in wanted}
    ties = {"part_of": claim.part_of, "adds_to": claim.adds_to, "from": claim.from_}
    found |= {key: texts.get(other) for key, other in ties.items() if key in wanted}
    found = {key: "" if value is None else value for key, value in found.items()}
    assert found == wanted, f"found, then wanted, of {case['n']!r} in: {case['text']}"
