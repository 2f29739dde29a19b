"""Articles whose file has vanished from the given folders: counted, and removed when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsclaim.ingest.summary import IngestSummary
from newsclaim.store import Known, Store


def sweep(paths: Sequence[Path], store: Store, seen: set[str], summary: IngestSummary, *, prune: bool) -> None:
    """Count the stored articles of the given paths that were not seen; what could not be read has not vanished."""
    roots = [path.resolve() for path in paths]
    failed = [Path(failure.path).resolve() for failure in summary.failed]
    gone = [
        article
        for article, known in store.known().items()
        if article not in seen and _is_under(known, roots) and not _is_under(known, failed)
    ]
    # Nothing at all where articles were: more likely a drive that is not there than a corpus given up.
    if prune and gone and summary.read:
        store.delete(gone)
        summary.pruned = len(gone)
    summary.vanished = len(gone)


def _is_under(known: Known, folders: Sequence[Path]) -> bool:
    return any(Path(known.location).is_relative_to(folder) for folder in folders)
