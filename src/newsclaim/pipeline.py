"""Articles in, extractions out: make legible → annotate → page → find → link, in batches, here or in other processes.

Knows nothing of files or of the store: what is read stands in `corpus`, what becomes of the findings in `ingest`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from newsclaim._version import __version__
from newsclaim.errors import InternalError, WorkerError
from newsclaim.language import foreign
from newsclaim.models import Article, Extraction, PipelineInfo
from newsclaim.parallel import Limits, Lost, batched, run
from newsclaim.parallel.cluster import run_on_cluster
from newsclaim.repair import Legible, legible, problems
from newsclaim.timings import Timings

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: A batch - one transaction, one call of the language model, one unit of work for a process - has so many articles, and
#: so many characters unless it is only one article: its words are what takes memory.
BATCH_SIZE = 24
BATCH_ROOM = 100_000
#: What a process may take for a batch before it is given up: a twentieth of the usual speed.
_SECONDS = 60.0
_CHARACTERS_A_SECOND = 1_000

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Where:
    """Where the work is done: in so many processes here, or on the Dask cluster of an address ("local": one here)."""

    workers: int = 1
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """An article that our own code failed on, and the error that says so."""

    article: Article
    error: InternalError


@dataclass
class Batch:
    """What became of a batch of articles: extractions in order, articles that broke a rule of ours, seconds."""

    found: list[Extraction] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)


def extract(articles: Iterable[Article], model: str, workers: int = 1) -> Iterator[Batch]:
    """Yield what is found in the articles batch by batch, in order.

    Raises:
        ModelError: the language model is not installed or does not fit.
    """
    work = partial(extract_batch, model=model)
    for batch in spread(work, articles, lambda article: len(article.text), model, Where(workers)):
        if isinstance(batch, Lost):
            yield Batch(broken=[Broken(batch.item, given_up(batch.item, batch.reason))])
        else:
            yield batch


def spread(
    work: Callable[[Sequence[Item]], Result],
    items: Iterable[Item],
    size: Callable[[Item], int],
    model: str,
    where: Where,
) -> Generator[Result | Lost[Item], None, None]:
    """Yield what work comes to, batch by batch, in order; the language model is ready wherever it is done.

    `size` tells the characters of an item.

    Raises:
        ModelError: as `extract`.
    """
    from newsclaim import annotate

    batches = batched(items, BATCH_SIZE, size, BATCH_ROOM)
    if where.cluster:
        yield from run_on_cluster(work, batches, where.cluster, where.workers)
        return
    limits = Limits(lambda batch: _SECONDS + sum(map(size, batch)) / _CHARACTERS_A_SECOND)
    yield from run(work, batches, where.workers, partial(annotate.load, model), limits)


def given_up(article: Article, reason: str) -> InternalError:
    """Return the error for an article that cost its worker process twice."""
    return InternalError.of(f"analyse the article {article.id!r}", WorkerError(reason))


def extract_batch(articles: Sequence[Article], model: str) -> Batch:
    """Return what is found in each article, in order; an article that breaks costs itself only.

    Raises:
        ModelError: as `extract`.
    """
    from newsclaim import annotate

    annotate.load(model)
    batch = Batch()
    info = PipelineInfo(version=__version__, model=annotate.model_version(model))
    with batch.timings.of("annotate"):
        forms = [_prepared(article) for article in articles]
        short = [form.article for form in forms if isinstance(form, Legible) and not annotate.is_long(form.article)]
        docs = deque(_annotated(short, model))
    for article, form in zip(articles, forms, strict=True):
        found = _found(form, docs, model, info, batch.timings) if isinstance(form, Legible) else form
        match found:
            case str():
                batch.found.append(Extraction(pipeline=info, article=article, problems=(found,)))
            case Extraction():
                batch.found.append(found)
            case _:
                error = InternalError.of(f"analyse the article {article.id!r}", found)
                batch.broken.append(Broken(article, error))
    return batch


def _prepared(article: Article) -> Legible | str | Exception:
    """Return the article as it will be read; in words why it is not analysed; or the error."""
    try:
        form = legible(article)
        return foreign(form.article) or form
    except Exception as error:  # noqa: BLE001 - a mistake of ours in one article must not lose the others
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


def _found(
    form: Legible, docs: deque[Doc | Exception], model: str, info: PipelineInfo, timings: Timings
) -> Extraction | Exception:
    """Return what is found in an article, or the error; `docs` are those of the articles that are not long."""
    from newsclaim import annotate

    if annotate.is_long(form.article):
        return _of_long(form, model, info, timings)
    return _extracted(docs.popleft(), form, info, timings)


def _of_long(form: Legible, model: str, info: PipelineInfo, timings: Timings) -> Extraction | Exception:
    """Return what is found in a long article, or the error; no more than a section of it is held annotated."""
    from newsclaim import annotate
    from newsclaim.extraction.joining import Joining

    joining = Joining()
    try:
        for section in annotate.in_sections(form.article):
            found = _of_section(section.article, model, info, timings)
            joining.add(found, section.start, form.led_back)
        damages = tuple(problems(form.written.text))
        return Extraction(
            pipeline=info, article=form.written, quotes=tuple(joining.quotes), claims=tuple(joining.claims),
            actors=joining.actors(), problems=damages,
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001 - as above
        return error


def _of_section(article: Article, model: str, info: PipelineInfo, timings: Timings) -> Extraction:
    from newsclaim import annotate
    from newsclaim.extraction import extract_doc

    with timings.of("annotate"):
        (doc,) = annotate.annotate([article], model, annotate.PART)
    return extract_doc(doc, article, info, (), timings.add)


def _extracted(doc: Doc | Exception, form: Legible, info: PipelineInfo, timings: Timings) -> Extraction | Exception:
    """Return what is found in an article, or the error."""
    from newsclaim.extraction import extract_doc

    if isinstance(doc, Exception):
        return doc
    try:
        damages = tuple(problems(form.written.text))
        return form.led_back(extract_doc(doc, form.article, info, damages, timings.add))
    except Exception as error:  # noqa: BLE001 - as above
        return error
