"""What the given files hold against what is stored: new, changed, unchanged, or in one another's way."""

from __future__ import annotations

import os
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

from newsclaim import corpus
from newsclaim._version import __version__
from newsclaim.corpus import Ended, Failure, File
from newsclaim.ingest.kept import completed
from newsclaim.ingest.summary import IngestOptions, IngestSummary, Watcher
from newsclaim.ingest.work import Input
from newsclaim.models import Article
from newsclaim.store import FORM, Known, Store, StoredFile
from newsclaim.text import sha256

#: Options that change nothing of what is read from a file.
_NOT_READING = {"settings", "workers", "automatic", "cluster", "prune", "again"}


class Survey:
    """Looks at all files, and reads those that are not known to be unchanged, once.

    Attributes:
        bytes: how much there is to read.
        seen: ids of all articles that are there; complete when `inputs` has come to its end.
        completed: of how many articles more was known than is told now; `kept` are the fields.
    """

    def __init__(
        self, paths: Sequence[Path], store: Store, options: IngestOptions, summary: IngestSummary, watcher: Watcher
    ) -> None:
        self._known = store.known()
        self._store = store
        self._options = options
        self._summary = summary
        self._watcher = watcher
        self._pipeline = _pipeline(options)
        self._reading = " ".join(
            [__version__, *(repr(getattr(options, f.name)) for f in fields(options) if f.name not in _NOT_READING)]
        )
        self.seen: set[str] = set()
        self.kept: set[str] = set()
        self.completed = 0
        self.bytes = 0
        self._begun = self._stored = 0
        self._failed: set[str] = set()
        self._ended: deque[tuple[int, StoredFile]] = deque()
        self._files = self._still_to_read(paths, store)
        watcher.started(sum(isinstance(file, File) for file in self._files))

    def inputs(self) -> Iterator[Input]:
        """Yield the articles that are to be processed; counts, failures and notes go into the summary."""
        inside: dict[str, int] = defaultdict(int)
        for item in corpus.read_files(self._files, self._options.input_format, self._options.given):
            match item:
                case corpus.Skipped():
                    self._summary.skipped.append(item)
                case Failure():
                    self._summary.failed.append(item)
                    self._failed.add(location(item.path))
                case corpus.Note():
                    self._summary.notes.append(f"{item.path}: {item.reason}")
                case Ended():
                    self._end(item, inside.pop(location(item.path), 0))
                case Article():
                    inside[location(item.path)] += 1
                    found = self._looked_at(item)
                    if found:
                        self._begun += 1
                        yield found

    def stored(self, articles: int, failed: Sequence[str] = ()) -> Iterator[StoredFile]:
        """Yield the files that are done when so many more articles are stored or failed, the latter in some files.

        Articles come in the order of `inputs`. A file in which anything failed is read again by the next run.
        """
        self._stored += articles + len(failed)
        self._failed.update(failed)
        self._watcher.advanced(articles + len(failed))
        while self._ended and self._ended[0][0] <= self._stored:
            file = self._ended.popleft()[1]
            if file.state.location not in self._failed:
                yield file

    def _still_to_read(self, paths: Sequence[Path], store: Store) -> list[corpus.Found]:
        files = store.files()
        here: dict[str, list[str]] = defaultdict(list)
        for article, entry in self._known.items():
            here[entry.location].append(article)
        left: list[corpus.Found] = []
        for file in corpus.find_files(paths, self._options.input_format, _file_ids(self._known)):
            if isinstance(file, File):
                articles = here.get(file.place, ())
                if self._is_unchanged(file, files.get(file.place), articles):
                    self._summary.unchanged += len(articles)
                    self.seen.update(articles)
                    continue
                self.bytes += _size(file.path)
            left.append(file)
        return left

    def _is_unchanged(self, file: File, stored: StoredFile | None, articles: Sequence[str]) -> bool:
        """Whether a file holds what it held when all of it was stored by the pipeline of today."""
        if self._options.again or self._options.given.metadata is not None:  # the table may have changed
            return False
        if stored is None or (stored.reading, stored.articles) != (self._reading, len(articles)):
            return False
        if any((self._known[one].pipeline, self._known[one].form) != (self._pipeline, FORM) for one in articles):
            return False
        state = corpus.still(file.path, stored.state)
        if state is not None and state != stored.state:
            self._ended.append((0, StoredFile(state, stored.articles, stored.reading)))
        return state is not None

    def _looked_at(self, article: Article) -> Input | None:
        """Return the article if it is to be processed."""
        known = self._known.get(article.id)
        made_from = fingerprint(article)
        if known is not None and known.fingerprint != made_from:
            article = self._completed(article)
            made_from = fingerprint(article)
        found = Input(article, made_from, location(article.path))
        failure = clash(found, known)
        if failure:
            self._summary.failed.append(failure)
            self._failed.add(found.location)
            return None
        self.seen.add(article.id)
        return found if self._count(known, found.fingerprint) or self._options.again else None

    def _completed(self, article: Article) -> Article:
        """Return an article with what an earlier run was told of it, unless a table tells about articles now."""
        if self._options.given.metadata is not None:
            return article
        stored = self._store.texts([article.id]).get(article.id)
        if stored is None:
            return article
        article, names = completed(article, stored)
        self.kept.update(names)
        self.completed += bool(names)
        return article

    def _count(self, known: Known | None, made_from: str) -> bool:
        """Count an article by what is known of it; return whether it is to be processed."""
        if known is None:
            self._summary.new += 1
        elif (known.fingerprint, known.pipeline, known.form) != (made_from, self._pipeline, FORM):
            self._summary.changed += 1
        else:
            self._summary.unchanged += 1
            return False
        return True

    def _end(self, file: Ended, articles: int) -> None:
        if file.state is None:
            self._summary.notes.append(f"{file.path}: it changed while it was read; run newsclaim ingest again")
        elif articles:
            self._ended.append((self._begun, StoredFile(file.state, articles, self._reading)))


def fingerprint(article: Article) -> str:
    """Return a digest of all that was read: text and header, not the place of the file."""
    return sha256(article.model_dump_json(exclude={"path", "blocks"}))[:32]


@lru_cache(maxsize=16)
def location(path: str | None) -> str:
    """Return the absolute path of an article's file, empty when it has none."""
    return str(Path(path).resolve()) if path else ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


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


def _is_end(identifier: str, place: str) -> bool:
    name = place.replace(os.sep, "/")
    stem = name[: -len(suffix)] if (suffix := os.path.splitext(name)[1]) else name  # noqa: PTH122 - of 20,000 files
    return bool(name) and any(form.endswith(f"/{identifier}") for form in (name, stem))


def clash(found: Input, known: Known | None) -> Failure | None:
    """Return that an article's id is already that of another file that is there, None when it is not."""
    # Ids are relative to the folder that was given; nothing that is stored may be lost because two folders agree.
    if known is None or known.location == found.location or not Path(known.location).exists():
        return None
    reason = (
        f"its id {found.article.id!r} is already that of {known.location}. Ingest the folder that holds both, so that "
        f"their ids differ, or use another database with --db"
    )
    return Failure(path=found.article.path or found.article.id, reason=reason)
