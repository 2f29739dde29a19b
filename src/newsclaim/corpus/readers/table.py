"""CSV and TSV: one article a row, read row by row."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from typing import Any

from newsclaim.corpus.encoding import text_stream
from newsclaim.corpus.fields import field_of, folded
from newsclaim.corpus.readers.document import Bad
from newsclaim.corpus.readers.reader import Item, Reader
from newsclaim.corpus.readers.records import no_text_column, raw_or_bad
from newsclaim.corpus.readers.source import Source
from newsclaim.errors import InputError

_ENDINGS = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"
#: The columns that trafilatura writes without their names; the first holds an address.
_TRAFILATURA = (
    "url", "id", "fingerprint", "hostname", "title", "image", "date", "text", "comments", "license", "pagetype"
)  # fmt: skip
_FIRST = re.compile(r"https?://|null\Z")
#: Spreadsheets tell one another which delimiter follows.
_SEP = "sep="


def fits(source: Source) -> bool:
    """Return whether a file is a table of articles: by its ending, or by a first line that names a text and more."""
    if source.ending in _ENDINGS:
        return True
    if source.ending not in ("", ".txt"):
        return False
    first = source.start.partition("\n")[0]
    names = max((_cells(first, delimiter) for delimiter in _DELIMITERS), key=_known)
    return "text" in map(field_of, names) and _known(names) > 1


def is_table(source: Source) -> bool:
    """Return whether a file can be a table that tells about articles."""
    return source.ending in _ENDINGS or fits(source) or any(mark in source.start.partition("\n")[0] for mark in "\t;,")


def read(source: Source) -> Iterator[Item]:
    """Yield an article for each row, a `Bad` for each row that is none.

    Raises:
        NoArticlesError: no column holds a text.
        InputError: it is empty, or no text at all.
    """
    for number, fields in objects(source, texts=True):
        yield raw_or_bad(fields, f"row {number}", source.columns)


def objects(source: Source, *, texts: bool = False) -> Iterator[tuple[int, dict[str, Any] | Bad]]:
    """Yield the rows with the names of their columns, each with its number in the file (the first line is row 1).

    Args:
        source: the file.
        texts: one of the columns must hold a text.

    Raises:
        NoArticlesError: none does.
        InputError: there is no first row.
    """
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = iter(text_stream(source.stream, source.head))
    start = next((line for line in lines if line.strip() and not line.lower().startswith(_SEP)), None)
    if start is None:
        raise InputError("it is empty")
    delimiter = max(_DELIMITERS, key=lambda mark: (_known(_cells(start, mark)), start.count(mark)))
    rows = csv.reader(_again(start, lines), delimiter=delimiter)
    names = [name.strip().removeprefix("\ufeff") for name in next(rows)]
    if delimiter == "\t" and len(names) == len(_TRAFILATURA) and _FIRST.match(names[0]):
        yield 1, dict(zip(_TRAFILATURA, names, strict=True))
        names = list(_TRAFILATURA)
    if texts and not _has_text(names, source):
        raise no_text_column(names)
    yield from _rows(rows, names)


def _rows(rows: Any, names: list[str]) -> Iterator[tuple[int, dict[str, Any] | Bad]]:
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rows.line_num, Bad(f"it is no row of a table ({error})", f"row {rows.line_num}")
            continue
        if not any(cell.strip() for cell in cells):
            continue
        number = rows.line_num
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            yield (
                number,
                Bad(
                    f"it has {len(cells)} cells under {len(names)} columns; put cells with separators into quotes",
                    f"row {number}",
                ),
            )
        else:
            yield number, dict(zip(names, cells, strict=False))


def _has_text(names: list[str], source: Source) -> bool:
    wanted = folded(source.columns.get("text", ""))
    return any(folded(name) == wanted if wanted else field_of(name) == "text" for name in names)


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _known(names: list[str]) -> int:
    return sum(field_of(name) is not None for name in names) if len(names) > 1 else 0


READER = Reader(name="csv", endings=_ENDINGS, fits=fits, read=read)
