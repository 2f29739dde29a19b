"""Nonsense for all that reads what others write: readers, headers, settings, topics, searches, dates, names, marks.

    python -P benchmarks/fuzz.py [N] [--only NAME] [--seed 1]      # N inputs for each target, 1,000 without

An input is made of pieces that mean something to the target, of any characters or bytes, or is a good file damaged at
random places. Nothing may be raised but newsclaim's own errors, and none of these may be about a mistake of our own; no
input may take more than some seconds. What goes wrong is printed with the seed that makes it again. Each input has a
generator of its own, so that the same seed gives the same input.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from newsclaim.errors import REPORT, InternalError, NewsclaimError

sys.path.insert(0, str(Path(__file__).parent))
from nonsense import Draw, a_file, a_mark, text

#: A target takes an input and is done, or raises; a maker gives it one.
Target = Callable[[object], object]
#: An input that takes longer, in CPU seconds, is told.
SLOW = 5.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int, nargs="?", default=1_000)
    options.add_argument("--only", choices=list(targets()))
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    faults = 0
    for name in [given.only] if given.only else targets():
        found, started = 0, time.process_time()
        for number, fault in run(name, given.count, given.seed):
            found += 1
            print(f"{name} {given.seed} {number}: {fault}", flush=True)
        faults += found
        print(f"{name}: {given.count} inputs, {found} faults, {time.process_time() - started:.1f} s CPU", flush=True)
    sys.exit(faults > 0)


def run(name: str, count: int, seed: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the number of each input that a target cannot take, with what went wrong."""
    make, target = targets()[name]
    for number in range(count):
        fault = fault_of(target, make(Draw(f"{name} {seed} {number}")))
        if fault:
            yield number, fault


def fault_of(target: Target, given: object) -> str | None:
    """Return what is wrong about how a target takes an input, None where nothing is."""
    started = time.process_time()
    try:
        target(given)
    except InternalError as error:
        return str(error)
    except NewsclaimError as error:
        if not str(error).strip():
            return f"{type(error).__name__} without a word"
    except Exception:  # noqa: BLE001 - whatever it is, it is a fault
        return traceback.format_exc(limit=-4)
    took = time.process_time() - started
    return f"{took:.1f} s CPU for {str(given)[:80]!r}" if took > SLOW else None


# -- targets -----------------------------------------------------------------------------------------------------------


def read_file(given: object) -> None:
    from newsclaim.corpus import Failure, read

    ending, content = given  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{ending}"
        path.write_bytes(content)
        for loaded in read([path]):
            if isinstance(loaded, Failure) and REPORT in loaded.reason:
                raise InternalError(loaded.reason)


def read_header(given: object) -> None:
    from newsclaim.corpus.header import split_header

    _, rest = split_header(str(given))
    if not str(given).endswith(rest):
        raise InternalError("what follows a header is not what follows it")


def read_settings(given: object) -> None:
    from newsclaim.config import load_settings, topics

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "newsclaim.toml"
        path.write_bytes(str(given).encode("utf-8", "surrogatepass"))
        for topic in topics(load_settings(path)).values():
            _ = topic.definition, topic.empty


def read_search(given: object) -> None:
    from newsclaim.store.search import match_query

    query = match_query(str(given))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (a, b)")
        connection.execute("CREATE VIRTUAL TABLE bare USING fts5 (a, detail = none)")
        connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (query.exact,)).fetchall()
        connection.execute("SELECT rowid FROM bare WHERE bare MATCH ?", (query.loose,)).fetchall()


def read_date(given: object) -> None:
    from newsclaim.corpus.dates import iso_date
    from newsclaim.queries.dates import partial_date

    for found in (partial_date(str(given)), iso_date(str(given))):
        if found is not None and not found[:4].isdigit():
            raise InternalError(f"{found!r} is no date")


def read_amount(given: object) -> None:
    from newsclaim.queries.amounts import stretch

    stretch(str(given))


def read_names(given: object) -> None:
    from newsclaim.names.same import same
    from newsclaim.names.search import asked_for

    one, _, other = str(given).partition("\n")
    list(asked_for(one))
    if same(one, other).verdict != same(other, one).verdict:
        raise InternalError(f"{one!r} and {other!r} are the same one way round only")


def read_marks(given: object) -> None:
    from newsclaim.marks.file import marks_in

    marks_in(str(given), Path("a"))


@cache
def _database() -> Path:
    from newsclaim.models import Article, Block, Extraction, PipelineInfo, Quote, Span
    from newsclaim.store import Processed, Store
    from newsclaim.text import sha256, stable_id

    words = "We wait, he said."
    article = Article(
        id="port", text=words, sha256=sha256(words), blocks=(Block(start=0, end=17, kind="body"),), outlet="The Post"
    )
    span = Span(start=0, end=7, text=words[:7])
    quote = Quote(id=stable_id("q", 1), kind="indirect", spans=(span,), speakers=(), cue=None, rule="x")
    found = Extraction(pipeline=PipelineInfo(version="0", model="x"), article=article, quotes=(quote,))
    path = Path(tempfile.mkdtemp()) / "a.db"
    with Store(path, create=True) as store:
        store.save([Processed(found, "f", "/a")])
    return path


def ask(given: object) -> None:
    from newsclaim.api import Database
    from newsclaim.config import Settings

    with Database(Settings(db=_database())) as base:
        for question in (base.show, base.outlets_named, base.actors_named, base.topic):
            try:
                question(str(given))
            except InternalError:
                raise
            except NewsclaimError:
                continue


def _words(kind: str) -> Callable[[Draw], object]:
    return lambda draw: text(draw, kind)


@cache
def targets() -> dict[str, tuple[Callable[[Draw], object], Target]]:
    """Return what is tried, by name: what makes inputs, and what takes them."""
    return {
        "files": (a_file, read_file), "headers": (_words("header"), read_header),
        "settings": (_words("settings"), read_settings), "searches": (_words("search"), read_search),
        "dates": (_words("date"), read_date), "amounts": (_words("amount"), read_amount),
        "names": (_words("name"), read_names), "marks": (a_mark, read_marks), "questions": (_words("id"), ask),
    }  # fmt: skip


if __name__ == "__main__":
    main()
