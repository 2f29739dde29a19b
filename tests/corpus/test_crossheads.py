"""Headings run into a paragraph: only in an article whose line breaks are lost, and only where a capital tells of them."""

import pytest

from newsclaim.corpus.blocks import find_blocks

LEAD = "The mayor of Oldport said on Monday that the old pier would be open again by the end of the summer. " * 12


def kinds_of(text):
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Harbour ban", "The meeting may touch on the ban."),
        ("Brok: Norland harboured smugglers' boats", "In its report the council named nine."),
        ("Boats towed in", "Last week two ferries collided."),
        ("43 boats lost", "According to the council the pier costs $3m."),
    ],
)
def test_a_heading_is_cut_off_the_sentence_behind_it(heading, sentence):
    found = kinds_of(f"{LEAD}{heading} {sentence} Many came.")
    assert found == [("body", LEAD.strip()), ("heading", heading), ("body", f"{sentence} Many came.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "In Oldport The Old House was open.",  # no small letter behind the capital
        "The council, which has many members from all of the towns on the river, saw The film.",
        'He said: "Boats. The pier is open."',
        "Harbour. The meeting may touch on it.",
        "Some 300 Class A drug dealers were arrested.",
        "Twelve Category A prisoners were moved on Monday.",
        "Mr He said 300 people had come.",
        "Deputy minister An said that boats were lost.",
    ],
)
def test_what_is_no_heading_stays_in_its_paragraph(sentence):
    assert len(kinds_of(f"{LEAD}{sentence} Many came.")) == 1


def test_a_text_with_its_paragraphs_has_no_heading_inside_one():
    found = kinds_of(f"{LEAD}\n\n{LEAD}\n\nHarbour ban The meeting may touch on the ban.")
    assert all(kind != "heading" for kind, _ in found[1:])
