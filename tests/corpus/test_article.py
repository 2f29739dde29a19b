"""From a file's text to the Article."""

import pytest

from newsclaim.corpus import article_from_file_text, make_article
from newsclaim.corpus.readers.text import raw_of
from newsclaim.errors import InputError
from newsclaim.text import sha256

HEAD = "---\ntitle: Pier reopens\nsitename: Herald\ndate: 2024-10-23\n---\n"


def test_text_without_header_is_kept_but_for_line_ends_and_nfc():
    article = article_from_file_text("Pier reopens\r\n\r\nThe cafe\u0301\rclosed.  \n", id="a", path="in/a.txt")
    assert article.text == "Pier reopens\n\nThe café\nclosed.  \n"
    assert (article.id, article.path, article.title) == ("a", "in/a.txt", "Pier reopens")
    assert article.sha256 == sha256(article.text)
    assert article.published is None


def test_a_byte_order_mark_that_is_left_is_no_text():
    assert article_from_file_text("\ufeff" + HEAD + "It rained.", id="a").text == "Pier reopens\n\nIt rained."


def test_a_header_title_is_put_before_a_body_that_does_not_begin_with_it():
    article = article_from_file_text(HEAD + "The pier opened.\n", id="a")
    assert article.text == "Pier reopens\n\nThe pier opened.\n"
    assert [block.kind for block in article.blocks] == ["title", "body"]
    assert (article.title, article.outlet, article.published) == ("Pier reopens", "Herald", "2024-10-23")


@pytest.mark.parametrize(
    "body", ["Pier reopens\nIt rained.", "PIER REOPENS\n\nIt.", "\nSkip to content\n\nPier reopens\n\nIt."]
)
def test_a_body_that_begins_with_the_title_is_left_as_it_is(body):
    assert article_from_file_text(HEAD + body, id="a").text == body


def test_a_body_that_begins_with_the_words_of_the_title_gets_its_title():
    text = article_from_file_text(HEAD + "Pier reopens today, the mayor said.", id="a").text
    assert text == "Pier reopens\n\nPier reopens today, the mayor said."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Skip to content\n\nPier reopens\n\nIt rained.", "Pier reopens"),
        ("The pier opened on Monday.\n\nIt rained.", "The pier opened on Monday."),
        ("word " * 100, "word " * 40 + "…"),
        ("***\n\n3 min read", None),
    ],
)
def test_title_without_a_header_is_the_first_line_that_is_no_boilerplate(text, title):
    assert article_from_file_text(text, id="a").title == title


def test_a_first_sentence_is_the_title_in_lists_but_stays_body():
    article = article_from_file_text("The pier opened on Monday.\n\nIt rained.", id="a")
    assert article.blocks[0].kind == "body"


@pytest.mark.parametrize(("raw", "says"), [("", "empty"), (" \r\n\t", "empty"), (HEAD + "\n", "no text after it")])
def test_no_text_is_an_error(raw, says):
    with pytest.raises(InputError, match=says):
        article_from_file_text(raw, id="a")


def test_dates_that_were_not_understood_are_kept():
    assert raw_of("---\ntitle: x\ndate: soon\n---\nIt rained.").header.undated == {"published": "soon"}


def test_what_else_a_header_says_is_kept():
    article = article_from_file_text("---\ntitle: x\nDesk Note: hold\ntags: [a, b]\n---\nIt rained.", id="a")
    assert article.extra == {"Desk Note": "hold", "tags": "a; b"}


def test_make_article_keeps_every_code_point_but_lone_surrogates():
    text = "Cafe\u0301\r\nA\u2028\x00\ud800😀 "
    assert make_article(text, id="\udcff", path="\udcff").text == text.replace("\ud800", "\ufffd")


def test_make_article_takes_the_headline_for_the_title_and_no_sentence():
    assert make_article("Pier reopens\n\nIt rained.").title == "Pier reopens"
    assert make_article("The pier opened, he said.\n\nIt rained.").title is None
    assert make_article("Pier reopens\n\nIt rained.", title="Other").title == "Other"
