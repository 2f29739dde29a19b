"""Parts → store: extractions that were made elsewhere become as good as those made here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsclaim.corpus import Failure
from newsclaim.derive import derive
from newsclaim.ingest.parts import read_parts
from newsclaim.ingest.summary import IngestOptions, IngestSummary, Watcher
from newsclaim.ingest.survey import clash, fingerprint, location
from newsclaim.ingest.work import Input
from newsclaim.models import Extraction
from newsclaim.parallel import batched
from newsclaim.pipeline import BATCH_ROOM, BATCH_SIZE
from newsclaim.store import FORM, Known, Processed, Store


def load(folder: Path, store: Store, options: IngestOptions, watcher: Watcher | None = None) -> IngestSummary:
    """Bring the store up to date with the extractions in a folder of parts; nothing is extracted, nothing deleted.

    An extraction that is stored already is left as it is; of several of one article the last counts.

    Raises:
        InputError: there is no part.
        StoreError: as `Store` does.
    """
    watcher = watcher or Watcher()
    summary = IngestSummary()
    with store.alone():
        known = store.known()
        for batch in batched(_wanted(folder, known, options, summary), BATCH_SIZE, _size, BATCH_ROOM):
            with summary.timings.of("store"):
                unsaved = store.save({one.extraction.article.id: one for one in batch}.values())
            summary.failed += [Failure(str(folder), str(one.reason)) for one in unsaved]
            watcher.advanced(len(batch))
        summary.notes += derive(store, options.settings, summary.timings)
    return summary


def _wanted(
    folder: Path, known: dict[str, Known], options: IngestOptions, summary: IngestSummary
) -> Iterator[Processed]:
    for item in read_parts(folder):
        if isinstance(item, Failure):
            summary.failed.append(item)
            continue
        made = Input(item.article, fingerprint(item.article), location(item.article.path))
        before = known.get(item.article.id)
        failure = clash(made, before)
        if failure:
            summary.failed.append(failure)
            continue
        now = Known(made.fingerprint, _pipeline(item), made.location, FORM)
        known[item.article.id] = now
        if before is None:
            summary.new += 1
        elif (before.fingerprint, before.pipeline, before.form) == (now.fingerprint, now.pipeline, now.form):
            summary.unchanged += 1
            if not options.again:
                continue
        else:
            summary.changed += 1
        yield Processed(item, made.fingerprint, made.location)


def _pipeline(found: Extraction) -> str:
    return f"{found.pipeline.version} {found.pipeline.model}"


def _size(one: Processed) -> int:
    return len(one.extraction.article.text)
