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
    found = Survey()
    for item in corpus.read(paths, input_format=options.input_format, ids=_file_ids(known), given=options.given):
        match item:
            case corpus.Skipped():
                summary.skipped.append(item)
            case Failure():
                summary.failed.append(item)
            case corpus.Note():
                summary.notes.append(f"{item.path}: {item.reason}")
            case Article():
                clash = _clash(item, known.get(item.id))
                if clash:
                    summary.failed.append(clash)
                    continue
                found.seen.add(item.id)
                made_from = fingerprint(item)
                if _count(known.get(item.id), (made_from, current), summary) or options.again:
                    found.todo.add((item.id, made_from))
    return found


def wanted(paths: Sequence[Path], store: Store, options: IngestOptions, todo: set[Key]) -> Iterator[Article]:
    """Yield the articles that are to be processed: read a second time instead of holding the whole corpus in memory."""
    left = set(todo)
    if not left:
        return
    for item in corpus.read(
        paths, input_format=options.input_format, ids=_file_ids(store.known()), given=options.given
    ):
        if isinstance(item, Article) and (key := (item.id, fingerprint(item))) in left:
            left.remove(key)
            yield item


def fingerprint(article: Article) -> str:
    """Return a digest of all that was read: text and header, not the place of the file."""
    return sha256(article.model_dump_json(exclude={"path", "blocks"}))[:32]


def location(article: Article) -> str:
    """Return the absolute path of the article's file, empty when it has none."""
    return str(Path(article.path).resolve()) if article.path else ""


def _pipeline(options: IngestOptions) -> str:
    from newsclaim.annotate import model_version

    return f"{__version__} {model_version(options.settings.model)}"


def _file_ids(known: Mapping[str, Known]) -> dict[str, str]:
    """Return the id of each stored file by its path: a file keeps it, whichever folder it is reached from.

    The id of a file is the end of its path, that of an article in it may have the article's own number behind a "#".
    Where an article brought its id along, the file has none.
    """
    found = {}
    for article, entry in known.items():
        numbered = (article[:at] for at in range(len(article)) if article[at] == "#")
        own = next((id_ for id_ in (article, *numbered) if _is_end(id_, entry.location)), None)
        if own:
            found[entry.location] = own
    return found


def _is_end(identifier: str, location: str) -> bool:
    path = Path(location)
    return any(f"/{form.as_posix()}".endswith(f"/{identifier}") for form in (path, path.with_suffix("")) if path.name)


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
