"""Articles in, extractions out."""

from __future__ import annotations

import gc
import weakref

import pytest

import newsclaim.annotate
import newsclaim.extraction
from newsclaim.config import DEFAULT_MODEL
from newsclaim.corpus import make_article
from newsclaim.models import Model, Span
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


PAGE = """Ada Brook, the mayor of Oldport, said on Monday that {n},000 boats had left the harbour.

“We lost {n} crates,” Brook said. She told reporters that it rained.

"""


@pytest.fixture
def short_sections(monkeypatch):
    monkeypatch.setattr("newsclaim.annotate.sections.LONGEST", 500)
    monkeypatch.setattr("newsclaim.annotate.sections.SECTION", 400)


@pytest.mark.usefixtures("short_sections")
def test_of_a_long_text_no_more_than_a_section_is_held_annotated(monkeypatch):
    whole = newsclaim.extraction.extract_doc
    alive = weakref.WeakSet()
    held = []

    def noting(doc, article, *rest):
        gc.collect()
        alive.add(_Watched.on(doc))
        held.append((len(alive), len(article.text)))
        return whole(doc, article, *rest)

    monkeypatch.setattr(newsclaim.extraction, "extract_doc", noting)
    batch = extract_batch([make_article("".join(PAGE.format(n=n) for n in range(2, 40)))], DEFAULT_MODEL)
    assert not batch.broken
    assert len(held) > 10
    assert {docs for docs, _ in held} == {1}
    assert max(size for _, size in held) <= 400


class _Watched:
    """Lives as long as a Doc: a Doc itself takes no weak reference."""

    @classmethod
    def on(cls, doc):
        doc.user_data["watched"] = one = cls()
        return one


@pytest.mark.usefixtures("short_sections")
def test_findings_of_sections_are_findings_of_the_article():
    article = make_article("".join(PAGE.format(n=n) for n in range(2, 12)))
    (found,) = extract_batch([article], DEFAULT_MODEL).found
    assert found.article is article
    assert len(found.quotes) == 30
    assert [claim.value for claim in found.claims[:4]] == [2000, 2, 3000, 3]
    assert len({one.id for one in (*found.quotes, *found.claims)}) == len(found.quotes) + len(found.claims)
    for span in _spans(found):
        assert article.text[span.start : span.end] == span.text
    (ada,) = [actor for actor in found.actors if actor.kind == "person"]
    assert ada.name == "Ada Brook"
    assert {mention.actor for quote in found.quotes for mention in quote.speakers} == {ada.id}
    assert sum(mention.text == "Brook" for mention in ada.mentions) == 10
    assert [alias.count for alias in ada.aliases] == [10, 10]


def _spans(found):
    if isinstance(found, Span):
        yield found
    values = vars(found).values() if isinstance(found, Model) else found if isinstance(found, tuple) else ()
    for value in values:
        yield from _spans(value)


@pytest.mark.usefixtures("short_sections")
def test_findings_of_sections_stand_where_the_text_was_written():
    written = "".join(PAGE.format(n=n) for n in range(2, 12)).replace("said on", "said   on").replace("“", "&ldquo;")
    article = make_article(written)
    (found,) = extract_batch([article], DEFAULT_MODEL).found
    assert found.article is article
    assert len(found.quotes) == 30
    for span in _spans(found):
        assert written[span.start : span.end] == span.text
    assert found == type(found).model_validate_json(found.model_dump_json(by_alias=True))


@pytest.mark.usefixtures("short_sections")
def test_models_of_one_class_share_what_tells_their_fields():
    (found,) = extract_batch([make_article("".join(PAGE.format(n=n) for n in range(2, 12)))], DEFAULT_MODEL).found
    assert len({id(quote.__pydantic_fields_set__) for quote in found.quotes}) == 1
    assert len({id(span.__pydantic_fields_set__) for quote in found.quotes for span in quote.spans}) == 1
