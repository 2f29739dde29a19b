"""Seconds by stage: what a run spent where."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Timings:
    """Seconds by name of the stage, in the order of the stages."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def add(self, stage: str, seconds: float) -> None:
        """Count the seconds of one run of a stage."""
        self.seconds[stage] += seconds

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Count the seconds that the block takes."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.add(stage, time.perf_counter() - started)

    def merge(self, other: Timings) -> None:
        """Count the seconds of another measurement, such as a worker's."""
        for stage, seconds in other.seconds.items():
            self.add(stage, seconds)

    def report(self) -> str:
        """Return the seconds in words, each stage also as a share of the language model's time."""
        base = self.seconds.get("annotate", 0.0)
        shares = {s: f" ({t / base:.1%} of annotate)" for s, t in self.seconds.items() if base and s != "annotate"}
        return "; ".join(f"{stage} {t:.2f} s{shares.get(stage, '')}" for stage, t in self.seconds.items())
