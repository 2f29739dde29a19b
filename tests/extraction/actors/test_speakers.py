"""Who stands behind the words credited: each construction with its cases, exact."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.extraction.actors import find_actors
from newsclaim.extraction.link import link
from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "actors" / "speakers.toml").read_text("utf-8"))["case"]


def marked(case):
    marks = [pytest.mark.xfail(strict=True, reason=case["open"])] if "open" in case else []
    return pytest.param(case, marks=marks, id=f"{case['shows']}: {case['text'][:40]}")


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_speakers(nlp_doc, case):
    doc, article = nlp_doc(case["text"])
    page = page_of(doc, article)
    quotes = find_quotes(page)
    found = link(article, quotes, (), find_actors(page, quotes, ())).quotes
    assert len(found) == case.get("quotes", len(found))
    for content, names in case.get("speakers", {}).items():
        holding = [q for q in found if any(content in s.text or s.text.strip(",.") == content for s in q.spans)]
        assert holding, f"no quote holds {content!r}"
        shortest = min(holding, key=lambda q: sum(len(s.text) for s in q.spans))
        assert [m.name or "" for m in shortest.speakers] == names, content
    said = {m.name for q in found for m in q.speakers}
    assert not said & set(case.get("never", []))
