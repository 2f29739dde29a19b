"""The order of the stages. Read this file and you have seen the whole program.

files → Article → Doc → findings → store → actors of the corpus; queries and output stand in `api`, `cli` and `render`.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsclaim import corpus, parallel
from newsclaim._version import __version__
from newsclaim.config import DEFAULT_MODEL, Corrections
from newsclaim.errors import InternalError
from newsclaim.models import Article, Extraction, PipelineInfo
from newsclaim.store import FORM, Known, Processed, Store
from newsclaim.text import sha256

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Articles per batch: one transaction, one call of the language model, one unit of work for a process.
BATCH_SIZE = 24
#: From this many articles on, a second process saves more time than its start takes.
WORTH_A_WORKER = 100


class Timings:
    """Seconds by name of the stage, in the order of the stages."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def add(self, stage: str, seconds: float) -> None:
        """Count the seconds of one run of a stage."""
        self.seconds[stage] += seconds

    def merge(self, other: Timings) -> None:
        """Count the seconds of another measurement, such as a worker's."""
        for stage, seconds in other.seconds.items():
            self.add(stage, seconds)

    def report(self) -> str:
        """Return the seconds in words, each stage also as a share of the language model's time."""
        base = self.seconds.get("annotate", 0.0)
        shares = {s: f" ({t / base:.1%} of annotate)" for s, t in self.seconds.items() if base and s != "annotate"}
        return "; ".join(f"{stage} {t:.2f} s{shares.get(stage, '')}" for stage, t in self.seconds.items())


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to ingest: `prune` removes articles whose file has vanished, `again` processes unchanged ones too.

    `workers` is the number of processes; with `automatic` only one is used where more would not pay.
    """

    model: str = DEFAULT_MODEL
    corrections: Corrections = field(default_factory=Corrections)
    input_format: corpus.InputFormat = "auto"
    workers: int = 1
    automatic: bool = False
    prune: bool = False
    again: bool = False


@dataclass
class IngestSummary:
    """What an ingest did: counts of articles, and what could not be read and why."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    pruned: int = 0
    skipped: list[corpus.Skipped] = field(default_factory=list)
    failed: list[corpus.Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)

    @property
    def read(self) -> int:
        """Return how many articles the given paths hold."""
        return self.new + self.changed + self.unchanged


class Watcher:
    """Told how an ingest goes on; the command line shows a progress bar, others ignore it."""

    def started(self, total: int) -> None:
        """Tell how many articles will be processed."""

    def advanced(self, articles: int) -> None:
        """Tell that so many more articles are stored."""


@dataclass
class Batch:
    """What became of a batch of articles: extractions in order, articles that broke an extraction rule, seconds."""

    found: list[Extraction] = field(default_factory=list)
    failed: list[corpus.Failure] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)


def extract_batch(articles: Sequence[Article], model: str) -> Batch:
    """Return what is found in each article, in order."""
    from newsclaim import annotate

    annotate.load(model)
    batch = Batch()
    started = time.perf_counter()
    docs = _annotated(articles, model)
    batch.timings.add("annotate", time.perf_counter() - started)
    info = PipelineInfo(version=__version__, model=annotate.model_version(model))
    for doc, article in zip(docs, articles, strict=True):
        found = doc if isinstance(doc, Exception) else _extracted(doc, article, info, batch.timings)
        if isinstance(found, Exception):
            batch.failed.append(_failure(article, InternalError.of(f"analyse the article {article.id!r}", found)))
        else:
            batch.found.append(found)
    return batch


def _extracted(doc: Doc, article: Article, info: PipelineInfo, timings: Timings) -> Extraction | Exception:
    """Return what is found in an article, or the error: a mistake of ours in one must not lose the others."""
    from newsclaim import annotate
    from newsclaim.extraction import extract_doc

    try:
        return extract_doc(doc, article, info, annotate.problems(article), timings.add)
    except Exception as error:  # noqa: BLE001 - see above
        return error


def _annotated(articles: Sequence[Article], model: str) -> list[Doc | Exception]:
    """Return the annotated articles in order; where one cannot be, the error, and the others all the same."""
    from newsclaim import annotate

    try:
        return list(annotate.annotate(articles, model))
    except Exception as error:  # noqa: BLE001 - one text that the language model breaks on must not lose the others
        if len(articles) == 1:
            return [error]
        return [doc for article in articles for doc in _annotated([article], model)]


def _failure(article: Article, error: InternalError) -> corpus.Failure:
    return corpus.Failure(path=article.path or article.id, reason=str(error))


def extract(articles: Iterable[Article], model: str, workers: int = 1) -> Iterator[Batch]:
    """Yield what is found in the articles batch by batch, in order."""
    work = partial(extract_batch, model=model)
    yield from parallel.run(work, parallel.batched(articles, BATCH_SIZE), workers)


