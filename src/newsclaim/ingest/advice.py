"""What is worth knowing after an ingest: tables about its articles that were not read, articles without a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclaim.corpus import Skipped
from newsclaim.corpus.metadata import Metadata
from newsclaim.errors import NewsclaimError
from newsclaim.store import Filter, Known, Store

#: What a table that tells about articles can be.
_TABLES = {".csv", ".tsv", ".json", ".jsonl"}


def tables_passed_over(skipped: Iterable[Skipped], known: dict[str, Known]) -> Iterator[str]:
    """Yield a note for each file that was skipped and that tells about stored articles."""
    for one in skipped:
        path = Path(one.path)
        if path.suffix.lower() not in _TABLES:
            continue
        try:
            table = Metadata.read(path)
        except NewsclaimError:
            continue
        told = sum(table.of(article, entry.location, None) is not None for article, entry in known.items())
        if told:
            yield f"{one.path} tells about {told} of these articles; --metadata {one.path} takes it"


def undated(store: Store) -> Iterator[str]:
    """Yield a note on articles without a date."""
    count, everything = store.undated(Filter()), len(store.known())
    if count:
        yield (
            f"{count} of {everything} articles have no date: --since and --until leave them out, and nothing tells "
            "what was said first; --metadata TABLE or a header tells it"
        )
