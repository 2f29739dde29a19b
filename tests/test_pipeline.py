"""The order of the stages, with hand-made articles."""

from __future__ import annotations

import newsclaim.extraction
from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.pipeline import Timings, extract, extract_batch


def test_one_broken_article_does_not_lose_the_others(monkeypatch):
    whole = newsclaim.extraction.extract_doc

    def broken(doc, article, *rest):
        if article.id == "b":
            raise ZeroDivisionError
        return whole(doc, article, *rest)

    monkeypatch.setattr(newsclaim.extraction, "extract_doc", broken)
    batch = extract_batch([make_article("It rained.", id=name) for name in "abc"], DEFAULT_MODEL)
    assert [e.article.id for e in batch.found] == ["a", "c"]
    assert [f.path for f in batch.failed] == ["b"]
    assert "ZeroDivisionError" in batch.failed[0].reason


def test_batches_do_not_change_what_is_found(monkeypatch):
    texts = [f'"We lost {n},000 boxes," said Ada Brook. She left.' for n in range(5)]
    articles = [make_article(text, id=str(n)) for n, text in enumerate(texts)]
    whole = [e for batch in extract(articles, DEFAULT_MODEL) for e in batch.found]
    monkeypatch.setattr("newsclaim.pipeline.BATCH_SIZE", 2)
    assert [e for batch in extract(articles, DEFAULT_MODEL) for e in batch.found] == whole


def test_timings_are_shares_of_the_language_model():
    timings = Timings()
    timings.add("annotate", 2)
    timings.add("quotes", 0.1)
    other = Timings()
    other.add("quotes", 0.1)
    timings.merge(other)
    assert timings.report() == "annotate 2.00 s; quotes 0.20 s (10.0% of annotate)"
