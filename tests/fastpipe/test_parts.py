"""The parts of the fast pipeline by themselves: vectors as those of the plain network, few questions for lemmas."""

from __future__ import annotations

import numpy as np
import pytest
import spacy

from newsclaim.config import DEFAULT_MODEL
from newsclaim.fastpipe import features, one_thread, tok2vec
from newsclaim.fastpipe.lemmas import table_of_lemmas
from newsclaim.fastpipe.rules import Rules

WORDS = "Ada Brook left the old harbour on Monday , she said ; nobody was there".split()


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_MODEL)


def made_of(nlp, count):
    return spacy.tokens.Doc(nlp.vocab, words=[WORDS[i * i % len(WORDS)] for i in range(count)])


@pytest.mark.parametrize("sizes", [[0], [1], [2], [3, 0, 1], [255, 1], [256], [257, 30], [1000]])
def test_vectors_are_those_of_the_plain_network(nlp, sizes):
    docs = [made_of(nlp, size) for size in sizes]
    model = nlp.get_pipe("tok2vec").model
    with one_thread():
        pairs = list(zip(model.predict(docs), tok2vec.fast_tok2vec(model)(docs), strict=True))
    assert [one.shape for one, _ in pairs] == [other.shape for _, other in pairs]
    assert all(np.allclose(one, other, atol=2e-5) for one, other in pairs)


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_features_are_those_of_the_plain_layer_whatever_stood_in_their_room(nlp, name, monkeypatch):
    monkeypatch.setattr(features, "_MOST_ROWS", 500)
    lower = nlp.get_pipe(name).model.get_ref("lower")
    kept = features.in_kept_room(lower)
    rng = np.random.default_rng(1)
    with one_thread():
        for rows in (7, 400, 0, 30, 499, 500, 900):  # the last two have no room
            tokens = rng.standard_normal((rows, lower.get_dim("nI"))).astype(np.float32)
            assert np.allclose(kept.predict(tokens), lower.predict(tokens), atol=1e-5)
    first, second = (kept.predict(np.ones((n, lower.get_dim("nI")), np.float32)) for n in (9, 5))
    assert np.shares_memory(first, second)
    assert features.in_kept_room(nlp.get_pipe("tok2vec").model) is nlp.get_pipe("tok2vec").model


def test_the_lemma_of_a_word_is_asked_once_whatever_stands_beside_it(nlp):
    table = table_of_lemmas(nlp)
    asked = []
    plain, table._asked = table._asked, lambda words: asked.append(len(words)) or plain(words)
    for subject in ("Ada", "Tom", "Mira", "Nobody"):
        words = [subject, "was", "here"]
        doc = spacy.tokens.Doc(
            nlp.vocab, words=words, tags=["NNP", "VBD", "RB"], deps=["nsubj", "ROOT", "advmod"], heads=[1, 1, 1]
        )
        assert [token.lemma_ for token in table(doc)][1:] == ["be", "here"]
    assert asked == [2, 3, 1, 1, 1]  # the names alone are new


def test_dependencies_that_no_rule_tells_apart_are_one(nlp):
    rules = Rules.of(nlp.get_pipe("attribute_ruler"))
    assert rules.seen_as("appos") == rules.seen_as("poss")
    assert rules.seen_as("aux") != rules.seen_as("poss")


def test_only_some_neighbours_are_told_apart(nlp):
    rules = Rules.of(nlp.get_pipe("attribute_ruler"))
    assert rules.as_neighbour("ada", "NNP", "nsubj") == rules.as_neighbour("tom", "NNP", "nsubj")
    assert rules.as_neighbour("there", "EX", "expl") != rules.as_neighbour("there", "RB", "advmod")
    assert rules.look_around("was")
    assert not rules.look_around("here")


@pytest.mark.parametrize(
    "pattern",
    [[{"SHAPE": "ddd"}], [{"LOWER": "a"}] * 3, [{"LOWER": {"FUZZY": "a"}}, {}], [{"DEP": {"REGEX": "x", "IN": ["y"]}}]],
)
def test_rules_of_another_kind_are_not_known(pattern):
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "b"}]], {"POS": "NUM"})
    assert Rules.of(ruler) is not None
    ruler.add([pattern], {"POS": "NUM"})
    assert Rules.of(ruler) is None
