"""What holds for any text: blocks cover it, slice back, and nothing raises."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaim.corpus import article_from_file_text, make_article
from newsclaim.corpus.dates import iso_date
from newsclaim.corpus.encoding import decode
from newsclaim.corpus.header import split_header
from newsclaim.errors import InputError

PIECES = st.sampled_from(
    [
        *(
            "---",
            "title: Pier",
            "date: 2024-10-23",
            "Source: x",
            "- item",
            "Skip to content",
            "Related Posts",
            "Photo: x",
        ),
        *("By Ana Example", "Pier reopens", "“We wait,” he said.", '"', "…", "—", "©", "|"),
        *("\n", "\r\n", "\n\n", " ", "\t", "\u2028", "\x0c", "\x1c", "\x00", "\ud800"),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8))).map("".join))
LINES = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=30)


def check_blocks(article):
    end = 0
    for block in article.blocks:
        assert not article.text[end : block.start].strip()
        assert end <= block.start < block.end
        stretch = article.text[block.start : block.end]
        assert stretch == stretch.strip()
        end = block.end
    assert not article.text[end:].strip()


@given(TEXTS, st.one_of(st.none(), LINES), st.booleans())
def test_blocks_cover_the_text_in_order(text, title, body_only):
    article = make_article(text, title=title, body_only=body_only)
    assert len(article.text) == len(text)
    check_blocks(article)


@given(TEXTS)
def test_a_file_becomes_an_article_or_a_message(raw):
    try:
        check_blocks(article_from_file_text(raw, id="a"))
    except InputError as error:
        assert str(error)  # noqa: PT017 - either is right


@given(TEXTS)
def test_a_header_is_cut_off_from_the_front(text):
    try:
        _, rest = split_header(text)
    except InputError:
        return
    assert text.endswith(rest)


@given(LINES, TEXTS)
def test_header_and_body_come_back(title, body):
    value = title.replace("'", "").replace("\ufeff", "").strip()
    value = "".join(c for c in value if c.isprintable())
    header, rest = split_header(f"---\ntitle: '{value}x'\n---\n{body}")
    assert rest == body
    assert header.title == " ".join(f"{value}x".split())


@given(st.text())
def test_a_date_is_iso_or_none(text):
    found = iso_date(text)
    assert found is None or found[4] == "-"


@given(st.binary())
def test_bytes_become_text_or_a_message(data):
    try:
        assert isinstance(decode(data).text, str)
    except InputError as error:
        assert str(error)  # noqa: PT017 - either is right


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff\ufffe"), min_size=1))
def test_utf_8_comes_back(text):
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        '"' * 300_000,
        "“" * 300_000,
        "a\n" * 50_000,
        "- a\n" * 50_000,
        "---\n" * 50_000,
        "title: x\n" * 50_000,
        "| " * 150_000,
        " " * 600_000 + "x",
        "By Ana Example " * 30_000,
        "The army said that 3,000 soldiers had come. " * 60_000,
        ("The army said that 3,000 soldiers had come to the base in the\nnorth of the country.\n\n") * 15_000,
    ],
    ids=lambda text: text[:12],
)
def test_large_files_do_not_hang(text):
    started = time.process_time()
    check_blocks(article_from_file_text(text, id="a"))
    assert time.process_time() - started < 10
