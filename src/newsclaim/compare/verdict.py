"""The verdict on a question, from the relations of its positions.

`single`: one position. `agree`: every two agree. Otherwise the gravest relation decides: conflict, denied, update,
scope; but a question whose latest positions agree or follow one another, while earlier ones conflicted, is `mixed`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from newsclaim.compare.positions import Held
from newsclaim.compare.stands import Stands
from newsclaim.models.comparison import GRAVITY, GroupVerdict

Pair = tuple[int, int]


def verdict_of(held: Sequence[Held], relations: Mapping[Pair, Stands]) -> tuple[GroupVerdict, str]:
    """Return the verdict on a question and the reason in words; relations are by the positions' places."""
    if len(held) == 1:
        count = len(held[0].facts)
        return "single", f"One number, claimed {count} times." if count > 1 else "One number, claimed once."
    last = [one.last or "" for one in held]
    latest = max(last)
    now = {n for n, day in enumerate(last) if day == latest}

    def gravity(pair: Pair) -> tuple[object, ...]:
        """Tell how grave a relation is; of as grave ones the one that is told last, by most, stands first."""
        told = sum(len(held[n].facts) for n in pair)
        return GRAVITY.index(relations[pair].verdict), sum(n not in now for n in pair), -told, pair

    worst = relations[min(relations, key=gravity)]
    if worst.verdict == "conflict" and not _open(now, relations):
        return "mixed", f"Earlier accounts conflicted, the latest do not. {worst.reason}"
    return worst.verdict, worst.reason


def _open(now: AbstractSet[int], relations: Mapping[Pair, Stands]) -> bool:
    """Whether a conflict concerns a position that was still claimed on the last day."""
    return any(found.verdict == "conflict" and now & {*pair} for pair, found in relations.items())
