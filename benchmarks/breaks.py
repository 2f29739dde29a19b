"""Places of the source that can be broken: where they are, which of them ever matter in a run, and breaking one.

A place is a private predicate (a function that returns bool) or a condition (of `if`, of a conditional expression or of
a comprehension). To break it is to make it False. Code objects of loaded modules are exchanged; no file is touched.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import inspect
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "newsclaim"
#: The module that holds the language model.
_MODEL = "newsclaim.annotate.model"


@dataclass(frozen=True)
class Place:
    """One place: the module's file, the function it stands in, where, and what is made False there."""

    file: Path
    function: str
    line: int
    column: int
    what: str

    @property
    def room(self) -> str:
        """The file's path below the package."""
        return self.file.relative_to(SOURCE).as_posix()

    @property
    def part(self) -> str:
        """The package's folder that the file lies in."""
        return self.room.split("/")[0]

    def __str__(self) -> str:
        return f"{self.room}:{self.line} {self.function}: {self.what}"


def places_in(file: Path) -> Iterator[Place]:
    for name, node in _functions_in(ast.parse(file.read_text("utf-8")), ""):
        if node.name.startswith("_") and not node.name.startswith("__") and _returns_bool(node):
            yield Place(file, name, node.lineno, -1, "returns False")
        for test in _conditions_of(node):
            yield Place(file, name, test.lineno, test.col_offset, f"{ast.unparse(test)[:70]} is False")


def _functions_in(tree: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the functions and methods of a module by their qualified name; none that stand inside another one."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions_in(node, f"{prefix}{node.name}.")


def _returns_bool(node: ast.FunctionDef) -> bool:
    return isinstance(node.returns, ast.Name) and node.returns.id == "bool"


def _conditions_of(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp):
            yield node.test
        elif isinstance(node, ast.comprehension):
            yield from node.ifs


# -- exchanging code -------------------------------------------------------------------------------------------------


def make_false(place: Place) -> None:
    """Break the place in the loaded modules of this process."""
    tree = ast.parse(place.file.read_text("utf-8"))
    function = dict(_functions_in(tree, ""))[place.function]
    if place.column < 0:
        function.body.insert(0, ast.Return(ast.Constant(value=False)))
    else:
        _Conditions({(place.line, place.column): _false}).visit(function)
    code = compile(ast.fix_missing_locations(tree), str(place.file), "exec", dont_inherit=True, optimize=0)
    _live(place).__code__ = _found_code(code, place.function)
    forget_cached()


def _false(test: ast.expr) -> ast.expr:
    return ast.BoolOp(ast.And(), [ast.Constant(value=False), test])


class _Conditions(ast.NodeTransformer):
    """Puts something else in place of conditions, by line and column."""

    def __init__(self, makers: dict[tuple[int, int], Any]) -> None:
        self.makers = makers

    def _made(self, test: ast.expr) -> ast.expr:
        maker = self.makers.get((test.lineno, test.col_offset))
        return maker(test) if maker else test

    def visit_If(self, node: ast.If) -> ast.AST:
        test = self._made(node.test)
        self.generic_visit(node)
        node.test = test
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        test = self._made(node.test)
        self.generic_visit(node)
        node.test = test
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        tests = [self._made(test) for test in node.ifs]
        self.generic_visit(node)
        node.ifs = tests
        return node


def _found_code(code: types.CodeType, name: str) -> types.CodeType:
    for part in name.split("."):
        code = next(c for c in code.co_consts if isinstance(c, types.CodeType) and c.co_name == part)
    return code


def _live(place: Place) -> types.FunctionType:
    parts = place.file.relative_to(SOURCE.parent).with_suffix("").parts
    found: Any = importlib.import_module(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    for part in place.function.split("."):
        found = found.__dict__[part]
    while not isinstance(found, types.FunctionType):  # property, staticmethod, cache
        found = getattr(found, "fget", None) or getattr(found, "func", None) or found.__wrapped__
    while hasattr(found, "__wrapped__"):
        found = found.__wrapped__
    return found


# -- what is cached --------------------------------------------------------------------------------------------------


def _cached() -> Iterator[Any]:
    """Yield the cached functions, but for the loaded language model: a break does not change what it says."""
    for name, module in list(sys.modules.items()):
        if name.startswith("newsclaim.") and name != _MODEL:
            yield from (value for value in vars(module).values() if hasattr(value, "cache_clear"))


def forget_cached() -> None:
    for value in _cached():
        value.cache_clear()


def forget_answers() -> None:
    """Clear the caches of functions that are asked something; tables that are loaded once stay."""
    for value in _cached():
        if inspect.signature(value).parameters:
            value.cache_clear()


def load_tables() -> None:
    """Clear all caches, and call each cached function that is asked nothing."""
    forget_cached()
    for value in list(_cached()):
        if not inspect.signature(value).parameters:
            value()


# -- watching --------------------------------------------------------------------------------------------------------


class Watch:
    """While it is open, `during` tells which of the places were ever true."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self._true: set[int] = set()
        self._were: list[tuple[types.FunctionType, types.CodeType]] = []

    def __enter__(self) -> Self:
        numbers: dict[Path, dict[str, list[int]]] = {}
        for number, place in enumerate(self.places):
            numbers.setdefault(place.file, {}).setdefault(place.function, []).append(number)
        builtins.place_seen = self._seen  # type: ignore[attr-defined]
        for file, functions in numbers.items():
            self._watch(file, functions)
        return self

    def __exit__(self, *_: object) -> None:
        for function, code in self._were:
            function.__code__ = code

    @contextlib.contextmanager
    def during(self) -> Iterator[set[int]]:
        """Collect the numbers of places that are true meanwhile, but for those of an inner `during`."""
        outer, self._true = self._true, set()
        try:
            yield self._true
        finally:
            self._true = outer

    def _seen(self, number: int, value: Any) -> Any:
        if value:
            self._true.add(number)
        return value

    def _watch(self, file: Path, functions: dict[str, list[int]]) -> None:
        tree = ast.parse(file.read_text("utf-8"))
        nodes = dict(_functions_in(tree, ""))
        for name, numbers in functions.items():
            node = nodes[name]
            at = {(self.places[n].line, self.places[n].column): n for n in numbers}
            whole = at.pop((node.lineno, -1), None)
            _Conditions({where: _Seen(number) for where, number in at.items()}).visit(node)
            if whole is not None:
                _Returns(whole).visit(node)
        code = compile(ast.fix_missing_locations(tree), str(file), "exec", dont_inherit=True, optimize=0)
        for name, numbers in functions.items():
            function = _live(self.places[numbers[0]])
            self._were.append((function, function.__code__))
            function.__code__ = _found_code(code, name)


@dataclass(frozen=True)
class _Seen:
    """Makes an expression tell its value."""

    number: int

    def __call__(self, value: ast.expr) -> ast.expr:
        return ast.Call(ast.Name("place_seen", ast.Load()), [ast.Constant(value=self.number), value], [])


class _Returns(ast.NodeTransformer):
    """Makes a function tell what it returns."""

    def __init__(self, number: int) -> None:
        self.seen = _Seen(number)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(part) if not isinstance(part, ast.FunctionDef) else part for part in node.body]
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        node.value = self.seen(node.value or ast.Constant(value=None))
        return node
