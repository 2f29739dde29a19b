"""Files → store: which articles are new or changed, what is found in them, what has vanished.

The only room that knows both the corpus of files and the store.
"""

from newsclaim.ingest.load import load
from newsclaim.ingest.run import ingest
from newsclaim.ingest.summary import IngestOptions, IngestSummary, Watcher

__all__ = ["IngestOptions", "IngestSummary", "Watcher", "ingest", "load"]
