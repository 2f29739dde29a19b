"""Column widths: what fits stays as it is, what does not is folded between words."""

from __future__ import annotations

import pytest

from newsclaim.render import plain
from newsclaim.render.layout import fitted, widths
from newsclaim.render.sheet import Section, Sheet
from newsclaim.render.words import first_two

ROW = ("Defense Minister Ada Brook", "word " * 40, "n0123456789ab")


def sheet(*rows):
    return Sheet(("Speaker", "Quote", "Id"), [Section(list(rows))], wide=frozenset({"Quote"}))


@pytest.mark.parametrize(
    ("available", "expected"),
    [
        (1000, [26, 199, 13]),  # room for all
        (120, [26, 81, 13]),  # long text takes what the others leave
        (76, [26, 37, 13]),
        (66, [23, 30, 13]),  # the others are folded first
        (40, [8, 19, 13]),  # then words are broken, ids never
        (20, [8, 18, 13]),  # too narrow for anything
    ],
)
def test_widths(available, expected):
    assert widths(sheet(ROW), available) == expected


def test_an_empty_sheet_is_as_wide_as_its_header():
    assert widths(sheet(), 100) == [7, 5, 2]


def test_empty_columns_are_left_out():
    shown = sheet(("a", "", "x"), ("b", "", "y")).without_empty_columns()
    assert shown.columns == ("Speaker", "Id")
    assert list(shown.rows()) == [("a", "x"), ("b", "y")]
    assert sheet().without_empty_columns().columns == ("Speaker", "Quote", "Id")


def test_the_last_of_the_spare_columns_is_kept_longest_and_a_wide_one_makes_room():
    columns = ("Id", "Cue", "Via", "Date")
    whole = Sheet(columns, [Section([("q" * 13, "said", "v" * 19, "2024-10-21")])], spare=("Cue", "Via", "Date"))
    assert fitted(whole, 80, 2).columns == columns
    assert fitted(whole, 40, 2).columns == ("Id", "Cue", "Date")
    assert fitted(whole, 20, 2).columns == ("Id", "Cue")
    assert fitted(whole, 13, 2).columns == ("Id",)


@pytest.mark.parametrize("width", range(10, 80, 3))
def test_a_sheet_without_rows_fits_everywhere(width):
    columns = ("Id", "Speaker", "Date", "Article", "Quote")
    whole = Sheet(columns, [], wide=frozenset({"Quote"}), spare=("Article", "Date"))
    assert fitted(whole, width, 2).columns


def test_where_rows_have_several_lines_the_article_stands_under_the_date():
    columns = ("Id", "Speaker", "Date", "Article", "Quote")
    rows = [
        ("q" * 13, "Ada Brook of Oldport", "2024-10-21", name, "w " * 40) for name in ("harbour-1", "aljazeera-1172")
    ]
    whole = Sheet(columns, [Section(rows)], wide=frozenset({"Quote"}), spare=("Article", "Date"))
    assert fitted(whole, 120, 2).columns == columns
    narrow = fitted(whole, 80, 2)
    assert narrow.columns == ("Id", "Speaker", "Date, article", "Quote")
    assert [row[2] for row in narrow.rows()] == ["2024-10-21 harbour-1", "2024-10-21 aljazeera-1172"]
    assert len("aljazeera-1172") <= widths(narrow, 80 - 6)[2] < 18
    assert fitted(whole, 60, 2).columns == ("Id", "Speaker", "Quote")


def test_names_and_long_text_make_room_for_an_article_with_a_long_id():
    columns = ("Id", "Speaker", "Date", "Article", "Quote")
    name = "wire/2024-10-21-000005-00"
    rows = [("q" * 13, "Ada Brook of Oldport Harbour", "2024-10-21", name, "w " * 40)]
    whole = Sheet(columns, [Section(rows)], wide=frozenset({"Quote"}), spare=("Article", "Date"))
    shown = fitted(whole, 80, 2)
    assert shown.columns == ("Id", "Speaker", "Date, article", "Quote")
    wide = widths(shown, 80 - 6)
    assert sum(wide) <= 74
    assert wide[0] == 13
    assert wide[2] == len(name)


def test_the_rows_of_an_article_with_a_long_id_stand_under_a_line_that_names_it():
    columns = ("Id", "Speaker", "Date", "Outlet", "Article", "Quote", "Title")
    names = [f"wire/2024/10/21/{'ferry-' * 6}sinks", f"wire/2024/10/22/{'tide-' * 8}rises"]
    rows = [
        (
            f"{n:013}",
            "Ada Brook of Oldport Harbour",
            f"2024-10-2{1 + n // 2}",
            "Wire",
            names[n // 2],
            "w " * 40,
            "t " * 40,
        )
        for n in range(4)
    ]
    spare = ("Title", "Outlet", "Speaker", "Article", "Date")
    whole = Sheet(columns, [Section(rows)], wide=frozenset({"Quote", "Title"}), spare=spare)
    assert "Article" in fitted(whole, 160, 2).columns
    shown = fitted(whole, 80, 2)
    assert shown.columns == ("Id", "Speaker", "Quote")
    assert [section.title for section in shown.sections] == [f"{names[n]} · 2024-10-2{1 + n} · Wire" for n in range(2)]
    assert [[row[0] for row in section.rows] for section in shown.sections] == [
        [rows[0][0], rows[1][0]],
        [rows[2][0], rows[3][0]],
    ]
    assert widths(shown, 80 - 4)[2] >= 30


def test_sentences_around_stay_with_their_row_where_rows_stand_under_their_article():
    columns, name = ("Id", "Date", "Article", "Quote"), "wire/" + "ferry-" * 9
    sections = [Section([(n * 13, "2024-10-21", name, "w " * 40)], footer=f"around {n}") for n in "ab"]
    shown = fitted(Sheet(columns, sections, wide=frozenset({"Quote"}), spare=("Article", "Date")), 80, 2)
    assert [(section.title, section.footer) for section in shown.sections] == [
        (f"{name} · 2024-10-21", "around a"), (None, "around b"),
    ]  # fmt: skip


def test_long_cells_are_short_in_a_terminal_only():
    whole = Sheet(("Id", "Roles"), [Section([("a1", "minister; mayor; judge")])], brief={"Roles": first_two})
    assert list(whole.in_brief().rows()) == [("a1", "minister; mayor")]
    assert "judge" in "".join(plain.lines(whole))


def test_a_wide_cell_shifts_no_more_of_its_line_than_it_must():
    rows = [("a", "b", "c", "d"), ("x" * 30, "b", "c", "d")]
    lines = list(plain.lines(Sheet(("First", "Second column", "C", "D"), [Section(rows)])))
    assert lines[2].index("c") == lines[0].index("C")
    assert lines[3] == "x" * 30 + "  b" + lines[2][33:]
    names = list(plain.lines(Sheet(("Name", "C"), [Section([("n" * 36, "c")] * 9 + [("n" * 50, "c")])])))
    assert {line.index("c") for line in names[2:11]} == {38}  # most fit
