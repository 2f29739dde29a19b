"""Breaks rules by hand, one at a time, and tells which breaks the tests do not notice.

    python -P benchmarks/mutation.py --seed 1 --draw 120
    python -P benchmarks/mutation.py --seed 1 --draw 40 --room extraction/quotes

Of `extraction`, `names`, `resolve` and `compare` it draws private predicates (functions that return bool) and
conditions (of `if`, conditional expressions and comprehensions) at random. Each in turn is made False, and the tests of
that part are run; with `--room` only the tests of that room. A break that nothing notices is tried on the Wikinews
articles, the seeds, the handed cases and the sample corpus: one that changes no finding there is listed and does not
count.

Every break is made in a forked process, in the code objects of the loaded modules: no file is touched, the language
model is loaded once, and each text is annotated once.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import hashlib
import io
import json
import os
import random
import sys
import tempfile
import time
import types
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsclaim import annotate
from newsclaim.annotate import annotate as annotate_freshly
from newsclaim.models import Article

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "newsclaim"
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


@dataclass(frozen=True)
class Break:
    """One place: the module's file, the function it stands in, the line, and what is made False there."""

    file: Path
    function: str
    line: int
    column: int
    what: str

    @property
    def room(self) -> str:
        """The file's path below the package."""
        return self.file.relative_to(SOURCE).as_posix()

    def __str__(self) -> str:
        return f"{self.room}:{self.line} {self.function}: {self.what}"


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
    sys.path.insert(0, str(ROOT / "tests"))
    articles = corpus(given.shared)
    remember_annotations(articles)
    for tests in sorted({tests_of(place, given.room) for place in drawn}):  # here: what they annotate is remembered
        if told := failure(tests):
            sys.exit(f"{' '.join(tests)} fail without any break\n{told}")
    whole = digest(articles)
    report(drawn, lambda place: outcome(place, tests_of(place, given.room), articles, whole))


def tests_of(place: Break, room: str) -> tuple[str, ...]:
    """Return the tests that should notice a break: those of the room that was asked for, or of the whole part."""
    near = NEAR.get(room, (f"tests/{room}",))
    return near if room and all((ROOT / tests).is_dir() for tests in near) else TESTS[part_of(place)]


def outcome(place: Break, tests: tuple[str, ...], articles: list[Article], whole: str) -> str:
    if in_child(lambda: broken(place) or failure(tests) != ""):
        return "noticed"
    if in_child(lambda: broken(place) or digest(articles) != whole):
        return "survived"
    return "changes nothing"


def report(drawn: list[Break], judge: Callable[[Break], str]) -> None:
    counts: Counter[str] = Counter()
    rooms: dict[str, Counter[str]] = {}
    started = time.monotonic()
    for number, place in enumerate(drawn, start=1):
        what = judge(place)
        counts[what] += 1
        rooms.setdefault(str(Path(place.room).parent), Counter())[what] += 1
        if what != "noticed":
            print(f"{what}: {place}", flush=True)
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


# -- places ----------------------------------------------------------------------------------------------------------


def all_places() -> list[Break]:
    files = sorted(file for part in TESTS for file in (SOURCE / part).rglob("*.py"))
    return [place for file in files for place in places_in(file)]


def places_in(file: Path) -> Iterator[Break]:
    for name, node in functions_in(ast.parse(file.read_text("utf-8")), ""):
        if node.name.startswith("_") and not node.name.startswith("__") and returns_bool(node):
            yield Break(file, name, node.lineno, -1, "returns False")
        for test in conditions_of(node):
            yield Break(file, name, test.lineno, test.col_offset, f"{ast.unparse(test)[:70]} is False")


