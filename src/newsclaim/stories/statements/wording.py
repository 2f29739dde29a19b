"""The wording of a quote: its words as numbers, by which two quotes are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsclaim.stories.statements.tokens import Token, tokens
from newsclaim.stories.statements.weights import weighed, weight_of
from newsclaim.text import stable_number

#: Lighter and shorter ones are nobody's statement: two telling words and some between.
LIGHTEST, _SHORTEST = 8.0, 4
#: Of longer ones the beginning is compared.
_LONGEST = 400

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Wording:
    """A quote's words: their hash, what they weigh, the key of each, and which are names.

    `marked` are those that stand in quotation marks where others do not: the speaker's own words in the article's.
    """

    form: int
    weight: float
    words: list[int]
    names: list[bool]
    marked: list[bool]

    @cached_property
    def weights(self) -> list[float]:
        """What each word weighs."""
        return [weight_of(key, name) for key, name in zip(self.words, self.names, strict=True)]


def wording(text: str, spans: Spans, verbatim: Spans = ()) -> Wording | None:
    """Return the wording of a quote, None when it is too light to be anybody's statement.

    Args:
        text: the article's.
        spans: the offsets of the content.
        verbatim: of those of its parts that stand in quotation marks.
    """
    found = [token for start, end in spans for token in tokens(text[start:end], start)][:_LONGEST]
    told = [weighed(token.word) for token in found]
    weight = sum([as_name if token.name else plain for (_, plain, as_name), token in zip(told, found, strict=True)])
    if weight < LIGHTEST or len(found) < _SHORTEST:
        return None
    form = stable_number(*(token.word for token in found))
    return Wording(
        form, round(weight, 2), [key for key, _, _ in told], [token.name for token in found], _marked(found, verbatim)
    )


def _marked(found: Sequence[Token], verbatim: Spans) -> list[bool]:
    marked = [False] * len(found)
    for start, end in verbatim:
        for n, token in enumerate(found):
            if start <= token.start < end:
                marked[n] = True
    return [False] * len(found) if all(marked) else marked
