"""One run of reading: how files are to be read, and what is told once at its end instead of file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsclaim.corpus.fields import Header
from newsclaim.corpus.given import Given
from newsclaim.corpus.loaded import Note

#: So many dates that could not be used are shown.
_SHOWN = 3


@dataclass
class Reading:
    """What was asked for, and what came up on the way."""

    input_format: str
    given: Given
    _undated: list[str] = field(default_factory=list)
    _undated_count: int = 0

    def completed(self, header: Header, *, id: str, path: str | None, name: str) -> Header:  # noqa: A002
        """Return a header with what was given; what stays undated is counted."""
        header = self.given.completed(header, id=id, path=path)
        for date in header.undated.values():
            self._undated_count += 1
            if len(self._undated) < _SHOWN:
                self._undated.append(f"{date[:60]!r} ({name})")
        return header

    def is_metadata(self, path: Path) -> bool:
        """Return whether a file is the table that tells about the others."""
        return self.given.metadata is not None and path.resolve() == self.given.metadata.path

    def remarks(self) -> Iterator[tuple[Note, str]]:
        """Yield what the whole reading came to."""
        if self._undated_count:
            shown = ", ".join(self._undated) + (", …" if self._undated_count > len(self._undated) else "")
            yield (
                Note(
                    _counted(self._undated_count, "date"),
                    "not used: year, month and day are not certain. "
                    f'{shown}; --read-on DATE tells what "8 days ago" means',
                ),
                "",
            )
        table = self.given.metadata
        if table is not None and table.unused:
            yield (
                Note(str(table.path), f"{table.unused} of {table.rows} rows are about no article that was read now"),
                "",
            )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
