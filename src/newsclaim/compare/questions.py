"""Claims → questions: those that every axis but time and amount lets stand side by side.

Claims that say the same on all axes form a cell. Cells that hold the same number are joined first, then those that
differ on nothing, where enough speaks for it. How close two numbers are never counts: conflicts are far apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsclaim.compare.axes import counted, happened, owner, stage, standing
from newsclaim.compare.evidence import Around, weight
from newsclaim.compare.question import RARE, Question, number_told
from newsclaim.compare.scope import Scope
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
    pools: dict[tuple[object, ...], dict[tuple[object, ...], Question]] = {}
    for fact, scope in sorted(placed, key=lambda p: (p[0].published or "9", p[0].article, p[0].position, p[0].id)):
        section = section_of(fact, scope, by)
        key = (*_pool(fact, scope, topic), section)
        pool = pools.setdefault(key, {})
        cell = _cell(fact, scope)
        if cell not in pool:
            pool[cell] = Question(key, standing.standing_of(fact), scope, section=section)
        pool[cell].add(fact, scope)
    found = [q for key in sorted(pools, key=repr) for q in _joined(list(pools[key].values()))]
    return _told_as_facts(found)


def _told_as_facts(found: Sequence[Question]) -> list[Question]:
    """Join what is expected with the same number told as a fact: a plan is called by both verbs in one story.

    What is expected by a day stays apart: 10,000 by December are not the 10,000 that are there.
    """
    facts: dict[tuple[object, ...], list[Question]] = {}
    wanted = {_beside_standing(question) for question in found if question.standing == "expected"}
    for question in found:
        if question.standing == "now" and _beside_standing(question) in wanted:
            for feature in question.features(number=True):
                facts.setdefault((_beside_standing(question), feature), []).append(question)
    kept = []
    for question in found:
        home = _fact_of(question, facts) if question.standing == "expected" else None
        if home is None:
            kept.append(question)
        else:
            home.join(question)
    return kept


def _fact_of(question: Question, facts: dict[tuple[object, ...], list[Question]]) -> Question | None:
    """Return the question in which the same rare number of the same story is told as a fact."""
    open_ended = (f for f in question.facts if not (f.time and f.time.kind == "deadline"))
    numbers = {told for f in open_ended if (told := number_told(f)) and told >= RARE}
    features = question.features(number=True) if numbers else ()
    near = [q for feature in features for q in facts.get((_beside_standing(question), feature), ())]
    near = [q for q in near if q.numbers & numbers]
    fitting = [(score, -n) for n, q in enumerate(near) if (score := weight(q, question, Around(), number=True))]
    return near[-max(fitting)[1]] if fitting else None


def _beside_standing(question: Question) -> tuple[object, ...]:
    return (*question.key[:4], *question.key[5:])


def section_of(fact: Fact, scope: Scope, by: str | None) -> str | None:
    """Return the part of a comparison that a claim stands in, None where it is not parted."""
    match by:
        case "place":
            return fact.place or (scope.event.place if scope.event else None) or "place not given"
        case "source":
            return fact.sources[-1].name if fact.sources else fact.outlet or "own voice"
        case "date":
            return fact.published or "undated"
        case "event":
            return fact.event or (scope.event.what if scope.event else None) or "event not given"
        case "outlet":
            return fact.outlet or "outlet not given"
        case _:
            return None


def _pool(fact: Fact, scope: Scope, topic: Topic) -> tuple[object, ...]:
    """Return what claims of one question always share."""
    apart = fact.counted if fact.counted in topic.apart else None
    class_ = fact.class_ if fact.class_.startswith("people-") else None
    period = scope.key if scope.key[0] != "story" else ("story",)
    return (period, fact.unit, class_, apart, standing.standing_of(fact))


def _cell(fact: Fact, scope: Scope) -> tuple[object, ...]:
    """Return all that a claim says of what it counts."""
    said = counted.kind_of(fact), owner.key_of(fact), stage.stage_of(fact), happened.day_of(fact)
    return (scope.key, *said, fact.place, fact.country, number_told(fact))


def _joined(cells: Sequence[Question]) -> list[Question]:
    around = Around()
    for cell in cells:
        around.add(cell)
    return _merged(_merged(cells, around, number=True), around, number=False)


def _merged(cells: Sequence[Question], around: Around, *, number: bool) -> list[Question]:
    """Join sets of claims, those that say most first, each to the one that most speaks for."""
    found: list[Question] = []
    sharing: dict[tuple[object, ...], list[int]] = {}
    for cell in sorted(cells, key=lambda c: (-c.said(), not c.home, -len(c.facts), min(f.id for f in c.facts))):
        near = _sharing(cell.features(number=number, asking=True), sharing)
        fitting = [(score, -n) for n in near if (score := weight(found[n], cell, around, number=number))]
        home = -max(fitting)[1] if fitting else len(found)
        if fitting:
            found[home].join(cell)
        else:
            found.append(cell)
        for feature in cell.features(number=number):
            places = sharing.setdefault(feature, [])
            if home not in places:
                places.append(home)
    return found


def _sharing(features: Iterable[tuple[object, ...]], sharing: dict[tuple[object, ...], list[int]]) -> list[int]:
    """Return the sets that share a feature, those that share most first."""
    counts: dict[int, int] = {}
    for feature in features:
        most = _OF_STORY if isinstance(feature[0], tuple) else _OF_OTHERS
        for n in sharing.get(feature, ())[:most]:
            counts[n] = counts.get(n, 0) + 1
    return sorted(counts, key=lambda n: (-counts[n], n))[:_MOST]
