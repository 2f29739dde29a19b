"""How much two wordings have in common: the runs of two or more words that both have, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaim.models.statement import Likeness
from newsclaim.stories.statements.blocks import Block, blocks_at
from newsclaim.stories.statements.wording import Wording

#: Wordings are alike with so much of the lighter one in common, and so much in all (three or four telling words).
PART, WEIGHT = 0.45, 12.0
#: Or with nearly all of it, and two telling words.
MOST, LIGHT = 0.75, 8.0
#: Single words in common are chance.
_RUN = 2
#: A single word in common stands so many places from a run at most.
REACH = _RUN
#: Of the shorter one so many words must stand in the longer one in their order, before runs are looked for.
_WORDS = 0.3


def likeness(a: Wording, b: Wording) -> Likeness | None:
    """Return how alike two wordings are, None when they are not; for many pairs ask `likely` first."""
    if not _may_be(a, b):
        return None
    shared = runs_in(blocks_at(a.words, b.places, len(b.words)))
    weight = _weight(shared, a, b)
    of_a = max(min(1.0, weight / a.weight), _part_marked(a, [(i, size) for i, _, size in shared]))
    of_b = max(min(1.0, weight / b.weight), _part_marked(b, [(j, size) for _, j, size in shared]))
    if not _is_enough(weight, max(of_a, of_b)):
        return None
    return Likeness(a.form, b.form, round(weight, 2), round(of_a, 4), round(of_b, 4), apart=_apart(a, b))


def _is_enough(weight: float, part: float) -> bool:
    return (weight >= WEIGHT and part >= PART) or (weight >= LIGHT and part >= MOST)


def _weight(shared: Sequence[tuple[int, int, int]], a: Wording, b: Wording) -> float:
    """Return what runs in common weigh; a word that is a name on one side is a name."""
    one, other = a.weights, b.weights
    return sum(both for i, j, size in shared for both in map(min, one[i : i + size], other[j : j + size]))


def _may_be(a: Wording, b: Wording) -> bool:
    """Whether enough words of the shorter one stand in the longer one in their order."""
    from rapidfuzz.distance import LCSseq

    least = max(_RUN + 1, int(_WORDS * min(len(a.words), len(b.words))))
    return LCSseq.similarity(a.words, b.words, score_cutoff=least) >= least


def _part_marked(side: Wording, shared: Sequence[tuple[int, int]]) -> float:
    """Return the part in common of what stands in quotation marks inside the article's words, 0 where it is light."""
    if True not in side.marked:
        return 0.0
    common = {begin + k for begin, size in shared for k in range(size)}
    marked = [n for n, is_marked in enumerate(side.marked) if is_marked]
    weights = {n: side.weights[n] for n in marked}
    total = sum(weights.values())
    if total < LIGHT or len(marked) <= _RUN:
        return 0.0
    return sum(weight for n, weight in weights.items() if n in common) / total


def runs_in(common: Sequence[Block]) -> list[Block]:
    """Return the runs among stretches that two sequences of words have in common (`blocks`), in order.

    Single words are chance, unless one other word alone parts them from a run ("went to [his] brother").
    """
    kept: list[Block] = []
    for n, block in enumerate(common):
        beside = [common[n - 1]] if n else []
        beside += common[n + 1 : n + 2]
        if block[2] >= _RUN or any(_next_to(block, other) for other in beside):
            kept.append(block)
    return kept


def _next_to(one: Block, other: Block) -> bool:
    (i, j, size), (k, m, length) = sorted((one, other))
    return max(size, length) >= _RUN and k - (i + size) <= 1 and m - (j + size) <= 1


def _apart(a: Wording, b: Wording) -> bool:
    return bool(a.numbers - b.numbers and b.numbers - a.numbers)
