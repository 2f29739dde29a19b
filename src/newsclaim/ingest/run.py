"""The order of an ingest: survey the files, extract and store what is new, sweep what is gone, derive the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from newsclaim.corpus import Failure
from newsclaim.derive import derive
from newsclaim.ingest.advice import tables_passed_over, undated
from newsclaim.ingest.summary import IngestOptions, IngestSummary, Watcher
from newsclaim.ingest.survey import Survey
from newsclaim.ingest.sweep import sweep
from newsclaim.ingest.work import Done, Input, work
from newsclaim.parallel import Lost
from newsclaim.pipeline import Where, given_up, spread
from newsclaim.store import Filter, Store

#: From so many bytes to be read on (some hundred articles) a second process saves more time than its start takes.
WORTH_A_WORKER = 400_000


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
    with store.alone():
        return _ingest(paths, store, options, watcher or Watcher())


def _ingest(paths: Sequence[Path], store: Store, options: IngestOptions, watcher: Watcher) -> IngestSummary:
    summary = IngestSummary()
    survey = Survey(paths, store, options, summary, watcher)
    workers = 1 if options.automatic and survey.bytes < WORTH_A_WORKER else options.workers
    model = options.settings.model
    where = Where(workers, options.cluster)
    inputs = survey.inputs()
    with closing(spread(partial(work, model=model), inputs, lambda one: len(one.article.text), model, where)) as run:
        for found in run:
            _keep(store, _passed_over(found) if isinstance(found, Lost) else found, survey, summary)
    store.save_files(survey.stored(0))
    sweep(paths, store, survey.seen, summary, prune=options.prune)
    _make_room(store)
    summary.notes += derive(store, options.settings, summary.timings)
    summary.notes[:0] = _advice(store, survey, options, summary)
    return summary


def _make_room(store: Store) -> None:
    """Give up the language model before much is made of many articles, which takes as much memory."""
    from newsclaim import annotate
    from newsclaim.derive.memory import MANY, give_back

    if len(store.article_ids()) > MANY:
        annotate.forget()
        give_back()


def _advice(store: Store, survey: Survey, options: IngestOptions, summary: IngestSummary) -> Iterator[str]:
    if survey.completed:
        fields = ", ".join(sorted(survey.kept))
        yield (
            f"of {survey.completed} articles more was known than is told now, and stays: {fields}; "
            "--metadata TABLE tells it anew"
        )
    if options.given.metadata is None and (summary.new or store.undated(Filter())):
        yield from tables_passed_over(summary.skipped, store.known())
    if summary.new or summary.changed:
        yield from undated(store)


def _passed_over(lost: Lost[Input]) -> Done:
    done = Done()
    done.fail(lost.item, given_up(lost.item.article, lost.reason))
    return done


def _keep(store: Store, done: Done, survey: Survey, summary: IngestSummary) -> None:
    summary.timings.merge(done.timings)
    packed = {one.article: one for one in done.packed}
    with summary.timings.of("store"):
        for unsaved in store.save(done.packed):
            one = packed[unsaved.article]
            done.failed.append((one.location, Failure(one.path or one.article, str(unsaved.reason))))
        summary.failed += [failure for _, failure in done.failed]
        store.save_files(survey.stored(len(packed), [location for location, _ in done.failed]))
