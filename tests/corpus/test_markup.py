"""HTML → the text it stands for."""

import tomllib
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus.markup import is_markup, prose_of, read_markup

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/markup.toml").read_text("utf-8"))
WORDS = st.text(st.characters(categories=["L", "Nd", "Po"], codec="utf-8"), min_size=1, max_size=8)
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize("case", CASES["text"], ids=[case["why"] for case in CASES["text"]])
def test_html_stands_for_its_text(case):
    read = read_markup(case["html"])
    assert read.text == case["text"].replace("¶", "\n\n")
    assert (read.title or "") == case.get("title", "")
    if "heading" in case:
        assert read.heading == case["heading"]


@pytest.mark.parametrize("text", CASES["beginnings"]["markup"])
def test_a_text_that_begins_with_a_tag_is_markup(text):
    assert is_markup(text)


@pytest.mark.parametrize("text", CASES["beginnings"]["prose"])
def test_a_text_that_begins_with_words_is_none(text):
    assert not is_markup(text)


@given(st.lists(SENTENCES.filter(lambda line: line != "-"), min_size=1, max_size=6))
def test_paragraphs_come_back(lines):
    for tag in ("p", "div", "h2", "blockquote"):
        assert prose_of("".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)) == "\n\n".join(lines)


@given(st.text(st.one_of(st.sampled_from("<>/ptdrqbliscr&;#\"'= \n-!"), st.characters(exclude_characters="\0"))))
def test_whatever_is_written_is_read(html):
    read = read_markup(html)
    assert "\0\n\n" not in read.text
    assert all(paragraph.strip(" ") == paragraph for paragraph in read.text.split("\n\n"))
