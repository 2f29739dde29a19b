"""What finding the same statements costs: the stage over so many quotes, then with one more article.

    python -P benchmarks/statements.py 100000 [--seed 1] [--keep build/statements.db]

Articles are those of `corpus.py`, stored as `corpuscost.py` stores them, until they have so many quotes. CPU seconds
and the most memory that the process had by then; then those of `compare --quotes`, the 50 most widely told statements.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsclaim.derive.statements import STATEMENTS
from newsclaim.store import Store

sys.path.insert(0, str(Path(__file__).parent))
from corpuscost import SETTINGS, saved

import corpus as made_up

PROGRAM = Path(sys.executable).with_name("newsclaim")
#: The generator is told how many articles it makes; of one seed the smaller corpus is the beginning of the larger.
MOST_ARTICLES = 200_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("quotes", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path)
    options.add_argument("--shared", type=Path, default=made_up.ROOT.parent / "shared")
    given = options.parse_args()
    written = iter(made_up.corpus(MOST_ARTICLES, given.shared, given.seed))
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "statements.db"
        with Store(path, create=True) as store:
            quotes = articles = 0
            while quotes < given.quotes:
                portion = list(itertools.islice(written, 500))
                quotes += saved(store, portion)[1]
                articles += len(portion)
            print(f"{articles} articles, {quotes} quotes, {memory()} MB to store them", flush=True)
            with timed("the stage"):
                STATEMENTS.make(store, SETTINGS)
            saved(store, [next(written)])
            with timed("one more article"):
                STATEMENTS.make(store, SETTINGS)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [PROGRAM, "compare", "--quotes", "--limit", "50", "--db", path]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"the command: {used:.2f} s, {after.ru_maxrss // 1024} MB")


@contextmanager
def timed(name: str) -> Iterator[None]:
    begin = time.process_time()
    yield
    print(f"{name}: {time.process_time() - begin:.2f} s, {memory()} MB", flush=True)


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
