"""The progress bar of ingest, on standard error and only where that is a terminal."""

from __future__ import annotations

from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsclaim.ingest import Watcher


class Bar(Watcher):
    """Shows how many articles are stored, how many a second, and the time left."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("Reading articles"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=None, start=False, rate="")

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def started(self, total: int) -> None:
        """Show how many articles there are to process."""
        self._progress.update(self._task, total=total)
        self._progress.start_task(self._task)

    def advanced(self, articles: int) -> None:
        """Show that so many more are stored."""
        self._progress.advance(self._task, articles)
        speed = self._progress.tasks[0].speed
        self._progress.update(self._task, rate=f"{speed:.1f}/s" if speed else "")
