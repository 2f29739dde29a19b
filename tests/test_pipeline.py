"""Articles in, extractions out."""

from __future__ import annotations

import newsclaim.annotate
import newsclaim.extraction
from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.pipeline import extract, extract_batch


def test_one_broken_article_does_not_lose_the_others(monkeypatch):
    whole = newsclaim.extraction.extract_doc

    def broken(doc, article, *rest):
        if article.id == "b":
            raise ZeroDivisionError
        return whole(doc, article, *rest)

    monkeypatch.setattr(newsclaim.extraction, "extract_doc", broken)
    batch = extract_batch([make_article("It rained.", id=name) for name in "abc"], DEFAULT_MODEL)
    assert [e.article.id for e in batch.found] == ["a", "c"]
    assert [one.article.id for one in batch.broken] == ["b"]
    assert "ZeroDivisionError" in str(batch.broken[0].error)


def test_a_text_that_the_language_model_breaks_on_does_not_lose_the_others(monkeypatch):
    whole = newsclaim.annotate.annotate

    def broken(articles, model):
        if any(article.id == "b" for article in articles):
            raise ZeroDivisionError
        yield from whole(articles, model)

    monkeypatch.setattr(newsclaim.annotate, "annotate", broken)
    batch = extract_batch([make_article("It rained.", id=name) for name in "abc"], DEFAULT_MODEL)
    assert [e.article.id for e in batch.found] == ["a", "c"]
    assert [one.article.id for one in batch.broken] == ["b"]


def test_batches_do_not_change_what_is_found(monkeypatch):
    texts = [f'"We lost {n},000 boxes," said Ada Brook. She left.' for n in range(5)]
    articles = [make_article(text, id=str(n)) for n, text in enumerate(texts)]
    whole = [e for batch in extract(articles, DEFAULT_MODEL) for e in batch.found]
    monkeypatch.setattr("newsclaim.pipeline.BATCH_SIZE", 2)
    assert [e for batch in extract(articles, DEFAULT_MODEL) for e in batch.found] == whole
