"""Breaks rules by hand, one at a time, and tells which breaks the tests do not notice.

    python -P benchmarks/mutation.py --seed 1 --draw 120
    python -P benchmarks/mutation.py --seed 1 --draw 40 --room extraction/quotes

Of `extraction`, `names`, `resolve` and `compare` it draws private predicates (functions that return bool) and
conditions (of `if`, conditional expressions and comprehensions) at random. Each in turn is made False, and the tests of
that part are run; with `--room` only the tests of that room. A break that nothing notices is tried on the Wikinews
articles, the seeds, the handed cases and the sample corpus: one that changes no finding there is listed and does not
count.

First everything is run whole, and told for each test and article which of the places were ever true: only these can
notice that one is made False. Every break is made in a forked process (see `breaks.py`); the language model is loaded
once, and each text is annotated once.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclaim.models import Article

sys.path.insert(0, str(Path(__file__).parent))
from breaks import ROOT, SOURCE, Place, Watch, forget_answers, load_tables, make_false, places_in
from found import Findings, corpus, remember_annotations

#: The tests of each part.
TESTS = {
    "extraction": ("tests/extraction", "tests/corpus/test_sample.py"),
    "names": ("tests/names", "tests/resolve", "tests/extraction/actors"),
    "resolve": ("tests/resolve", "tests/derive"),
    "compare": ("tests/compare",),
}
#: The tests of rooms that have none under their own name.
NEAR = {
    "extraction/attribution": ("tests/extraction/quotes",),
    "extraction/page": ("tests/extraction/page", "tests/extraction/quotes"),
}
#: A test run or a look at the findings that takes longer has been broken by the break.
PATIENCE = 600


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--draw", type=int, default=120)
    options.add_argument("--room", default="", help="only below this folder or file of src/newsclaim")
    options.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = options.parse_args()
    places = [place for place in all_places() if place.room.startswith(given.room)]
    drawn = random.Random(given.seed).sample(places, min(given.draw, len(places)))  # noqa: S311 - no secret
    print(f"{len(places)} places, {len(drawn)} drawn with seed {given.seed}", flush=True)
    os.chdir(ROOT)
    tests = {place: tests_of(place, given.room) for place in drawn}
    check = Check(drawn, tests, corpus(given.shared))
    arguments = ["-q", "-s", "-p", "no:cacheprovider", "--hypothesis-seed=0", *sorted(set(sum(tests.values(), ())))]
    sys.exit(pytest.main(arguments, plugins=[check]))


def all_places() -> list[Place]:
    files = sorted(file for part in TESTS for file in (SOURCE / part).rglob("*.py"))
    return [place for file in files for place in places_in(file)]


def tests_of(place: Place, room: str) -> tuple[str, ...]:
    """Return the tests that should notice a break: those of the room that was asked for, or of the whole part."""
    near = NEAR.get(room, (f"tests/{room}",))
    return near if room and all((ROOT / tests).is_dir() for tests in near) else TESTS[place.part]


class Check:
    """A plugin of pytest that runs the collected tests once, and then those that may notice for each break."""

    def __init__(self, places: list[Place], tests: dict[Place, tuple[str, ...]], articles: list[Article]) -> None:
        self.places = places
        self.tests = tests
        self.findings = Findings(articles)
        self.failed = ""
        #: For each test and name of a shared fixture the numbers of places that were true; how long each took.
        self.true: dict[pytest.Item | str, set[int]] = {}
        self.took: dict[pytest.Item | str, float] = {}
        self.watch: Watch | None = None

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take down the first test that fails."""
        self.failed = self.failed or (report.nodeid if report.failed else "")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """Keep apart what is true while fixtures are made that many tests share."""
        if self.watch is None or fixturedef.scope == "function":
            return (yield)
        started = time.process_time()
        with self.watch.during() as true:
            made = yield
        self.true.setdefault(fixturedef.argname, set()).update(true)
        self.took[fixturedef.argname] = time.process_time() - started
        return made

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run all tests once, then those that may notice for each break."""
        remember_annotations(self.findings.articles)
        with Watch(self.places) as self.watch, quiet():
            with self.watch.during() as always:
                load_tables()
            self.run(session.items)
            self.findings.look(self.watch)
        self.watch = None
        if self.failed:
            pytest.exit(f"{self.failed} fails without any break", returncode=1)
        for test in session.items:
            self.true[test] |= always.union(*(self.true.get(name, ()) for name in test.fixturenames))
        report(self.places, lambda place: self.outcome(place, session.items))
        return True

    def run(self, tests: list[pytest.Item]) -> None:
        """Run tests while watching."""
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            forget_answers()
            started = time.process_time()
            with self.watch.during() as self.true[test]:
                test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            self.took[test] = time.process_time() - started

    def outcome(self, place: Place, tests: list[pytest.Item]) -> str:
        """Return whether a break is noticed by tests, survives, or changes nothing."""
        number = self.places.index(place)
        near = [ROOT / path for path in self.tests[place]]
        fit = [t for t in tests if number in self.true[t] and any(t.path.is_relative_to(path) for path in near)]
        fit.sort(key=self.cost)
        if fit and in_child(place, lambda: self.notices(fit)):
            return "noticed"
        if in_child(place, lambda: self.findings.differ(number)):
            return f"survived ({len(fit)} tests)"
        return "changes nothing"

    def cost(self, test: pytest.Item) -> tuple[bool, float]:
        """Return a key that puts the quick tests first, those with random input last."""
        made = sum(self.took.get(name, 0.0) for name in test.fixturenames)
        return test.get_closest_marker("hypothesis") is not None, self.took[test] + made

    def notices(self, tests: list[pytest.Item]) -> bool:
        """Run tests until one fails."""
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            if self.failed:
                return True
        return False


def in_child(place: Place, question: Callable[[], bool]) -> bool:
    """Break the place in a forked process and ask there; True also when it dies, raises or takes too long."""
    child = os.fork()
    if child == 0:
        answer = 1
        with contextlib.suppress(BaseException), quiet():
            import signal

            signal.alarm(PATIENCE)
            make_false(place)
            answer = int(question())
        os._exit(answer)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Let nothing be printed meanwhile."""
    sys.stdout.flush()
    kept = os.dup(1)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


# -- report ----------------------------------------------------------------------------------------------------------


def report(drawn: list[Place], judge: Callable[[Place], str]) -> None:
    counts: Counter[str] = Counter()
    rooms: dict[str, Counter[str]] = {}
    started = time.monotonic()
    for number, place in enumerate(drawn, start=1):
        told = judge(place)
        what = told.split(" (")[0]
        counts[what] += 1
        rooms.setdefault(str(Path(place.room).parent), Counter())[what] += 1
        if what != "noticed":
            print(f"{told}: {place}", flush=True)
        if number % 20 == 0:
            print(f"… {number} of {len(drawn)}, {time.monotonic() - started:.0f} s", flush=True)
    for room, several in sorted(rooms.items()):
        print(f"{room}: {share(several)}")
    print(f"all: {share(counts)}")


def share(counts: Counter[str]) -> str:
    real = counts["noticed"] + counts["survived"]
    return (
        f"{counts['noticed']} of {real} noticed ({100 * counts['noticed'] / max(real, 1):.1f}%), "
        f"{counts['changes nothing']} change nothing"
    )


if __name__ == "__main__":
    main()