def ingest(
    paths: Sequence[Path], store: Store, options: IngestOptions, watcher: Watcher | None = None
) -> IngestSummary:
    """Bring the store up to date with the articles of the given files and folders.

    Only new and changed articles are processed, those of another version or model of the pipeline count as changed;
    `again` processes all. Each batch is stored in one transaction, so an interrupted run loses at most one batch, and
    the next run goes on where it stopped.

    Raises:
        InputError, ModelError, StoreError: as `corpus.read`, `annotate.load` and `Store` do.
    """
    watcher = watcher or Watcher()
    summary = IngestSummary()
    todo, seen = _survey(paths, store, options, summary)
    watcher.started(len(todo))
    workers = 1 if options.automatic and len(todo) < WORTH_A_WORKER else options.workers
    # Read a second time instead of holding the whole corpus in memory.
    wanted = _wanted(paths, store, options, todo)
    for batch in extract(wanted, options.model, workers):
        summary.timings.merge(batch.timings)
        summary.failed += batch.failed
        started = time.perf_counter()
        unsaved = store.save(_processed(extraction) for extraction in batch.found)
        summary.failed += [_failure(one.item.extraction.article, one.reason) for one in unsaved]
        summary.timings.add("store", time.perf_counter() - started)
        watcher.advanced(len(batch.found) + len(batch.failed))
    _sweep(paths, store, seen, summary, prune=options.prune)
    started = time.perf_counter()
    summary.notes += resolve_actors(store, options.corrections)
    summary.timings.add("resolve", time.perf_counter() - started)
    return summary


def resolve_actors(store: Store, corrections: Corrections) -> tuple[str, ...]:
    """Make the actors of the whole corpus anew if articles or corrections have changed; return notes worth a look."""
    from newsclaim.resolve import LocalActors, renamed, resolve

    basis = sha256(repr(sorted(store.known().items())) + corrections.model_dump_json() + __version__)
    if store.state("actors_made_from") == basis:
        return ()
    local = [LocalActors(article, published, tuple(actors)) for article, published, actors in store.local_actors()]
    resolution = resolve(local, corrections)
    notes = resolution.notes + renamed(store.shown_names(), resolution)
    store.save_actors(resolution.actors, resolution.members, {"actors_made_from": basis})
    return notes


def fingerprint(article: Article) -> str:
    """Return a digest of all that was read: text and header, not the place of the file."""
    return sha256(article.model_dump_json(exclude={"path", "blocks"}))


def _survey(
    paths: Sequence[Path], store: Store, options: IngestOptions, summary: IngestSummary
) -> tuple[set[tuple[str, str]], set[str]]:
    from newsclaim.annotate import model_version

    known = store.known()
    pipeline = f"{__version__} {model_version(options.model)}"
    ids = {entry.location: article for article, entry in known.items()}
    todo: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for item in corpus.read(paths, input_format=options.input_format):
        match item:
            case corpus.Skipped():
                summary.skipped.append(item)
            case corpus.Failure():
                summary.failed.append(item)
            case corpus.Note():
                summary.notes.append(f"{item.path}: {item.reason}")
            case Article():
                article = _under_known_id(item, ids, options)
                clash = _clash(article, known.get(article.id))
                if clash:
                    summary.failed.append(clash)
                    continue
                seen.add(article.id)
                made_from = fingerprint(article)
                if _count(known.get(article.id), (made_from, pipeline), summary) or options.again:
                    todo.add((article.id, made_from))
    return todo, seen


def _count(known: Known | None, current: tuple[str, str], summary: IngestSummary) -> bool:
    """Count an article by what is known of it; `current` is its fingerprint and the pipeline of today."""
    if known is None:
        summary.new += 1
        return True
    if (known.fingerprint, known.pipeline) != current or known.form != FORM:
        summary.changed += 1
        return True
    summary.unchanged += 1
    return False


def _clash(article: Article, known: Known | None) -> corpus.Failure | None:
    # Ids are relative to the folder that was given; nothing that is stored may be lost because two folders agree.
    location = _location(article)
    if known is None or known.location == location or not Path(known.location).exists():
        return None
    reason = (
        f"its id {article.id!r} is already that of {known.location}. Ingest the folder that holds both, so that "
        f"their ids differ, or use another database with --db"
    )
    return corpus.Failure(path=article.path or article.id, reason=reason)


def _wanted(
    paths: Sequence[Path], store: Store, options: IngestOptions, todo: set[tuple[str, str]]
) -> Iterator[Article]:
    left = set(todo)
    ids = {entry.location: article for article, entry in store.known().items()} if left else {}
    for item in corpus.read(paths, input_format=options.input_format) if left else ():
        if isinstance(item, Article):
            article = _under_known_id(item, ids, options)
            if (key := (article.id, fingerprint(article))) in left:
                left.remove(key)
                yield article


def _under_known_id(article: Article, ids: Mapping[str, str], options: IngestOptions) -> Article:
    # A file keeps the id it was stored under, whichever folder it is reached from; JSONL lines have their own.
    if article.path is None or options.input_format == "jsonl" or article.path.endswith(".jsonl"):
        return article
    known = ids.get(_location(article))
    return article if known is None else article.model_copy(update={"id": known})


def _processed(extraction: Extraction) -> Processed:
    return Processed(extraction, fingerprint(extraction.article), _location(extraction.article))


def _location(article: Article) -> str:
    return str(Path(article.path).resolve()) if article.path else ""


def _sweep(paths: Sequence[Path], store: Store, seen: set[str], summary: IngestSummary, *, prune: bool) -> None:
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
