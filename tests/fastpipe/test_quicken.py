"""The fast pipeline says what the plain one says, and the plain one is taken where it would not."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from newsclaim.config import DEFAULT_MODEL
from newsclaim.fastpipe import one_thread, quicken, quickened, tok2vec
from newsclaim.fastpipe.lemmas import table_of_lemmas

FAST = ["tok2vec", "tagger", "parser", "newsclaim_lemmas", "ner"]
PLAIN = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]


def load():
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def plain():
    return load()


@pytest.fixture(scope="module")
def fast():
    return quickened(load)


def test_the_default_model_is_made_fast(fast):
    assert fast.pipe_names == FAST


def test_the_sample_corpus_is_annotated_as_by_the_plain_pipeline(plain, fast):
    texts = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))]
    with one_thread():
        both = list(zip(plain.pipe(texts), fast.pipe(texts, batch_size=3), strict=True))
    assert [quicken._annotations(one) == quicken._annotations(other) for one, other in both] == [True] * len(texts)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Let's go. Let us go.", "It's gonna rain; we gotta go.", "There's one.", "He ain't here, y'all."],
)
def test_odd_texts_and_words_that_look_at_their_neighbours(plain, fast, text):
    assert quicken._annotations(fast(text)) == quicken._annotations(plain(text))


def test_a_document_without_tokens_between_others(plain, fast):
    texts = ["Ada Brook left.", "", "She sang."]
    found = [quicken._annotations(doc) for doc in fast.pipe(texts)]
    assert found == [quicken._annotations(doc) for doc in plain.pipe(texts)]


def test_words_are_forgotten_before_they_fill_the_memory(monkeypatch, plain):
    monkeypatch.setattr(tok2vec, "_MOST_WORDS", 5)
    fast = quickened(load)
    for text in ("Ada Brook left the old harbour on Monday.", "Tom Reed sang about ships.", "Ada Brook left."):
        assert quicken._annotations(fast(text)) == quicken._annotations(plain(text))


def test_a_pipeline_that_would_say_something_else_is_loaded_plain(monkeypatch):
    monkeypatch.setattr(quicken, "_replace_networks", lambda nlp: nlp.remove_pipe("ner"))
    assert quickened(load).pipe_names == PLAIN


def test_a_pipeline_of_another_make_is_loaded_plain(monkeypatch):
    def broken(_nlp):
        raise AttributeError

    monkeypatch.setattr(quicken, "use_numpy_product", broken)
    assert quickened(load).pipe_names == PLAIN


def test_rules_that_look_at_more_are_left_to_the_plain_component():
    nlp = load()
    nlp.get_pipe("attribute_ruler").add([[{"SHAPE": "ddd"}]], {"POS": "NUM"})
    assert table_of_lemmas(nlp) is None


def test_a_network_of_another_shape_stays(plain):
    tagger = plain.get_pipe("tagger").model
    assert tok2vec.fast_tok2vec(tagger) is None


def test_an_environment_that_forces_old_kernels_is_tried_in_another_process(monkeypatch):
    from newsclaim.fastpipe import blas

    asked = []
    monkeypatch.setenv("OPENBLAS_CORETYPE", "Prescott")
    monkeypatch.setattr(blas.subprocess, "run", lambda *command, **_: asked.append(command) or blas.subprocess)
    monkeypatch.setattr(blas.subprocess, "returncode", -11, raising=False)
    blas._is_safe.cache_clear()
    assert not blas._is_safe()
    assert len(asked) == 1
    blas._is_safe.cache_clear()
