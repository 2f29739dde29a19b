"""The verdict on a question, from the relations of its positions.

`single`: one position. `agree`: every two agree. Otherwise the gravest relation decides: conflict, denied, update,
scope; but a question whose latest positions agree or follow one another, while earlier ones conflicted, is `mixed`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclaim.compare.positions import Held
from newsclaim.compare.stands import Stands
from newsclaim.models.comparison import GRAVITY, GroupVerdict

Pair = tuple[int, int]


def verdict_of(held: Sequence[Held], relations: Mapping[Pair, Stands]) -> tuple[GroupVerdict, str]:
    """Return the verdict on a question and the reason in words; relations are by the positions' places."""
    if len(held) == 1:
        count = len(held[0].facts)
        return "single", f"One number, claimed {count} times." if count > 1 else "One number, claimed once."
    worst = relations[min(relations, key=lambda pair: (GRAVITY.index(relations[pair].verdict), _age(held, pair)))]
    if worst.verdict == "conflict" and not _open(held, relations):
        return "mixed", f"Earlier accounts conflicted, the latest do not. {worst.reason}"
    return worst.verdict, worst.reason


def _age(held: Sequence[Held], pair: Pair) -> tuple[object, ...]:
    """Return how far two positions lie from what is told now: the one told last and by most stands first."""
    told = sorted(((held[n].last or "", len(held[n].facts)) for n in pair), reverse=True)
    latest = max((one.last or "") for one in held)
    return sum(day != latest for day, _ in told), -sum(count for _, count in told), pair


def _open(held: Sequence[Held], relations: Mapping[Pair, Stands]) -> bool:
    """Whether a conflict concerns a position that was still claimed on the last days."""
    last = max((one.last or "" for one in held), default="")
    latest = {n for n, one in enumerate(held) if (one.last or "") == last}
    return any(found.verdict == "conflict" and latest & {*pair} for pair, found in relations.items())
