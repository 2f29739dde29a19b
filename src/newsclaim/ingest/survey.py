"""What the given files hold against what is stored: new, changed, unchanged, or in one another's way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsclaim import corpus
from newsclaim._version import __version__
from newsclaim.corpus import Failure
from newsclaim.ingest.summary import IngestOptions, IngestSummary
from newsclaim.models import Article
from newsclaim.store import FORM, Known, Store
from newsclaim.text import sha256

#: An article's id and its fingerprint.
Key = tuple[str, str]


@dataclass
class Survey:
    """Which articles are to be processed, and all that were seen."""

    todo: set[Key] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)


def survey(paths: Sequence[Path], store: Store, options: IngestOptions, summary: IngestSummary) -> Survey:
    """Read all files once and tell what is to be done; counts, failures and notes go into the summary."""
    known = store.known()
    current = _pipeline(options)
    ids = _by_location(known)
    found = Survey()
    for item in corpus.read(paths, input_format=options.input_format):
        match item:
            case corpus.Skipped():
                summary.skipped.append(item)
            case Failure():
                summary.failed.append(item)
            case corpus.Note():
                summary.notes.append(f"{item.path}: {item.reason}")
            case Article():
                article = _under_known_id(item, ids, options)
                clash = _clash(article, known.get(article.id))
                if clash:
                    summary.failed.append(clash)
                    continue
                found.seen.add(article.id)
                made_from = fingerprint(article)
                if _count(known.get(article.id), (made_from, current), summary) or options.again:
                    found.todo.add((article.id, made_from))
    return found


def wanted(paths: Sequence[Path], store: Store, options: IngestOptions, todo: set[Key]) -> Iterator[Article]:
    """Yield the articles that are to be processed: read a second time instead of holding the whole corpus in memory."""
    left = set(todo)
    ids = _by_location(store.known()) if left else {}
    for item in corpus.read(paths, input_format=options.input_format) if left else ():
        if isinstance(item, Article):
            article = _under_known_id(item, ids, options)
            if (key := (article.id, fingerprint(article))) in left:
                left.remove(key)
                yield article


def fingerprint(article: Article) -> str:
    """Return a digest of all that was read: text and header, not the place of the file."""
    return sha256(article.model_dump_json(exclude={"path", "blocks"}))


def location(article: Article) -> str:
    """Return the absolute path of the article's file, empty when it has none."""
    return str(Path(article.path).resolve()) if article.path else ""


def _pipeline(options: IngestOptions) -> str:
    from newsclaim.annotate import model_version

    return f"{__version__} {model_version(options.settings.model)}"


def _by_location(known: Mapping[str, Known]) -> Mapping[str, str]:
    return {entry.location: article for article, entry in known.items()}


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


def _clash(article: Article, known: Known | None) -> Failure | None:
    # Ids are relative to the folder that was given; nothing that is stored may be lost because two folders agree.
    if known is None or known.location == location(article) or not Path(known.location).exists():
        return None
    reason = (
        f"its id {article.id!r} is already that of {known.location}. Ingest the folder that holds both, so that "
        f"their ids differ, or use another database with --db"
    )
    return Failure(path=article.path or article.id, reason=reason)


def _under_known_id(article: Article, ids: Mapping[str, str], options: IngestOptions) -> Article:
    # A file keeps the id it was stored under, whichever folder it is reached from; JSONL lines have their own.
    if article.path is None or options.input_format == "jsonl" or article.path.endswith(".jsonl"):
        return article
    known = ids.get(location(article))
    return article if known is None else article.model_copy(update={"id": known})
