"""A table beside the articles that tells what they are: which row is about which article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from newsclaim.corpus.fields import Header, Record
from newsclaim.corpus.readers.records import records_of
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


class Metadata:
    """The rows of a table (CSV, TSV, JSON, JSONL), found by an article's file name, id or url."""

    def __init__(self, rows: Iterable[Record], path: Path | None = None) -> None:
        self.path = path
        self._digest = hashlib.sha256()
        self._rows: list[Header] = []
        self._by_key: dict[str, int] = {}
        self._used: set[int] = set()
        for number, row in enumerate(rows):
            self._rows.append(row.header)
            self._digest.update(repr(row).encode("utf-8", "surrogatepass"))
            for key in _keys_of_row(row):
                self._by_key.setdefault(key, number)

    def __repr__(self) -> str:
        """Return what tells this table from another: what reads the same is the same."""
        return f"Metadata({self._digest.hexdigest()})"

    @classmethod
    def read(cls, path: Path, columns: dict[str, str] | None = None) -> Metadata:
        """Return the table of a file.

        Raises:
            InputError: it cannot be read, or no column names a file, an id or a url.
        """
        try:
            with path.open("rb") as stream:
                table = cls(records_of(Source(stream, str(path), columns=columns or {})), path.resolve())
        except OSError as error:
            raise InputError(f"{path}: the metadata table cannot be opened: {error.strerror or error}") from error
        if not table._by_key:
            raise InputError(f"{path}: no column of the metadata table names a file, an id or a url of an article")
        return table

    def of(self, identifier: str, path: str | None, url: str | None) -> Header | None:
        """Return the row of an article, None when there is none."""
        for key in _keys(identifier, path, url):
            if key in self._by_key:
                self._used.add(self._by_key[key])
                return self._rows[self._by_key[key]]
        return None

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return len(self._rows)

    @property
    def unused(self) -> int:
        """Return how many rows were about no article so far."""
        return len(self._rows) - len(self._used)


def _keys_of_row(row: Record) -> Iterable[str]:
    if row.file:
        file = row.file.replace("\\", "/").removeprefix("./")
        yield f"file {file}"
    if isinstance(row.id, str | int):
        yield f"id {row.id}"
    if row.header.url:
        yield f"url {_bare(row.header.url)}"


def _keys(identifier: str, path: str | None, url: str | None) -> Iterable[str]:
    """Yield what may name an article: its path from the longest end to the bare name, its id, its url."""
    # Only the file of one article is that article; another's number in it is told by id and url.
    if path and "#" not in identifier:
        parts = Path(path).parts
        ends = ["/".join(parts[at:]) for at in range(len(parts))]
        for end in ends:
            yield f"file {end}"
            yield f"file {Path(end).with_suffix('').as_posix()}" if Path(end).name else end
    yield f"id {identifier}"
    if path and "#" not in identifier:
        yield f"id {Path(path).name}"
        yield f"id {Path(path).stem}"
    elif "#" in identifier:
        yield f"id {identifier.partition('#')[2]}"
    if url:
        yield f"url {_bare(url)}"


def _bare(url: str) -> str:
    return _SCHEME.sub("", url.strip()).partition("#")[0].rstrip("/")
