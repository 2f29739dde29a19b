"""Paragraphs: a line each, or several lines of a wrapped text."""

import textwrap

import pytest

from newsclaim.corpus.blocks.paragraphs import paragraph_spans

PIER = (
    "The pier of Oldport opened again on Monday after three months of repairs that cost the town more than "
    "$3 million, the harbour office said. At least 400 people came to see the first ferry leave."
)
MUSTER = (
    '"We have waited long enough for this day," harbour master Carla Muster told the crowd, which had come in the rain '
    "and stayed until the evening."
)
PARAGRAPHS = ["Pier reopens after storm", PIER, MUSTER, "The ferry sails again on Friday."]


def split(text):
    return [" ".join(text[a:b].split()) for a, b in paragraph_spans(text)]


@pytest.mark.parametrize("width", [50, 60, 72, 80])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\r\n\r\n"])
def test_wrapped_paragraphs_are_joined(width, gap):
    text = gap.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert split(text) == PARAGRAPHS


def test_wrapped_paragraphs_without_blank_lines_end_at_short_lines():
    text = "\n".join(textwrap.fill(paragraph, 60) for paragraph in PARAGRAPHS[1:])
    assert split(text) == PARAGRAPHS[1:]


def test_wrapped_paragraphs_with_indented_first_lines():
    text = "\n".join(textwrap.fill(paragraph, 60, initial_indent="    ") for paragraph in PARAGRAPHS[1:])
    assert split(text) == PARAGRAPHS[1:]


def test_a_list_in_a_wrapped_text_keeps_its_items():
    items = [textwrap.fill(f"- {paragraph}", 60, subsequent_indent="  ") for paragraph in PARAGRAPHS[1:3]]
    assert split("\n".join(items)) == [f"- {paragraph}" for paragraph in PARAGRAPHS[1:3]]


def test_a_dash_that_comes_to_stand_first_in_a_line_is_no_list_item():
    text = (
        "The pier of Oldport, which was built in the years after the war\n- nobody knows when - opened again on Monday."
    )
    assert split(text + "\n\n" + textwrap.fill(PIER, 64)) == [" ".join(text.split()), PIER]


@pytest.mark.parametrize(
    "lines",
    [
        # A line per paragraph, long and short.
        PARAGRAPHS,
        # Short sentences, a line each: every line ends as a sentence.
        ["The pier is open and the ferry sails again, the office said.", "The mayor came, and so did 400 others."] * 4,
        # A title of nearly the width of the next line.
        [
            "Pier of Oldport reopens after a long repair that cost much",
            "The mayor was glad to see the pier open again, she said.",
        ],
        # A table.
        ["Harbour Party - 12 seats", "Hill Party - 9 seats", "Market Party - 4 seats"],
    ],
)
def test_a_line_is_a_paragraph(lines):
    assert split("\n".join(lines)) == lines


def test_no_article_has_more_than_twenty_thousand_paragraphs():
    spans = paragraph_spans("a\n" * 30_000)
    assert len(spans) == 20_000
    assert spans[-1][1] == 59_999


def test_sentences_that_a_scraper_cut_at_links_and_tags_are_joined():
    text = (
        "    Pier reopens\n\n    The mayor of\n\n    Oldport\n\n    said on Monday that\n        Carla\n        Muster\n"
        "    , who built it, had\n    done well.\n\n    Many came. The rest of\n\n    the town\n    stayed at home."
    )
    assert split(text) == [
        "Pier reopens",
        "The mayor of Oldport said on Monday that Carla Muster , who built it, had done well.",
        "Many came. The rest of the town stayed at home.",
    ]


def test_a_line_that_begins_small_here_and_there_is_no_sign_of_scraping():
    lines = ["eBay buys the pier", "The town was glad.", "iPhones were sold there.", "Nobody knows why", "it was sold."]
    assert split("\n\n".join(lines * 2)) == lines * 2


def test_a_list_without_bullets_is_no_sentence():
    lines = ["It sells", "apples", "pears and", "plums", "nuts", "oats"]
    assert split("\n".join(lines)) == lines
