"""Stories that go on: weeks after a dam burst its dead are still counted, in articles that no other tie joins.

Articles of one story are published within days of one another. A story of later weeks goes on with an earlier one when
both tell of several names that hardly any other story tells of: the village, the mine, the governor. Fewer will do
where the later one says that what it counts happened on the day of the earlier one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations, islice

from newsclaim.compare.axes import amount
from newsclaim.compare.question import RARE, day_number
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context, Named

#: Shared names weigh so much at least. Each weighs 1 that so few stories tell, less the more do.
_ENOUGH, _FEW = 3.0, 3
#: A day of the earlier story that the later one names.
_DATED = 1.5
#: Sums of weights differ by so much with the order in which they are added.
_ROUNDING = 1e-6
#: Names that more stories tell say nothing.
_MOST = 12
#: Days: a story that pauses longer has ended.
_PAUSE = 120
#: Behind all days.
_NEVER = 1 << 30


def one_story(contexts: Mapping[str, Context], facts: Iterable[Fact] = ()) -> dict[str, Context]:
    """Return contexts in which stories that go on with one another have the id of the first.

    Args:
        contexts: of each article its story, event and names.
        facts: claims of the articles, whose own words may date what they count.
    """
    members: dict[str, list[Context]] = defaultdict(list)
    for context in contexts.values():
        members[context.story].append(context)
    facts = list(facts)
    goes_on = _goes_on(members, _dated(facts, contexts), _numbers(facts, contexts))
    if not goes_on:
        return dict(contexts)
    return {
        article: context.model_copy(update={"story": goes_on[context.story]}) if context.story in goes_on else context
        for article, context in contexts.items()
    }


def around(own: Iterable[str], contexts: Mapping[str, Context], told: Mapping[str, Named]) -> set[str]:
    """Return the articles whose contexts tell with which others the stories of some articles go on.

    These are the stories that share enough names with one another, and all that tell a name of theirs, of a name that
    is not rare enough of them.

    Args:
        own: articles of the stories that are asked for.
        contexts: of each of these articles its context, and of some others.
        told: story and names of all articles among which others are looked for.
    """
    known = {**told, **{article: Named(one.story, one.names) for article, one in contexts.items()}}
    names: dict[str, set[str]] = defaultdict(set)
    telling: dict[str, set[str]] = defaultdict(set)
    for story, some in known.values():
        names[story].update(some)
        for name in some:
            telling[name].add(story)
    near = {known[article].story for article in own}
    left = list(near)
    while left:
        more = _sharing(names[left.pop()], telling) - near
        near |= more
        left += more
    near |= {other for story in list(near) for name in names[story] for other in islice(telling[name], _MOST + 1)}
    return {article for article, (story, _) in known.items() if story in near}


def _sharing(names: Iterable[str], telling: Mapping[str, Collection[str]]) -> set[str]:
    """Return the stories that share so many of some names that they may go on with the story that tells these."""
    weights: defaultdict[str, float] = defaultdict(float)
    for name in names:
        stories = telling[name]
        for story in stories if len(stories) <= _MOST else ():
            weights[story] += _rare(len(stories))
    return {story for story, weight in weights.items() if weight + _DATED > _ENOUGH - _ROUNDING}


def _rare(stories: int) -> float:
    """Return what a name weighs that so many stories tell."""
    return min(1.0, _FEW / stories)


def _dated(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> dict[str, set[int]]:
    """Return by story the days on which what it counts happened, by the claims' own words."""
    days: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        if fact.time and fact.time.kind == "as_of" and fact.time.to:
            days[contexts[fact.article].story].add(day_number(fact.time.to))
    return days


def _numbers(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> dict[str, set[object]]:
    """Return by story the numbers that its claims tell, each with its class; round and small ones may be any."""
    found: dict[str, set[object]] = defaultdict(set)
    for fact in facts:
        if (fact.value or 0.0) >= RARE and amount.digits(fact.value or 0.0) > 1:
            found[contexts[fact.article].story].add((fact.class_, fact.value))
    return found


def _goes_on(
    members: Mapping[str, list[Context]], dated: Mapping[str, set[int]], numbers: Mapping[str, set[object]]
) -> dict[str, str]:
    """Return for each story that goes on with another one, or that another one goes on with, the first of them all."""
    tied = _tied(members, dated, numbers)
    head = {story: story for pair in tied for story in pair}
    for a, b in tied:
        one, other = sorted((head[a], head[b]), key=lambda story: (next(iter(_days(members[story])), _NEVER), story))
        head |= {story: one for story, known in head.items() if known == other}
    return {story: known for story, known in head.items() if known != story}


def _tied(
    members: Mapping[str, list[Context]], dated: Mapping[str, set[int]], numbers: Mapping[str, set[object]]
) -> list[tuple[str, str]]:
    """Return pairs of stories that share enough, lie close in time and are told of one country, in order."""
    found = []
    for (a, b), weight in _shared(members, numbers).items():
        if weight + _DATED < _ENOUGH:  # most pairs: no day makes up for so little
            continue
        told = _tells_of(members[a], dated.get(b, ())) or _tells_of(members[b], dated.get(a, ()))
        if weight + _DATED * told < _ENOUGH:
            continue
        if not any(differ(members[a], members[b]) for differ in (_is_pause, _is_abroad, _is_other_kind)):
            found.append((a, b))
    return sorted(found)


def _shared(members: Mapping[str, list[Context]], numbers: Mapping[str, set[object]]) -> dict[tuple[str, str], float]:
    """Return how much the names and numbers weigh that two stories share."""
    stories: dict[object, list[str]] = defaultdict(list)
    for story in sorted(members):
        for told in {name for context in members[story] for name in context.names} | numbers.get(story, set()):
            stories[told].append(story)
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    for telling in stories.values():
        if len(telling) <= _MOST:
            for pair in combinations(telling, 2):
                weights[pair] += _rare(len(telling))
    return weights


def _tells_of(story: Iterable[Context], days: Iterable[int]) -> bool:
    """Whether one of some days is the first of a story, or the one before or behind: news is a day late."""
    told = _days(story)
    return bool(told) and any(abs(day - told[0]) <= 1 for day in days)


def _is_abroad(one: Iterable[Context], other: Iterable[Context]) -> bool:
    """Whether two stories happen in different countries."""
    a, b = ({c.event.country for c in told if c.event and c.event.country} for told in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def _is_other_kind(one: Iterable[Context], other: Iterable[Context]) -> bool:
    """Whether two stories tell of two kinds of events: a crash and a flood of one county."""
    kinds = load("compare")["labels"]["events"]
    a, b = ({c.event.what for c in told if c.event and c.event.what in kinds} for told in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def _is_pause(one: Iterable[Context], other: Iterable[Context]) -> bool:
    """Whether two stories lie so far apart in time that the later one does not go on with the earlier one."""
    a, b = _days(one), _days(other)
    if not a or not b:
        return False
    return max(a[0] - b[-1], b[0] - a[-1]) > _PAUSE


def _days(contexts: Iterable[Context]) -> list[int]:
    """Return the days on which the articles of a story appeared, in order, as numbers."""
    days = (context.event.to for context in contexts if context.event and context.event.to)
    return sorted(day for told in days if (day := day_number(told)))
