"""The only room that knows SQL: one SQLite file with everything that was found.

What is not asked for is not loaded: a query needs few of the files in this room, and start-up counts.
"""

from typing import TYPE_CHECKING

from newsclaim.lazy import loader

if TYPE_CHECKING:
    from newsclaim.store import (
        actors,
        alone,
        articlelist,
        articles,
        comparisons,
        corpusactors,
        counting,
        facts,
        files,
        ids,
        kin,
        likeness,
        listing,
        local,
        marked,
        marks,
        phrases,
        renderings,
        stories,
        traces,
        writing,
    )
    from newsclaim.store.articles import Known
    from newsclaim.store.codec import FORM
    from newsclaim.store.files import StoredFile
    from newsclaim.store.filters import ActorFilter, Filter, Page
    from newsclaim.store.kin import KeptOfActors
    from newsclaim.store.store import Store
    from newsclaim.store.writing import Packed, Processed, Unsaved

__all__ = [
    "FORM", "ActorFilter", "Filter", "KeptOfActors", "Known", "Packed", "Page", "Processed", "Store", "StoredFile",
    "Unsaved", "actors", "alone", "articlelist", "articles", "comparisons", "corpusactors", "counting", "facts",
    "files", "ids", "kin", "likeness", "listing", "local", "marked", "marks", "phrases", "renderings", "stories",
    "traces", "writing",
]  # fmt: skip

_HOMES = {
    "FORM": "codec",
    "ActorFilter": "filters",
    "Filter": "filters",
    "KeptOfActors": "kin",
    "Known": "articles",
    "Packed": "writing",
    "Page": "filters",
    "Processed": "writing",
    "Store": "store",
    "StoredFile": "files",
    "Unsaved": "writing",
}


__getattr__ = loader(__name__, _HOMES, __all__)
