"""How a quote renders the fullest one of its group, and which of its words differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from newsclaim import lexicon
from newsclaim.models import Quote
from newsclaim.models.statement import Rendered, Rendering, Written
from newsclaim.stories.statements.blocks import Block, blocks
from newsclaim.stories.statements.likeness import runs_in
from newsclaim.stories.statements.tokens import Token, tokens
from newsclaim.stories.statements.weights import key_of, weight_of

#: Raise it when the same quotes give another rendering than before.
FORM = 1
#: So many words on each side of a negation are the same, or all up to the end of the quote.
_AROUND = 4
#: What weighs more and stands in no other rendering at an edge is a second statement.
_ANOTHER = 9.0
#: An indirect rendering with less in common tells it in words of its own.
_IN_COMMON = 0.75
#: Words at its edges that weigh no more leave a clipped quote what it is.
_SLIGHT = 1.0


#: Whether both wordings have it; where it begins and ends in one and in the other.
_Step = tuple[bool, int, int, int, int]


def rendered(fullest: Quote | Written, quote: Quote | Written) -> Rendered:
    """Return how a quote renders the fullest one of its group."""
    return Renderings(fullest).of(quote)


class Renderings:
    """How quotes render the fullest one of their group: of those with the same words only the first one is compared."""

    def __init__(self, fullest: Quote | Written) -> None:
        self._fullest = fullest
        self._known: dict[tuple[object, ...], tuple[Rendering, list[int]]] = {}
        self._written: dict[tuple[object, ...], Rendered] = {}

    @cached_property
    def _words(self) -> list[str]:
        return [token.word for token in read(self._fullest)]

    def of(self, quote: Quote | Written) -> Rendered:
        """Return how a quote renders the fullest one; what is written and cut like another one is read once."""
        begin = quote.spans[0].start
        key = (quote.kind, *((span.start - begin, span.text) for span in quote.spans))
        if key not in self._written:
            self._written[key] = _moved(self._read(quote), -begin)
        return _moved(self._written[key], begin)

    def _read(self, quote: Quote | Written) -> Rendered:
        mine = read(quote)
        indirect = "indirect" in {self._fullest.kind, quote.kind}
        key = (indirect, *((token.word, token.name) for token in mine))
        if key not in self._known:
            self._known[key] = _compared(self._words, mine, indirect=indirect)
        rendering, extra = self._known[key]
        return Rendered(rendering, tuple(_stretches(mine, extra)))


def _moved(one: Rendered, by: int) -> Rendered:
    return Rendered(one.rendering, tuple((start + by, end + by) for start, end in one.differs))


def _compared(one: Sequence[str], mine: Sequence[Token], *, indirect: bool) -> tuple[Rendering, list[int]]:
    """Return how a wording renders another one, and which of its words that one does not have."""
    other = [token.word for token in mine]
    if one == other:
        return "identical", []
    common = _common(one, other)
    inside = {j + k for _, j, size in runs_in(common) for k in range(size)}
    extra = [n for n in range(len(mine)) if n not in inside]
    negated = _is_negated(one, other, list(_steps(common, len(one), len(other))))
    return "negated" if negated else _kind(mine, extra, indirect=indirect), extra


def _common(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """Return what two wordings have in common: most begin or end alike, so only what lies between is looked through."""
    least = min(len(one), len(other))
    head = next((n for n in range(least) if one[n] != other[n]), least)
    tail = next((n for n in range(least - head) if one[-1 - n] != other[-1 - n]), least - head)
    inner = blocks(one[head : len(one) - tail], other[head : len(other) - tail])
    found = [(0, 0, head), *((i + head, j + head, size) for i, j, size in inner)]
    return [block for block in (*found, (len(one) - tail, len(other) - tail, tail)) if block[2]]


def _steps(common: Sequence[Block], length: int, other: int) -> Iterator[_Step]:
    """Yield the stretches of two wordings in order: what both have, and what stands between in one or the other."""
    i = j = 0
    for begin, start, size in (*common, (length, other, 0)):
        if (i, j) != (begin, start):
            yield False, i, begin, j, start
        if size:
            yield True, begin, begin + size, start, start + size
        i, j = begin + size, start + size


def read(quote: Quote | Written) -> list[Token]:
    """Return the words of a quote with their offsets."""
    return [token for span in quote.spans for token in tokens(span.text, span.start)]


def _kind(mine: Sequence[Token], extra: Sequence[int], *, indirect: bool) -> Rendering:
    weights = [weight_of(key_of(token.word), token.name) for token in mine]
    own = sum(weights[n] for n in extra)
    alone = set(extra)
    inside = [n for n in range(len(weights)) if n not in alone] or [0]
    edges = sum(weights[: inside[0]]), sum(weights[inside[-1] + 1 :])
    if own <= _SLIGHT and own == sum(edges):
        return "clipped"
    if indirect and own > (1 - _IN_COMMON) * sum(weights):
        return "paraphrased"
    return "merged" if max(edges) >= _ANOTHER else "changed"


def _is_negated(one: Sequence[str], other: Sequence[str], steps: Sequence[_Step]) -> bool:
    """Whether a negation stands in one of two wordings only, and all around it in both."""
    for n, (common, i, end, j, stop) in enumerate(steps):
        if not common and _turns(one[i:end], other[j:stop]):
            before, behind = steps[n - 1 : n], steps[n + 1 : n + 2]
            edges = {(0, 0), (len(one), len(other))}
            if (before or behind) and _alike(before, (i, j), edges) and _alike(behind, (end, stop), edges):
                return True
    return False


def _alike(steps: Sequence[_Step], at: tuple[int, int], edges: set[tuple[int, int]]) -> bool:
    """Whether all words on one side of a place are the same, as far as it matters."""
    if not steps:
        return at in edges
    common, i, end, j, stop = steps[0]
    return common and (end - i >= _AROUND or bool({(i, j), (end, stop)} & edges))


def _turns(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two short stretches has a negation and the other none, and nothing else but what goes with it."""
    table = lexicon.words("statements", "negations"), lexicon.words("statements", "with_negations")
    negations, along = table
    negated = [any(word in negations for word in side) for side in (one, other)]
    return negated[0] != negated[1] and all(word in negations | along for word in (*one, *other))


def _stretches(mine: Sequence[Token], extra: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words that stand side by side as one stretch."""
    start = end = None
    before = -2
    for n in extra:
        if start is None or n != before + 1:
            if start is not None and end is not None:
                yield start, end
            start = mine[n].start
        end, before = mine[n].end, n
    if start is not None and end is not None:
        yield start, end
