"""The order of an ingest: survey the files, extract and store what is new, sweep what is gone, derive the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsclaim import pipeline
from newsclaim.corpus import Failure
from newsclaim.derive import derive
from newsclaim.errors import InternalError
from newsclaim.ingest.summary import IngestOptions, IngestSummary, Watcher
from newsclaim.ingest.survey import fingerprint, location, survey, wanted
from newsclaim.ingest.sweep import sweep
from newsclaim.models import Article, Extraction
from newsclaim.store import Processed, Store

#: From this many articles on, a second process saves more time than its start takes.
WORTH_A_WORKER = 100


def ingest(
    paths: Sequence[Path], store: Store, options: IngestOptions, watcher: Watcher | None = None
) -> IngestSummary:
    """Bring the store up to date with the articles of the given files and folders.

    Only new and changed articles are processed, those of another version or model of the pipeline count as changed;
    `again` processes all. Each batch is stored in one transaction, so an interrupted run loses at most one batch, and
    the next run goes on where it stopped. An article that cannot be analysed or stored costs itself only.

    Raises:
        InputError, ModelError, StoreError: as `corpus.read`, `annotate.load` and `Store` do.
    """
    watcher = watcher or Watcher()
    summary = IngestSummary()
    found = survey(paths, store, options, summary)
    watcher.started(len(found.todo))
    workers = 1 if options.automatic and len(found.todo) < WORTH_A_WORKER else options.workers
    articles = wanted(paths, store, options, found.todo)
    for batch in pipeline.extract(articles, options.settings.model, workers):
        _keep(store, batch, summary)
        watcher.advanced(len(batch.found) + len(batch.broken))
    sweep(paths, store, found.seen, summary, prune=options.prune)
    summary.notes += derive(store, options.settings, summary.timings)
    return summary


def _keep(store: Store, batch: pipeline.Batch, summary: IngestSummary) -> None:
    summary.timings.merge(batch.timings)
    summary.failed += [_failure(one.article, one.error) for one in batch.broken]
    with summary.timings.of("store"):
        unsaved = store.save(map(_processed, batch.found))
    summary.failed += [_failure(one.item.extraction.article, one.reason) for one in unsaved]


def _processed(extraction: Extraction) -> Processed:
    return Processed(extraction, fingerprint(extraction.article), location(extraction.article))


def _failure(article: Article, error: InternalError) -> Failure:
    return Failure(path=article.path or article.id, reason=str(error))
