"""One root error and a few children: every message says what was found and what to do about it."""

from __future__ import annotations


class NewsclaimError(Exception):
    """Root of all errors that newsclaim raises on purpose; the command line prints it and exits with 1."""


class InputError(NewsclaimError):
    """A file or line that cannot be read as an article."""


class ModelError(NewsclaimError):
    """The language model is missing or does not fit."""


class ConfigError(NewsclaimError):
    """`newsclaim.toml` or a topic cannot be used as it is written."""


class StoreError(NewsclaimError):
    """The database cannot be opened, is damaged, locked, or of another version."""


class UnknownNameError(NewsclaimError):
    """A speaker, topic, article or id that is not in the database."""
