"""newsclaim: who said what, who claims which number, and where accounts disagree.

    import newsclaim

    found = newsclaim.extract("About 3,000 soldiers have arrived, Ada Brook said.")
    with newsclaim.open_db("newsclaim.db") as db:
        rows = db.quotes(speaker="Brook")

Importing the package loads nothing else; `extract` loads the language model when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclaim._version import __version__

if TYPE_CHECKING:
    from newsclaim.api import Database, Filter, NewsclaimError, extract, open_db, same

__all__ = ["Database", "Filter", "NewsclaimError", "__version__", "extract", "open_db", "same"]


def __dir__() -> list[str]:
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from newsclaim import api

        return getattr(api, name)
    raise AttributeError(f"module 'newsclaim' has no attribute {name!r}")
