"""Words per CPU second of an ingest, against the bare language pipeline it runs on, side by side in one process.

    python -P benchmarks/speed.py [--shared ../shared] [--runs 5]

Bare is `nlp.pipe` of the same model as it is installed, with nothing else done, over the same articles. The two take
turns, medians are compared. Also prints the share of each stage in the time of the bare pipeline.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from newsclaim.config import DEFAULT_MODEL, Settings
from newsclaim.ingest import IngestOptions, ingest
from newsclaim.store import Store
from newsclaim.timings import Timings

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    folder = given.shared / "bench" / "wikinews"
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    bare = spacy.load(DEFAULT_MODEL)
    run_ingest(folder)  # loads the model
    times: dict[str, list[float]] = {"bare": [], "ingest": []}
    stages = Timings()
    for _ in range(given.runs):
        times["bare"].append(cpu(lambda: list(bare.pipe(texts, batch_size=24))))
        times["ingest"].append(cpu(lambda: stages.merge(run_ingest(folder))))
    plain, whole = (statistics.median(times[name]) for name in ("bare", "ingest"))
    print(f"{len(texts)} articles, {words} words, {given.runs} runs in turn")
    print(f"bare pipeline {words / plain:8.0f} words per CPU second")
    print(f"ingest        {words / whole:8.0f} words per CPU second, {plain / whole:.2f} times as many")
    for stage, seconds in stages.seconds.items():
        print(f"  {stage:<9} {seconds / given.runs / plain:6.1%} of the bare pipeline's time (wall)")


def run_ingest(folder: Path) -> Timings:
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 20)  # as the command line does; the bare pipeline keeps Python's own
    try:
        with tempfile.TemporaryDirectory() as place, Store(Path(place) / "a.db", create=True) as store:
            return ingest([folder], store, IngestOptions(settings=Settings())).timings
    finally:
        gc.set_threshold(*before)


def cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
