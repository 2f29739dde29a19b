"""What queries ask of the stages: which are made, and whether people's marks have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclaim.text import sha256

if TYPE_CHECKING:
    from newsclaim.config import Settings
    from newsclaim.store import Store

#: The stages in the order in which they are made, for those who only ask which are.
NAMES = ("furniture", "actors", "stories", "statements", "marks", "renderings")
#: What a query makes itself where it is not there, as in a database of an earlier version.
_MADE_WHEN_ASKED = frozenset({"renderings"})
#: Under which the store notes which content of the file it holds.
MARKS_FILE = "marks-file"


def unfinished(store: Store) -> list[str]:
    """Return the stages that queries need and that are still to be made: an ingest was interrupted, or is running."""
    done = store.stages().keys() | _MADE_WHEN_ASKED
    return [name for name in NAMES if name not in done]


def renderings_made(store: Store) -> bool:
    """Tell whether all statements that are stored have been rendered."""
    return "renderings" in store.stages()


def content_of_marks(settings: Settings) -> str | None:
    """Return what stands in the file of marks beside the database, None when there is none."""
    from newsclaim.marks.file import content_of, file_beside

    return content_of(file_beside(settings.db))


def outdated(store: Store, settings: Settings) -> bool:
    """Tell whether the file of marks has changed since the store took it over; without a file its copy counts."""
    content = content_of_marks(settings)
    return content is not None and store.stages().get(MARKS_FILE) != sha256(content)
