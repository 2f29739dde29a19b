"""Where a number stands that one story tells in two ways: as expected and as a fact, as a part and as all there are.

A plan is told by both kinds of verbs, and what one article calls some of the crowd is another one's crowd. The number
stands where more articles have it. What is expected by a day stays apart: 10,000 by December are not the 10,000 that
are there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product
from typing import cast

from newsclaim.compare.evidence import Around, weight
from newsclaim.compare.question import LARGE, RARE, Feature, Question
from newsclaim.models.comparison import Standing

#: What claims of one pool share, and what those of one cell in it say on all axes.
Key = tuple[object, ...]
Cell = tuple[object, ...]
Pools = dict[Key, dict[Cell, Question]]
#: Where unit and standing are told in a pool's key.
_UNIT, _STANDING = 1, 4
#: From which standing a number goes to which one, in the order in which it is asked, and the smallest number that goes:
#: as few may be some of those by chance.
_WAYS: tuple[tuple[Standing, Standing, float], ...] = (
    ("expected", "now", RARE), ("part", "now", LARGE), ("rate", "now", LARGE), ("added", "now", LARGE),
    ("rate", "expected", LARGE),
)  # fmt: skip
#: Where sums alone go: twelve who were killed and another twelve are not the same ones.
_OF_SUMS = frozenset({"rate", "added"})


def settle(pools: Pools) -> None:
    """Let a number that one story tells in two standings stand where more articles have it."""
    for here, there, least in _WAYS:
        for key in [key for key in pools if key[_STANDING] == here and (key[_UNIT] or here not in _OF_SUMS)]:
            other = (*key[:_STANDING], there, *key[_STANDING + 1 :])
            if other in pools:
                _settle(pools, key, other, least)


def _settle(pools: Pools, key: Key, other: Key, least: float) -> None:
    here = _by_number(pools[key], least)
    there = _by_number(pools[other], least, here)
    for feature in there:
        mine = [cell for cell in here[feature] if cell in pools[key]]
        theirs = [cell for cell in there[feature] if cell in pools[other]]
        if not any(weight(pools[key][a], pools[other][b], Around(), number=True) > 0 for a in mine for b in theirs):
            continue
        balance = _articles(pools[other], theirs) - _articles(pools[key], mine)
        more = balance > 0 or (balance == 0 and not _bounded(pools[key], mine))
        source, goal, moved = (key, other, mine) if more else (other, key, theirs)
        for cell in moved:
            _move(pools, source, goal, cell)


def _by_number(
    pool: dict[Cell, Question], least: float, wanted: Collection[Feature] | None = None
) -> dict[Feature, list[Cell]]:
    """Return the cells by story and number, of all or of some, without those of a deadline."""
    found: dict[Feature, list[Cell]] = {}
    for cell, question in pool.items():
        if question.highest < least:
            continue
        for feature in product(question.stories, question.numbers):
            if (wanted is None or feature in wanted) and not _to_come(question):
                found.setdefault(feature, []).append(cell)
    return found


def _to_come(question: Question) -> bool:
    """Whether all is to be by a day; what is then done to things (jobs cut, trees felled) is done to the same ones."""
    return question.facts[0].class_ != "other" and any(f.time and f.time.kind == "deadline" for f in question.facts)


def _bounded(pool: dict[Cell, Question], cells: Iterable[Cell]) -> bool:
    """Whether what is expected is told as a bound ("up to 12,000"), as plans are and facts hardly are."""
    return any(fact.qualifier in {"at_most", "less_than"} for cell in cells for fact in pool[cell].facts)


def _articles(pool: dict[Cell, Question], cells: Iterable[Cell]) -> int:
    return len({article for cell in cells for article in pool[cell].articles})


def _move(pools: Pools, source: Key, goal: Key, cell: Cell) -> None:
    question = pools[source].pop(cell)
    question.key = goal
    question.standing = cast("Standing", goal[_STANDING])
    if cell in pools[goal]:
        pools[goal][cell].join(question)
    else:
        pools[goal][cell] = question
