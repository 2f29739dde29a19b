"""What the caller says of the articles that their files do not say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsclaim.corpus.dates import near
from newsclaim.corpus.fields import Header
from newsclaim.corpus.metadata import Metadata
from newsclaim.repair import repaired
from newsclaim.text import plain


@dataclass(frozen=True, slots=True)
class Given:
    """Options of reading.

    Attributes:
        outlet: who published what names no outlet.
        read_on: the day the articles were fetched (ISO 8601), from which "September 25" and "8 days ago" are counted.
        columns: field → the column or key that holds it, where its name is none of the usual ones.
        repair: keep the texts mended, not as they were written.
        metadata: a table that tells more about the articles; what it says goes before what they say.
    """

    outlet: str | None = None
    read_on: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    metadata: Metadata | None = None
    repair: bool = False

    def mended(self, text: str) -> str:
        """Return a text as it is to be kept."""
        return repaired(plain(text)).text if self.repair else text

    def completed(self, header: Header, *, id: str, path: str | None) -> Header:  # noqa: A002 - the contract's name
        """Return a header with what was given for an article of this id and file."""
        if self.metadata is not None:
            header = _over(header, self.metadata.of(id, path, header.url))
        if header.outlet is None and self.outlet:
            header = replace(header, outlet=self.outlet)
        return _dated(header, header.read_on or self.read_on) if header.undated else header


def _over(header: Header, row: Header | None) -> Header:
    """Return a header under a row of a metadata table."""
    if row is None:
        return header
    undated = {name: date for name, date in header.undated.items() if getattr(row, name) is None} | dict(row.undated)
    return Header(
        title=row.title or header.title,
        outlet=row.outlet or header.outlet,
        published=row.published or header.published,
        updated=row.updated or header.updated,
        url=row.url or header.url,
        authors=row.authors or header.authors,
        extra={**header.extra, **row.extra},
        notes=header.notes + row.notes,
        undated=undated,
        read_on=header.read_on,
    )


def _dated(header: Header, read_on: str | None) -> Header:
    if read_on is None:
        return header
    found = {name: date for name, text in header.undated.items() if (date := near(text, read_on))}
    left = {name: text for name, text in header.undated.items() if name not in found}
    return replace(header, undated=left, published=found.get("published", header.published),
                   updated=found.get("updated", header.updated))  # fmt: skip