def functions_in(tree: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the functions and methods of a module by their qualified name; none that stand inside another one."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from functions_in(node, f"{prefix}{node.name}.")


def returns_bool(node: ast.FunctionDef) -> bool:
    return isinstance(node.returns, ast.Name) and node.returns.id == "bool"


def conditions_of(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp):
            yield node.test
        elif isinstance(node, ast.comprehension):
            yield from node.ifs


def part_of(place: Break) -> str:
    return place.room.split("/")[0]


# -- breaking --------------------------------------------------------------------------------------------------------


class _Falsify(ast.NodeTransformer):
    def __init__(self, place: Break) -> None:
        self.place = place

    def _falsified(self, test: ast.expr) -> ast.expr:
        if (test.lineno, test.col_offset) != (self.place.line, self.place.column):
            return test
        return ast.BoolOp(ast.And(), [ast.Constant(value=False), test])

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        node.test = self._falsified(node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        node.test = self._falsified(node.test)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.ifs = [self._falsified(test) for test in node.ifs]
        return node


def broken(place: Break) -> bool:
    """Make the break in the loaded modules; always False, so that another question can follow."""
    tree = ast.parse(place.file.read_text("utf-8"))
    function = dict(functions_in(tree, ""))[place.function]
    if place.column < 0:
        function.body.insert(0, ast.Return(ast.Constant(value=False)))
    else:
        _Falsify(place).visit(function)
    code = compile(ast.fix_missing_locations(tree), str(place.file), "exec", dont_inherit=True, optimize=0)
    live(place).__code__ = found_code(code, place.function)
    forget_cached()
    return False


def found_code(code: types.CodeType, name: str) -> types.CodeType:
    for part in name.split("."):
        code = next(c for c in code.co_consts if isinstance(c, types.CodeType) and c.co_name == part)
    return code


def live(place: Break) -> types.FunctionType:
    parts = place.file.relative_to(SOURCE.parent).with_suffix("").parts
    module = sys.modules[".".join(parts[:-1] if parts[-1] == "__init__" else parts)]
    found: Any = module
    for part in place.function.split("."):
        found = found.__dict__[part]
    while not isinstance(found, types.FunctionType):  # property, staticmethod, cache
        found = getattr(found, "fget", None) or getattr(found, "func", None) or found.__wrapped__
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    return found


def forget_cached() -> None:
    ours = [module for name, module in sys.modules.items() if name.startswith("newsclaim.")]
    for value in [value for module in ours for value in vars(module).values()]:
        if hasattr(value, "cache_clear") and value is not annotate.load:
            value.cache_clear()


# -- judging ---------------------------------------------------------------------------------------------------------


def in_child(question: Callable[[], bool]) -> bool:
    """Ask in a forked process; True also when it dies, raises or takes too long."""
    child = os.fork()
    if child == 0:
        answer = 1
        with contextlib.suppress(BaseException):
            import signal

            signal.alarm(PATIENCE)
            answer = int(question())
        os._exit(answer)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def failure(tests: tuple[str, ...]) -> str:
    """Run tests, those with random input last, and return the end of what they print when they fail."""
    for marked in ("not hypothesis", "hypothesis"):
        arguments = ["-q", "-x", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m", marked, *tests]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            done = pytest.main(arguments)
        if done not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return printed.getvalue()[-2000:] or str(done)
    return ""


def remember_annotations(articles: list[Article]) -> None:
    """Annotate each text once: breaks do not change what the language model says."""
    known: dict[str, Any] = {}

    def remembered(several: Any, model: str = annotate.DEFAULT_MODEL) -> Iterator[Any]:
        for article in several:
            key = article.model_dump_json(include={"text", "blocks"})
            if key not in known:
                known[key] = next(iter(annotate_freshly([article], model)))
            yield known[key]

    annotate.load()
    annotate.annotate = remembered
    list(remembered(articles))


def corpus(shared: Path) -> list[Article]:
    from newsclaim.corpus import make_article, read

    folders = [shared / "bench" / "wikinews", shared / "seeds", ROOT / "corpus"]
    found = [a for a in read([f for f in folders if f.is_dir()]) if isinstance(a, Article)]
    for cases in sorted((shared / "bench" / "cases").glob("*.jsonl")):
        for line in filter(str.strip, cases.read_text("utf-8").split("\n")):
            case = json.loads(line)
            header = {key: case[key] for key in ("published", "outlet") if case.get(key)}
            found.append(make_article(case["text"], id=case["id"], **header))
    return found


def digest(articles: list[Article]) -> str:
    """Return a digest of everything that is found in the articles, of the actors of the corpus and of all topics."""
    from newsclaim.api import Database
    from newsclaim.config import Settings
    from newsclaim.derive import derive
    from newsclaim.pipeline import extract
    from newsclaim.store import Processed, Store
    from newsclaim.timings import Timings

    digests = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(db=Path(folder) / "a.db")
        with Store(settings.db, create=True) as store:
            for batch in extract(articles, settings.model):
                digests.update(repr([one.article.id for one in batch.broken]).encode())
                for found in batch.found:
                    digests.update(found.model_dump_json(by_alias=True).encode())
                store.save(Processed(found, "", "") for found in batch.found)
            derive(store, settings, Timings())
        with Database(settings) as db:
            for row in db.actors():
                digests.update(row.model_dump_json().encode())
            for topic in db.topics():
                digests.update(db.compare(topic.id).model_dump_json().encode())
    return digests.hexdigest()


if __name__ == "__main__":
    main()
