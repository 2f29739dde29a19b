"""A table as plain text, before it is drawn: the same for the terminal and for Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together under a title, with a line under them."""

    rows: Sequence[tuple[str, ...]]
    title: str | None = None
    footer: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names, which of them hold numbers or long text, and the rows in sections."""

    columns: tuple[str, ...]
    sections: Sequence[Section]
    title: str | None = None
    right: frozenset[str] = field(default_factory=frozenset)
    wide: frozenset[str] = field(default_factory=frozenset)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield all rows of all sections."""
        for section in self.sections:
            yield from section.rows

    def without_empty_columns(self) -> Sheet:
        """Return the sheet without columns in which no row has anything; the sheet itself if it has no rows."""
        rows = list(self.rows())
        kept = [i for i, _ in enumerate(self.columns) if not rows or any(row[i] for row in rows)]
        sections = [replace(s, rows=[tuple(row[i] for i in kept) for row in s.rows]) for s in self.sections]
        return replace(self, columns=tuple(self.columns[i] for i in kept), sections=sections)
