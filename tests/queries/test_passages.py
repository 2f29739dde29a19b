"""The passage around what was found: a paragraph, of a long one the sentences near it."""

from __future__ import annotations

from newsclaim.corpus import make_article
from newsclaim.queries.passages import around

SENTENCE = "The harbour of Oldport was quiet again on that day, and the boats lay still. "


def shown(text, words):
    article = make_article(text)
    start = article.text.index(words)
    (passage,) = around(article, [(start, start + len(words))])
    ((first, last),) = passage.marks
    assert passage.text[first:last] == words
    assert article.text[passage.start : passage.start + len(passage.text)] == passage.text
    return passage.text


def test_a_paragraph_is_shown_whole():
    body = SENTENCE * 8 + "Twelve people died. " + SENTENCE * 8
    assert shown(f"Fire\n\n{body.strip()}\n", "Twelve people") == body.strip()


def test_of_a_long_one_the_sentences_around():
    body = SENTENCE * 40 + "Twelve people died. " + SENTENCE * 40
    told = shown(f"Fire\n\n{body.strip()}\n", "Twelve people")
    assert 500 < len(told) < 1200
    assert told.startswith("The harbour")
    assert told.rstrip().endswith("lay still.")


def test_what_is_said_in_more_than_a_long_one_shows_is_whole():
    body = (SENTENCE * 60).strip()
    article = make_article(f"Fire\n\n{body}\n")
    start = article.text.index(body)
    (passage,) = around(article, [(start, start + len(body))])
    assert passage.text == body
