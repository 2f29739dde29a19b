"""What the rules of an attribute ruler can tell apart: of a word, its dependency and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Self

_KNOWN_FIELDS = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What a rule for two words demands of the one that it says nothing of: tests by field."""

    tests: Mapping[str, Test]

    def fits(self, word: Mapping[str, str]) -> bool:
        """Tell whether a word has what is demanded."""
        return all(test(word[field]) for field, test in self.tests.items())


@dataclass(frozen=True, slots=True)
class Rules:
    """The tests of all rules: of words whose neighbours matter, of those neighbours, and of dependencies."""

    around: Sequence[Test]
    neighbours: Sequence[Neighbour]
    deps: Sequence[Test]

    @classmethod
    def of(cls, ruler: Any) -> Self | None:
        """Return the rules of an attribute ruler, None where one looks at more than is known here."""
        several = [(rule["index"], pattern) for rule in ruler.patterns for pattern in rule["patterns"]]
        if not all(map(_is_known, (pattern for _, pattern in several))):
            return None
        pairs = [(pattern[index], pattern[1 - index]) for index, pattern in several if len(pattern) == 2]
        around = [_test_of(word.get("LOWER")) for word, _ in pairs]
        neighbours = [{field: _test_of(wanted) for field, wanted in other.items()} for _, other in pairs]
        deps = [_test_of(wanted) for _, pattern in several for wanted in _wanted(pattern, "DEP")]
        beside = chain.from_iterable(other.values() for other in neighbours)
        if None in [*around, *deps, *beside]:
            return None
        return cls(around, [Neighbour(other) for other in neighbours], deps)  # type: ignore[arg-type] # none is None

    def look_around(self, word: str) -> bool:
        """Tell whether the neighbours of a word (lower case) may matter."""
        return any(test(word) for test in self.around)

    def seen_as(self, dep: str) -> Hashable:
        """Return what the rules see of a dependency."""
        return tuple([test(dep) for test in self.deps])

    def as_neighbour(self, word: str, tag: str, dep: str) -> Hashable:
        """Return what the rules see of a word (lower case) that stands beside one whose neighbours matter."""
        fields = {"LOWER": word, "TAG": tag, "DEP": dep}
        return tuple([neighbour.fits(fields) for neighbour in self.neighbours])


def _is_known(pattern: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a pattern has two words at most and looks at known fields only."""
    return len(pattern) <= 2 and all(word.keys() <= _KNOWN_FIELDS for word in pattern)


def _wanted(pattern: Sequence[Mapping[str, Any]], field: str) -> list[Any]:
    return [word[field] for word in pattern if field in word]


def _test_of(wanted: Any) -> Test | None:
    """Return the test that a pattern makes of a field, None when it is of another kind."""
    match wanted:
        case str():
            return lambda value: value == wanted
        case {"IN": several} if len(wanted) == 1:
            return lambda value: value in several
        case {"NOT_IN": several} if len(wanted) == 1:
            return lambda value: value not in several
        case {"REGEX": pattern} if len(wanted) == 1:
            return lambda value: re.search(pattern, value) is not None
        case _:
            return None
