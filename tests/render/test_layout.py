"""Column widths: what fits stays as it is, what does not is folded between words."""

from __future__ import annotations

import pytest

from newsclaim.render.layout import widths
from newsclaim.render.sheet import Section, Sheet

ROW = ("Defense Minister Ada Brook", "word " * 40, "n0123456789ab")


def sheet(*rows):
    return Sheet(("Speaker", "Quote", "Id"), [Section(list(rows))], wide=frozenset({"Quote"}))


@pytest.mark.parametrize(
    ("available", "expected"),
    [
        (1000, [26, 199, 13]),  # room for all
        (120, [26, 81, 13]),  # long text takes what the others leave
        (76, [23, 40, 13]),  # the others are folded first
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
