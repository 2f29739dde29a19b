"""A table as plain text, before it is drawn: the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rich.cells import cell_len

from newsclaim.text import visible


def clean(text: str) -> str:
    """Return the text of a cell: in one line, control characters shown."""
    if text.isprintable() and "  " not in text and text.strip() == text:
        return text
    return visible(" ".join(text.split()))


def cleaned(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cells of a row as they are drawn; most rows are looked at as a whole."""
    line = f"|{'|'.join(cells)}|"
    if line.isprintable() and not any(blanks in line for blanks in ("  ", "| ", " |")):
        return cells
    return tuple(map(clean, cells))


def width_of(text: str) -> int:
    """Return how many cells of a terminal the text of a cell takes."""
    return len(text) if text.isascii() else cell_len(text)


def widths_of(cells: Sequence[str]) -> tuple[int, ...]:
    """Return how many cells of a terminal the text of each cell of a row takes."""
    return tuple(map(len if "".join(cells).isascii() else width_of, cells))


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together under a title, with a line under them."""

    rows: Sequence[tuple[str, ...]]
    title: str | None = None
    footer: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", [cleaned(tuple(row)) for row in self.rows])
        for name in ("title", "footer"):
            text = getattr(self, name)
            object.__setattr__(self, name, None if text is None else clean(text))


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names, which of them hold numbers or long text, and the rows in sections.

    `spare` are columns that are left out where there is no room for all, the first of them first. `brief` shortens the
    cells of a column in a terminal; elsewhere they stand in full.
    """

    columns: tuple[str, ...]
    sections: Sequence[Section]
    title: str | None = None
    right: frozenset[str] = field(default_factory=frozenset)
    wide: frozenset[str] = field(default_factory=frozenset)
    spare: tuple[str, ...] = ()
    brief: Mapping[str, Callable[[str], str]] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield all rows of all sections."""
        for section in self.sections:
            yield from section.rows

    def without_empty_columns(self) -> Sheet:
        """Return the sheet without columns in which no row has anything; the sheet itself if it has no rows."""
        rows = list(self.rows())
        filled = [i for i, _ in enumerate(self.columns) if not rows or any(row[i] for row in rows)]
        return self if len(filled) == len(self.columns) else self.only(filled)

    def in_brief(self) -> Sheet:
        """Return the sheet with its long cells as a terminal shows them."""
        if not self.brief:
            return self
        sections = [
            replace(s, rows=[tuple(map(self._short, self.columns, row)) for row in s.rows]) for s in self.sections
        ]
        return replace(self, sections=sections)

    def _short(self, column: str, cell: str) -> str:
        return self.brief[column](cell) if column in self.brief else cell

    def without(self, name: str) -> Sheet:
        """Return the sheet without a column."""
        return self.only(i for i, column in enumerate(self.columns) if column != name)

    def only(self, places: Iterable[int]) -> Sheet:
        """Return the sheet with the columns at these places."""
        kept = list(places)
        sections = [replace(s, rows=[tuple(row[i] for i in kept) for row in s.rows]) for s in self.sections]
        return replace(self, columns=tuple(self.columns[i] for i in kept), sections=sections)
