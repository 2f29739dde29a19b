"""How wide each column of a table is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from newsclaim.render.sheet import Section, Sheet, width_of

#: A column of long text gets at least so many cells before the others are left at their natural width.
_COMFORT = 30
_LEAST = 18
#: A column of names or short words can be read well at this width.
_MODEST = 20
#: What is copied is never broken.
_WHOLE = {"Id", "Topic", "Article", "Text of", "Date, article"}
#: Long text is still read at this width, where it leaves room for the article under the date.
_TIGHT = 24
_LEAST_OTHER = 8
#: Where the article finds no room otherwise, names are folded at this width.
_NARROW = 12
#: What tells where a finding stands.
_WHERE = ("Article", "Date", "Outlet")
#: A word that is longer may be broken.
_LONGEST_WORD = 15


def fitted(sheet: Sheet, available: int, gap: int) -> Sheet:
    """Return the sheet without empty columns, and with as many of the spare ones as leave the others their room.

    The last of the spare ones is asked first; one that is too wide makes room for the next.
    """
    shown = sheet.without_empty_columns()
    wanted = {name: gap + _comfortable(shown, i) for i, name in enumerate(shown.columns)}
    left = available + gap - sum(width for name, width in wanted.items() if name not in shown.spare)
    for name in reversed(shown.spare):
        if wanted.get(name, 0) <= left:
            left -= wanted.get(name, 0)
        else:
            shown = shown.without(name)
    if "Article" not in wanted or {"Article", "Date"} <= {*shown.columns}:
        return shown
    return _with_article(sheet, shown, left, wanted) or _under_articles(sheet, shown, available, gap)


def _with_article(sheet: Sheet, shown: Sheet, left: int, wanted: Mapping[str, int]) -> Sheet | None:
    """Return the sheet with the article under the date, None where there is no room: where it stands is always asked.

    Spare columns that tell less than it make room for it. The cells of both stand in one, with a blank between them at
    which it is folded.
    """
    if "Date" not in shown.columns:
        return None
    articles = _columns(sheet)[sheet.columns.index("Article")]
    at = shown.columns.index("Date")
    more = max(map(width_of, articles), default=0) - max((width_of(row[at]) for row in shown.rows()), default=0)
    if more > left + _COMFORT - _TIGHT:
        less = next((name for name in shown.spare if name in shown.columns and name != "Date"), None)
        if less:
            return _with_article(sheet, shown.without(less), left + wanted[less], wanted)
        if more > left + _foldable(shown):
            return None
    names = iter(articles)
    sections = [
        replace(part, rows=[(*row[:at], f"{row[at]} {next(names)}", *row[at + 1 :]) for row in part.rows])
        for part in shown.sections
    ]
    columns = (*shown.columns[:at], "Date, article", *shown.columns[at + 1 :])
    return replace(shown, columns=columns, sections=sections)


def _foldable(sheet: Sheet) -> int:
    """Return by how much columns can be narrower than it is comfortable, without a broken id."""
    names = [(i, name) for i, name in enumerate(sheet.columns) if name not in {*_WHOLE, "Date"}]
    return sum(max(0, _comfortable(sheet, i) - (_TIGHT if name in sheet.wide else _NARROW)) for i, name in names)


def _under_articles(sheet: Sheet, shown: Sheet, available: int, gap: int) -> Sheet:
    """Return the sheet with the rows of each article under a line that names it: so the others keep their room."""
    if any(section.title for section in sheet.sections):
        return shown
    places = [sheet.columns.index(name) for name in _WHERE if name in sheet.columns]
    sections: list[Section] = []
    before = ""
    for section in sheet.sections:
        for title, rows in groupby(section.rows, key=lambda row: " · ".join(filter(None, (row[i] for i in places)))):
            sections.append(Section(list(rows), title=None if title == before else title))
            before = title
        sections[-1:] = [replace(one, footer=section.footer) for one in sections[-1:]]
    told = replace(sheet, sections=sections)
    return fitted(told.only(i for i, _ in enumerate(sheet.columns) if i not in places), available, gap)


def _comfortable(sheet: Sheet, place: int) -> int:
    """Return the width at which a column can be read well."""
    name = sheet.columns[place]
    natural = max(map(width_of, (name, *(row[place] for row in sheet.rows()))))
    return natural if name in _WHOLE else min(natural, _COMFORT if name in sheet.wide else _MODEST)


def widths(sheet: Sheet, available: int | None) -> list[int]:
    """Return the width of each column, in cells, so that they fit into `available` (None: any) where that can be done.

    Columns of long text take what the others leave; when that is too little, the others are folded between words, the
    widest first; only where that is still too little are words broken, ids never.
    """
    cells = [[column, *column_cells] for column, column_cells in zip(sheet.columns, _columns(sheet), strict=True)]
    natural = [max(map(width_of, column)) for column in cells]
    if available is None or sum(natural) <= available:
        return natural
    floors = [_floor(name, column) for name, column in zip(sheet.columns, cells, strict=True)]
    wide = [i for i, name in enumerate(sheet.columns) if name in sheet.wide]
    others = [i for i in range(len(natural)) if i not in wide]
    need = sum(min(natural[i], _COMFORT) for i in wide)
    _shrink(natural, floors, others, available - need)
    ids = [
        width if name in _WHOLE else min(width, _LEAST_OTHER) for name, width in zip(sheet.columns, floors, strict=True)
    ]
    _shrink(natural, ids, others, available - _LEAST * len(wide))
    left = available - sum(natural[i] for i in others)
    for i in wide:
        natural[i] = max(_LEAST, min(natural[i], left // len(wide)))
    return natural


def _floor(name: str, cells: Sequence[str]) -> int:
    longest = max(width_of(word) for cell in cells for word in cell.split() or [""])
    return longest if name in _WHOLE else min(longest, _LONGEST_WORD)


def _shrink(natural: list[int], floors: list[int], among: Sequence[int], room: int) -> None:
    while sum(natural[i] for i in among) > room:
        widest = max((i for i in among if natural[i] > floors[i]), key=lambda i: natural[i], default=None)
        if widest is None:
            return
        natural[widest] -= 1


def _columns(sheet: Sheet) -> list[list[str]]:
    rows = list(sheet.rows())
    return [[row[i] for row in rows] for i in range(len(sheet.columns))]
