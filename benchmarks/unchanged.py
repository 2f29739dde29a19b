"""CPU time of an ingest of a corpus in which nothing has changed since the last one.

    python -P benchmarks/unchanged.py FOLDER     # made with: python -P benchmarks/corpus.py 20000 --files FOLDER

The first ingest finds nothing in any article and makes no stage of the corpus, so that it takes no language model and
little time; the later ones are those of the command line: with all times of change as they were, and with all of them
moved, so that the content of every file has to tell.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from unittest import mock

from newsclaim._version import __version__
from newsclaim.annotate import model_version
from newsclaim.derive import stage
from newsclaim.ingest import IngestOptions, ingest, work
from newsclaim.models import Extraction, PipelineInfo
from newsclaim.pipeline import Batch
from newsclaim.store import Store

INFO = PipelineInfo(version=__version__, model=model_version())


def main() -> None:
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "a.db"
        stages = tuple(replace(one, make=lambda *_: ()) for one in stage.stages())
        with (
            mock.patch.object(work, "extract_batch", nothing),
            mock.patch.object(stage, "stages", return_value=stages),
            Store(database, create=True) as store,
        ):
            print(f"{ingest([folder], store, IngestOptions()).new} articles")
        time.sleep(3)
        measure("first again", folder, database)  # files written just before the first run are told by their content
        measure("unchanged", folder, database)
        for path in folder.rglob("*.txt"):
            os.utime(path)
        time.sleep(3)
        measure("touched", folder, database)
        measure("unchanged", folder, database)


def nothing(articles: list, model: str) -> Batch:  # noqa: ARG001 - in place of `extract_batch`
    return Batch([Extraction(pipeline=INFO, article=article) for article in articles])


def measure(name: str, folder: Path, database: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = Path(sys.executable).with_name("newsclaim")
    done = subprocess.run(
        [program, "ingest", folder, "--db", database], capture_output=True, encoding="utf8", check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    print(f"{name:12} {seconds:6.2f} s CPU  {done.stderr.strip().splitlines()[-1].rpartition('a.db: ')[2]}")


if __name__ == "__main__":
    main()
