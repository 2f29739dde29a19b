"""The order of the stages, with hand-made articles."""

from __future__ import annotations

from pathlib import Path

import newsclaim.annotate
import newsclaim.extraction
from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.pipeline import IngestOptions, Timings, extract, extract_batch, ingest
from newsclaim.store import Store


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


def test_a_text_that_the_language_model_breaks_on_does_not_lose_the_others(monkeypatch):
    whole = newsclaim.annotate.annotate

    def broken(articles, model):
        if any(article.id == "b" for article in articles):
            raise ZeroDivisionError
        yield from whole(articles, model)

    monkeypatch.setattr(newsclaim.annotate, "annotate", broken)
    batch = extract_batch([make_article("It rained.", id=name) for name in "abc"], DEFAULT_MODEL)
    assert [e.article.id for e in batch.found] == ["a", "c"]
    assert [f.path for f in batch.failed] == ["b"]


def test_an_article_that_cannot_be_stored_is_named_and_the_others_are_joined(tmp_path, monkeypatch):
    whole = newsclaim.extraction.extract_doc

    def twice(doc, article, *rest):
        found = whole(doc, article, *rest)
        return found.model_copy(update={"quotes": found.quotes * 2}) if article.id == "b" else found

    monkeypatch.setattr(newsclaim.extraction, "extract_doc", twice)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Ada Brook said that {name} had failed.")
    with Store(tmp_path / "a.db", create=True) as store:
        summary = ingest([tmp_path], store, IngestOptions())
        assert [Path(f.path).name for f in summary.failed] == ["b.txt"]
        assert "'b'" in summary.failed[0].reason
        assert sorted(store.known()) == ["a", "c"]
        assert [row.quotes for row in store.actor_rows()] == [2]
        assert store.state("actors_made_from") is not None


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
