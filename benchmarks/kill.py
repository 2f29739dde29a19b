"""`kill -9` at random moments of an ingest: is the database sound, nothing half stored, the end as if undisturbed?

    python -P benchmarks/kill.py CORPUS [--moments 50] [--seed 1]

Each time a new database is begun by `newsclaim ingest CORPUS --workers N`, and one process of it is killed: the parent,
a worker, or all of them; the moment is drawn from the time that the undisturbed run took, half of them from when it
wrote. Then is looked at

- whether every other process of the run has ended (workers of a killed parent must not live on);
- what SQLite says of the database, and of its references;
- whether every article that is there has exactly the rows that the undisturbed run has of it;
- whether a second ingest, undisturbed, ends with the same tables (the indexes of words by what they find).

A run whose worker was killed has to come to its end by itself.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

Draw = Random
#: Rows of one article, by the column that names it; the others belong to the whole corpus.
OF_ARTICLE = {
    "article": "number", "article_body": "article", "quote": "article", "claim": "article", "local_actors": "article",
    "credit": "article", "tally": "article",
}  # fmt: skip
#: Short numbers are counted up in the order in which articles came; a time is no finding.
LEFT_OUT = ("article_text_slot", "file")
VICTIMS = ("parent", "worker", "all")
#: So long a process may take to notice that its parent is gone, and so long a run may take, in seconds.
PATIENCE, LONGEST = 20.0, 600.0


@dataclass(frozen=True)
class Moment:
    """Whom to kill, how many processes work, and when, in parts of the time that the undisturbed run takes.

    `writing` counts from when the database is there.
    """

    victim: str
    workers: int
    writing: bool
    part: float


@dataclass
class Run:
    """An ingest in a session of its own, so that its processes are known."""

    process: subprocess.Popen[bytes]

    def others(self) -> list[int]:
        """The processes of the run that are alive, the parent aside."""
        return [pid for pid in _session(self.process.pid) if pid != self.process.pid]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("--moments", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    draw = Draw(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "undisturbed.db"
        began, ended = undisturbed(given.corpus, whole)
        print(f"undisturbed: {ended:.1f} s, from {began:.1f} s on with a database")
        good = 0
        for number in range(given.moments):
            moment = Moment(draw.choice(VICTIMS), draw.choice((1, 2)), draw.random() < 0.5, draw.random())
            faults = disturbed(given.corpus, Path(folder) / f"{number}.db", whole, moment, (began, ended))
            good += not faults
            print(f"{number + 1:3} {moment}: {'; '.join(faults) or 'sound'}", flush=True)
    print(f"{good} of {given.moments}")


def undisturbed(corpus: Path, database: Path) -> tuple[float, float]:
    """Make the database to compare with; return when it was there, and when all was done, in seconds."""
    started = time.monotonic()
    run = begin(corpus, database, 1)
    began = next(_until(database.exists)) - started
    run.process.wait(LONGEST)
    return began, time.monotonic() - started


def disturbed(corpus: Path, database: Path, whole: Path, moment: Moment, times: tuple[float, float]) -> list[str]:
    """Kill an ingest at a moment; return what was wrong afterwards."""
    began, ended = times
    run = begin(corpus, database, moment.workers)
    if moment.writing:
        next(_until(lambda: database.exists() or run.process.poll() is not None))
    span = ended - began if moment.writing else ended
    with suppress(subprocess.TimeoutExpired):
        run.process.wait(span * moment.part)
    killed = kill(run, moment.victim)
    faults = list(_outcome(run, killed, moment))
    if database.exists():
        faults += _soundness(database) + _half_stored(database, whole)
    again = begin(corpus, database, 1)
    again.process.wait(LONGEST)
    if again.process.returncode:
        faults.append(f"the next run ended with {again.process.returncode}")
    faults += _soundness(database) + _differences(database, whole)
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    return faults


def begin(corpus: Path, database: Path, workers: int) -> Run:
    command = [sys.executable, "-m", "newsclaim", "ingest", str(corpus), "--db", str(database)]
    return Run(
        subprocess.Popen(
            [*command, "--workers", str(workers)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    )  # fmt: skip


def kill(run: Run, victim: str) -> bool:
    """Kill a process of the run, or all; return whether the parent was among them. Without workers it is the parent."""
    others = run.others()
    chosen = others[-1:] if victim == "worker" and others else [run.process.pid]
    if victim == "all":
        chosen += others
    for pid in chosen:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return run.process.pid in chosen


def _outcome(run: Run, killed: bool, moment: Moment) -> Iterator[str]:
    if not killed and run.process.wait(LONGEST):
        yield f"with a killed worker the run ended with {run.process.returncode}"
    run.process.wait(PATIENCE)
    left = next(_until(lambda: not run.others(), PATIENCE), None)
    if left is None:
        yield f"processes that outlive a killed {moment.victim}: {run.others()}"
        for pid in run.others():
            os.kill(pid, signal.SIGKILL)


def _soundness(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    faults = [f"SQLite says: {said[0]}"] if said != ["ok"] else []
    return faults + ([f"{len(lost)} rows refer to nothing"] if lost else [])


def _half_stored(database: Path, whole: Path) -> list[str]:
    """Return the tables in which an article that is stored has other rows than it should have."""
    with closing(sqlite3.connect(database)) as one, closing(sqlite3.connect(whole)) as other:
        if not one.execute("SELECT count(*) FROM sqlite_master WHERE name = 'tally'").fetchone()[0]:
            return []  # killed before the tables were made
        stored = {number for (number,) in one.execute("SELECT number FROM article")}
        return [
            f"half stored: {table}"
            for table, column in OF_ARTICLE.items()
            if _rows(one, table)
            != [row for row in _rows(other, table) if _article_of(other, table, column, row) in stored]
        ]


def _article_of(connection: sqlite3.Connection, table: str, column: str, row: tuple[object, ...]) -> object:
    names = [told[1] for told in connection.execute(f"PRAGMA table_info({table})")]
    return row[names.index(column)]


def _differences(database: Path, whole: Path) -> list[str]:
    """Return the tables that are not as in the undisturbed run."""
    with closing(sqlite3.connect(database)) as one, closing(sqlite3.connect(whole)) as other:
        names = [name for name in _tables(other) if name not in LEFT_OUT]
        faults = [f"other rows: {name}" for name in names if _rows(one, name) != _rows(other, name)]
        faults += [
            f"the search finds other rows: {word}"
            for word in ("said", "the")
            if _found(one, word) != _found(other, word)
        ]
        return faults


def _tables(connection: sqlite3.Connection) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\' ORDER BY name"
    return [name for (name,) in connection.execute(sql) if not name.startswith("sqlite_")]


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - of a list above


def _found(connection: sqlite3.Connection, word: str) -> tuple[list[object], list[object]]:
    from newsclaim.store.wordindex import ARTICLES_MATCHING, QUOTES_MATCHING

    quotes, articles = (sorted(connection.execute(sql, (word,))) for sql in (QUOTES_MATCHING, ARTICLES_MATCHING))
    return quotes, articles


def _until(holds: Callable[[], bool], patience: float = LONGEST) -> Iterator[float]:
    """Yield the time at which something holds; nothing when it does not in time."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if holds():
            yield time.monotonic()
            return
        time.sleep(0.005)


def _session(leader: int) -> list[int]:
    """Return the processes of a session that are alive (from /proc)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, ValueError):
                state, _, _, session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
                if int(session) == leader and state != "Z":
                    found.append(int(entry.name))
    return sorted(found)


if __name__ == "__main__":
    main()
