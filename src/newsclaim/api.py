"""What a notebook calls, and what the command line prints: one text, or an open database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclaim.config import load_settings
from newsclaim.database import Database
from newsclaim.errors import NewsclaimError
from newsclaim.names.same import same
from newsclaim.store import Filter

if TYPE_CHECKING:
    from newsclaim.models import Extraction

__all__ = ["Database", "Filter", "NewsclaimError", "extract", "open_db", "same"]


def extract(text: str, *, model: str | None = None, **header: Any) -> Extraction:
    """Return everything found in one text; nothing is stored.

    Args:
        text: the article; its text is kept code point for code point.
        model: an installed spaCy pipeline; None takes the one of the settings.
        header: what is known of the article: `id`, `title`, `outlet`, `published` (ISO 8601), `url`, `authors`.

    Raises:
        ModelError: the language model is not installed or does not fit.
        InternalError: the text broke a rule of extraction, which is a mistake in newsclaim.
    """
    from newsclaim.corpus import make_article
    from newsclaim.pipeline import extract_batch

    chosen = load_settings(model=model).model
    batch = extract_batch([make_article(text, **header)], chosen)
    if batch.broken:
        raise batch.broken[0].error
    return batch.found[0]


def open_db(path: str | Path | None = None, *, config: str | Path | None = None) -> Database:
    """Open a database that `newsclaim ingest` has made; use it as a context manager.

    Args:
        path: the file; None takes the one of the settings.
        config: a `newsclaim.toml` with topics; None takes the one in the current folder, if there is one.

    Raises:
        StoreError: there is no such database, or it cannot be used.
        ConfigError: the configuration cannot be used.
    """
    settings = load_settings(Path(config) if config else None, db=Path(path) if path else None)
    return Database(settings)
