"""Claims → questions: those that every axis but time and amount lets stand side by side.

Claims that say the same on all axes form a cell. Cells that hold the same number are joined first, then those that
differ on nothing, where enough speaks for it. How close two numbers are never counts: conflicts are far apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from newsclaim.compare.axes import happened, stage, standing
from newsclaim.compare.evidence import DEFAULT, Around, weight
from newsclaim.compare.question import Feature, Question, question_of, said_by
from newsclaim.compare.scope import Scope
from newsclaim.compare.settled import Key, Pools, settle
from newsclaim.models.fact import Fact
from newsclaim.models.topic import Topic

#: A claim with the event it belongs to.
Placed = tuple[Fact, Scope]
#: So many sets that share something with a cell are held against it, those that share most first; of those that share
#: one thing so many, the story being worth more than a number.
_MOST, _OF_STORY, _OF_OTHERS = 40, 40, 6


def questions(placed: Iterable[Placed], topic: Topic, by: str | None = None) -> list[Question]:
    """Return the questions that the claims of a topic answer; the order of the claims does not matter.

    Args:
        placed: the claims with their events.
        topic: tells which nouns stay apart.
        by: what parts them further, see `section_of`.
    """
    pools: Pools = {}
    leads = Leads()
    for fact, scope in sorted(placed, key=lambda p: (p[0].published or "9", p[0].article, p[0].position, p[0].id)):
        section = section_of(fact, scope, by)
        key = (*_pool(fact, scope, topic), section)
        pool = pools.setdefault(key, {})
        said = said_by(fact)
        cell = (scope.key, *said, fact.place, fact.country)
        question = pool.get(cell)
        if question is None:
            question = pool[cell] = question_of(fact, said, scope, key, section)
        question.add(fact, scope.event)
        if leads.take(fact, key):
            question.leads = {*question.leads, fact.article}
    settle(pools)
    return [q for key in sorted(pools, key=repr) for q in _joined(list(pools[key].values()))]


class Leads:
    """What each article counts first of those who belong to one event: all of them, whatever noun it has for them.

    Behind a vague word ("dozens killed") stands the number.
    """

    def __init__(self) -> None:
        self._told: dict[tuple[str, Key], bool] = {}

    def take(self, fact: Fact, key: Key) -> bool:
        """Tell whether a claim leads its article; claims of an article are asked for in their order."""
        if not happened.is_bound(fact.class_) or not self._told.get((fact.article, key), True):
            return False
        self._told[fact.article, key] = fact.form == "vague"
        return True


def section_of(fact: Fact, scope: Scope, by: str | None) -> str | None:
    """Return the part of a comparison that a claim stands in, None where it is not parted."""
    told = _SECTIONS.get(by or "")
    return told(fact, scope) if told else None


def _place_of(fact: Fact, scope: Scope) -> str:
    return fact.place or (scope.event.place if scope.event else None) or "place not given"


def _source_of(fact: Fact, _: Scope) -> str:
    return fact.sources[-1].name if fact.sources else fact.outlet or "own voice"


def _event_of(fact: Fact, scope: Scope) -> str:
    return fact.event or (scope.event.what if scope.event else None) or "event not given"


_SECTIONS: dict[str, Callable[[Fact, Scope], str]] = {
    "place": _place_of,
    "source": _source_of,
    "date": lambda fact, _: fact.published or "undated",
    "event": _event_of,
    "outlet": lambda fact, _: fact.outlet or "outlet not given",
}


def _pool(fact: Fact, scope: Scope, topic: Topic) -> tuple[object, ...]:
    """Return what claims of one question always share."""
    apart = fact.counted if fact.counted in topic.apart else None
    class_ = fact.class_ if fact.class_.startswith("people-") else None
    period = scope.key if scope.key[0] != "story" else ("story",)
    stands = standing.standing_of(fact)
    if stands == "expected" and stage.is_announced(fact):
        stands = "now"
    return (period, fact.unit, class_, apart, stands)


def _joined(cells: Sequence[Question]) -> list[Question]:
    around = Around()
    for cell in cells:
        around.add(cell)
    return _merged(_merged(cells, around, number=True), around, number=False)


def _merged(cells: Sequence[Question], around: Around, *, number: bool) -> list[Question]:
    """Join sets of claims, those that say most first, each to the one that most speaks for."""
    found: list[Question] = []
    sharing: dict[Feature, list[int]] = {}
    for cell in sorted(cells, key=lambda c: (not c.leads, -c.said(), not c.home, -len(c.facts), c.position, c.least)):
        asked, kept = cell.features(number=number)
        near = _of_their_kind(cell, found, _sharing(asked, sharing))
        scores = {n: weight(found[n], cell, around, number=number) for n in near}
        home = _home(cell, found, scores)
        if home < len(found):
            found[home].join(cell)
        else:
            found.append(cell)
        for feature in chain(asked, kept):
            places = sharing.setdefault(feature, [])
            if len(places) < _most(feature) and home not in places:
                places.append(home)
    return found


def _home(cell: Question, found: Sequence[Question], scores: Mapping[int, float]) -> int:
    """Return the set that a cell joins, the next free place where it joins none.

    What its article tells beside the question that most articles answer is another thing: it joins nothing by default.
    """
    if not scores:
        return len(found)
    kept = max((len(found[n].articles) for n, score in scores.items() if score < 0), default=0)
    free = max((len(found[n].articles) for n, score in scores.items() if score > 0), default=0)
    cell.other |= kept > max(free, len(cell.articles))
    fitting = [(score, -n) for n, score in scores.items() if score > (DEFAULT if cell.other or found[n].other else 0)]
    return -max(fitting)[1] if fitting else len(found)


def _sharing(features: Iterable[Feature], sharing: dict[Feature, list[int]]) -> Iterable[int]:
    """Return the sets that share a feature, of too many those that share most."""
    counts: dict[int, int] = {}
    for feature in features:
        for n in sharing.get(feature, ()):
            counts[n] = counts.get(n, 0) + 1
    return counts if len(counts) <= _MOST else sorted(counts, key=lambda n: (-counts[n], n))[:_MOST]


def _of_their_kind(cell: Question, found: Sequence[Question], places: Iterable[int]) -> Iterator[int]:
    """Yield those of some sets that count what a cell counts, or may: most others are told apart by that alone."""
    kinds, numbers = cell.kinds, cell.numbers
    # What the same sum is for may be told in two ways.
    if not kinds or cell.facts[0].unit is not None:
        yield from places
        return
    for n in places:
        others = found[n].kinds
        if not others or not kinds.isdisjoint(others) or not numbers.isdisjoint(found[n].numbers):
            yield n


def _most(feature: Feature) -> int:
    """Return how many sets that share a feature are looked at."""
    return _OF_STORY if isinstance(feature[0], tuple) else _OF_OTHERS
