"""One number, told of its story's event and of a stretch of time or an earlier day: both are of that event.

A report says that 13,000 were hanged at a prison, further down that as many were hanged there between 2011 and 2015;
the eleven who died when the plane came down are, in the next sentence, the eleven killed on 22 August of last year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from newsclaim.compare.axes import counted, happened, owner, place
from newsclaim.compare.question import RARE, number_told
from newsclaim.compare.scope import Scope
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context

_Placed = tuple[Fact, Scope]
#: So many are told of one event, whoever tells them; of fewer an article has to tell so itself.
_MANY = 1000


def of_one_event(placed: Sequence[_Placed], contexts: Mapping[str, Context]) -> Iterator[_Placed]:
    """Yield claims with their events; those that tell a rare number of their story anew have the event it has there.

    Args:
        placed: the claims with their events.
        contexts: of each article its story and event.
    """
    told: dict[tuple[object, ...], list[_Placed]] = defaultdict(list)
    for fact, scope in placed:
        number = number_told(fact)
        if number is not None and number >= (RARE if happened.is_bound(fact.class_) else _MANY):
            told[contexts[fact.article].story, fact.class_, fact.unit, number].append((fact, scope))
    moved = {fact.id: scope for key, some in told.items() for fact, scope in _moved(str(key[0]), some, contexts)}
    for fact, scope in placed:
        yield fact, moved.get(fact.id, scope)


def _moved(story: str, some: Sequence[_Placed], contexts: Mapping[str, Context]) -> Iterator[_Placed]:
    """Yield the claims of one number and story whose event is another one than that of most, with that event."""
    counts = Counter(scope.key for _, scope in some)
    if len(counts) == 1:
        return
    key = min(counts, key=lambda key: (key != ("story", story), -counts[key], key))
    home = [(fact, scope) for fact, scope in some if scope.key == key]
    for fact, scope in some:
        if scope.key != key and any(_is_one(fact, other) for other, _ in home):
            yield fact, Scope(key, contexts[fact.article].event) if key[0] == "story" else home[0][1]


def _is_one(one: Fact, other: Fact) -> bool:
    """Whether nothing that two claims of one number say tells them apart."""
    kinds = counted.kind_of(one), counted.kind_of(other)
    if None not in kinds and kinds[0] != kinds[1]:
        return False
    if one.article != other.article and (number_told(one) or 0.0) < _MANY:
        return False
    if owner.read(one, other).stand == "differs":
        return False
    return place.read((one.place, one.country), (other.place, other.country)).stand != "differs"
