"""One root error and a few children: every message says what was found and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: What every message about a mistake of our own ends with.
REPORT = "This is a mistake in newsclaim, not in your files: please report it with this message and the article."


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


class WorkerError(NewsclaimError):
    """The processes that articles are analysed in do not start."""


class InternalError(NewsclaimError):
    """A mistake of newsclaim's own; the message says in which article, and asks to report it."""

    @classmethod
    def of(cls, doing: str, cause: BaseException) -> InternalError:
        """Return the error for something that newsclaim could not do, and why."""
        return cls(f"newsclaim could not {doing}: {cause!r}. {REPORT}")


class UnknownNameError(NewsclaimError):
    """A speaker, topic, article or id that is not in the database."""

    @classmethod
    def of_topic(cls, name: str, known: Iterable[str], close: Sequence[str]) -> UnknownNameError:
        """Return the error for words that are no topic, with those that there are and that come close."""
        meant = f" Did you mean: {', '.join(list(dict.fromkeys(close))[:5])}?" if close else ""
        return cls(
            f"there is no topic {name!r}, and no claim tells of these words.{meant} Topics: {', '.join(known)}. "
            f"Define others in newsclaim.toml under [topics.NAME]."
        )


class QueryError(NewsclaimError):
    """A search or a filter that cannot be read as it is written."""
