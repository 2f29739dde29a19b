"""No text makes the quote search raise, and what it returns always fits the text."""

from __future__ import annotations

import pytest

from newsclaim.extraction.page import page_of
from newsclaim.extraction.quotes import find_quotes

ODD = {
    "empty": "",
    "white space": " \n\t\n ",
    "only marks": '""""““””\'\'',
    "cue and preposition": "SAID TO",
    "mark at both ends": '"',
    "cue alone": "said",
    "cue and mark": 'said "',
    "ends in what somebody called": "The harbour has begun what Horn called",
    "according to nobody": "According to",
    "per nobody": "per",
    "in nobody's words": "in the words of",
    "colon first": ': "yes"',
    "as alone": "As said, as said, as",
    "verbs only": "said said said said, said, said.",
    "hyphens": "study co-author-co-author- said - yes - no",
    "zero width": "\u200b“\u200b”\u200b said\u200b Ann\u200b",
    "surrogate": "Ann said “\ud800 yes” today.",
    "other scripts": "他说“你好”。 Он сказал: «да». قال: “نعم”",
    "emoji": "😀 said “😀” and 😀 said “no” 😀",
    "unbalanced": "“a ‘b “c ’d” e’ said Ann “f",
    "brackets": "((Ann)) said [“”] ((no)) “[...]” said (Ann (",
    "deep": "Ann said that Bob said that " * 60 + "it rained.",
    "long lines": ('"a," b said. ' * 400 + "\n") * 2,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_texts(nlp_doc, text):
    doc, article = nlp_doc(text)
    for quote in find_quotes(page_of(doc, article)):
        spans = [*quote.spans, *quote.verbatim, *quote.speakers, *quote.via, *([quote.cue] if quote.cue else [])]
        assert quote.spans
        assert all(span.text == article.text[span.start : span.end] != "" for span in spans)


def test_the_same_text_gives_the_same_quotes(nlp_doc):
    text = "“We won,” said Orla Keane. Pavel Horn said the vote was stolen."
    first, second = (find_quotes(page_of(*nlp_doc(text))) for _ in range(2))
    assert first == second
    assert len({quote.id for quote in first}) == len(first) == 2


def test_a_doc_may_cover_only_the_beginning(nlp_doc):
    text = "“We won,” said Keane. “They lost,” said Horn."
    doc, article = nlp_doc(text)
    start = doc[: len(doc) // 2].as_doc()
    assert [quote.spans[0].text for quote in find_quotes(page_of(start, article))] == ["We won,"]


def test_captions_and_boilerplate_give_no_quotes(nlp_doc):
    doc, article = nlp_doc("“We won,” said Keane.")
    blocks = tuple(block.model_copy(update={"kind": "caption"}) for block in article.blocks)
    assert find_quotes(page_of(doc, article.model_copy(update={"blocks": blocks}))) == ()
