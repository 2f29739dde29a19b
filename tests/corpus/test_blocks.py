"""Kinds of blocks: the table in tests/cases/corpus/blocks.toml."""

import tomllib
from pathlib import Path

import pytest

from newsclaim.corpus import make_article
from newsclaim.corpus.blocks import find_blocks, is_title_line

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/blocks.toml").read_text("utf-8"))
LINES = [(group["kind"], line) for group in CASES["line"] for line in group["lines"]]
FRAME = "Pier of Oldport reopens\n\nThe pier opened on Monday after a long repair.\n\nMany came to see it that day."


def kinds_of(text, title=None):
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text, title)]


@pytest.mark.parametrize(("kind", "line"), LINES, ids=[line[:40] for _, line in LINES])
def test_kind_of_a_line_between_paragraphs(kind, line):
    text = f"{FRAME}\n\n{line}\n\nThe mayor thanked everybody who had worked on the pier through the winter."
    assert kinds_of(text)[3] == (kind, line)


@pytest.mark.parametrize("case", CASES["article"], ids=[case["why"] for case in CASES["article"]])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \t\n"])
def test_kinds_of_an_article(case, gap):
    text = "".join(line + (" " if line.endswith(("—", "Video:")) else gap) for _, line in case["blocks"])
    assert kinds_of(text) == [tuple(block) for block in case["blocks"]]


def test_the_given_title_is_found_under_the_menu():
    text = "Skip to content\n\nPIER REOPENS\n\nThe pier opened on Monday."
    assert kinds_of(text, "Pier reopens | The Harbour Herald")[1] == ("title", "PIER REOPENS")


def test_a_given_title_that_is_not_in_the_text_makes_no_other_line_the_title():
    text = "The pier opened on Monday.\n\nMany came."
    assert [kind for kind, _ in kinds_of(text, "Pier reopens")] == ["body", "body"]


def test_body_only_calls_every_block_body():
    article = make_article("Skip to content\n\nPier reopens\n\nIt rained.", body_only=True)
    assert {block.kind for block in article.blocks} == {"body"}


@pytest.mark.parametrize(
    ("line", "title", "same"),
    [
        ("Pier reopens", "Pier reopens", True),
        ("“Pier” reopens", '"Pier" reopens', True),
        ("Pier reopens", "Pier reopens - The Herald", True),
        ("Pier reopens - The Herald", "Pier reopens", True),
        ("Pier reopens after storm", "Pier reopens", False),
        ("Pier reopens, and the mayor is glad, she said to the Herald.", "Pier reopens", False),
        ("", "Pier", False),
        ("…", "—", False),
    ],
)
def test_is_title_line(line, title, same):
    assert is_title_line(line, title) is same


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("OLDPORT —", "The pier is open."),
        ("OLDPORT, Norland, March 4 (HNA) -", "“The pier is open,” he said."),
        ("NEW OLDPORT (HNA) --", "300 people came."),
        ("Oldport, March 4 (Harbour News) —", "The pier is open."),
        ("ST. MARY'S, Norland –", "The pier is open."),
    ],
)
def test_a_dateline_is_cut_off_the_first_sentence(dateline, sentence):
    found = kinds_of(f"Pier reopens\n\n{dateline} {sentence}\n\nMany came to see it on that day.")
    assert found[1:3] == [("boilerplate", dateline), ("body", sentence)]


@pytest.mark.parametrize(
    "paragraph",
    [
        # An acronym with an aside, a compound, a speaker in an interview, brackets and dashes in a sentence.
        "NATO — the alliance — said on Monday that 300 soldiers had come.",
        "US-Norland talks began on Monday.",
        "ANA EXAMPLE: The pier - I mean the old one - is open.",
        "The pier (the old one) — Oldport's pride — is open.",
        "Oldport is open – The Herald said so.",
    ],
)
def test_what_is_no_dateline_stays_in_its_sentence(paragraph):
    assert kinds_of(f"Pier reopens\n\n{paragraph}\n\nMany came.")[1] == ("body", paragraph)


PIECES = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/pieces.toml").read_text("utf-8"))
PARAGRAPHS = [(f"{kind}: {case['why']}", case["pieces"]) for kind, cases in PIECES.items() for case in cases]


@pytest.mark.parametrize("pieces", [pieces for _, pieces in PARAGRAPHS], ids=[why for why, _ in PARAGRAPHS])
def test_what_was_set_into_a_paragraph_is_told_from_it(pieces):
    paragraph = " ".join(text for _, text in pieces)
    found = kinds_of(f"{FRAME}\n\n{paragraph}\n\nThe mayor thanked everybody who had worked on the pier this winter.")
    assert found[3:-1] == [tuple(piece) for piece in pieces]


OPENINGS = tomllib.loads((Path(__file__).parents[1] / "cases/corpus/openings.toml").read_text("utf-8"))


@pytest.mark.parametrize("line", OPENINGS["datelines"])
def test_a_dateline_is_told_from_its_sentence(line):
    opening, sentence = line.split("~")
    found = kinds_of(f"Pier reopens\n\n{opening}{sentence}\n\nMany came to see it on that day.")
    assert found[1:3] == [("boilerplate", opening.strip()), ("body", sentence.strip())]


@pytest.mark.parametrize("line", OPENINGS["labels"])
def test_a_label_is_told_from_its_headline(line):
    opening, headline = line.split("~")
    found = kinds_of(f"{opening}{headline}\n\nThe pier is open again, the mayor said on Monday.")
    assert found[:2] == [("boilerplate", opening.strip()), ("title", headline.strip())]


@pytest.mark.parametrize("line", OPENINGS["whole_lines"])
def test_what_opens_a_line_and_is_its_own(line):
    assert kinds_of(f"Pier reopens\n\n{line}\n\nMany came.")[1] == ("body", line)


@pytest.mark.parametrize("line", OPENINGS["whole_headlines"])
def test_what_opens_a_headline_and_is_its_own(line):
    assert kinds_of(f"{line}\n\nThe pier is open again, the mayor said on Monday.")[0] == ("title", line)


@pytest.mark.parametrize("table", OPENINGS["tables"])
def test_rows_of_a_table_are_told(table):
    found = kinds_of(f"{FRAME}\n\n{table}\n\nThe figures are from the army.")
    assert {kind for kind, _ in found[3:-1]} == {"table"}
    assert found[-1] == ("body", "The figures are from the army.")


@pytest.mark.parametrize("lines", OPENINGS["no_tables"])
def test_lines_that_are_no_rows(lines):
    assert "table" not in {kind for kind, _ in kinds_of(f"{FRAME}\n\n{lines}\n\nThe figures are from the army.")}


def test_a_signature_on_its_own_line_makes_a_post_of_the_paragraph_before():
    post = "The bridge stays open.\n\n— Edda Noll (@eddanoll) March 3, 2026"
    assert kinds_of(f"{FRAME}\n\n{post}\n\nShops closed at noon.")[3] == ("embed", post)
