"""What an ingest is asked to do, tells on its way, and has done in the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsclaim.config import Settings
from newsclaim.corpus import Failure, Skipped
from newsclaim.corpus.given import Given
from newsclaim.timings import Timings


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """How to ingest: `prune` removes articles whose file has vanished, `again` processes unchanged ones too.

    `workers` is the number of processes; with `automatic` only one is used where more would not pay. `cluster` is the
    address of a Dask scheduler that has them instead, or "local".
    """

    settings: Settings = field(default_factory=Settings)
    input_format: str = "auto"
    given: Given = field(default_factory=Given)
    workers: int = 1
    automatic: bool = False
    cluster: str | None = None
    prune: bool = False
    again: bool = False


@dataclass
class IngestSummary:
    """What an ingest did: counts of articles, what could not be read or stored and why, what is worth a look."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    vanished: int = 0
    pruned: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    timings: Timings = field(default_factory=Timings)

    @property
    def read(self) -> int:
        """Return how many articles the given paths hold."""
        return self.new + self.changed + self.unchanged


class Watcher:
    """Told how an ingest goes on; the command line shows a progress bar, others ignore it."""

    def started(self, files: int) -> None:
        """Tell how many files will be read; most hold one article."""

    def advanced(self, articles: int) -> None:
        """Tell that so many more articles are stored."""
