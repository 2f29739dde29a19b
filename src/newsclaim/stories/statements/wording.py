"""The wording of a quote: its words as numbers, by which two quotes are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from newsclaim.stories.statements.blocks import places_in
from newsclaim.stories.statements.tokens import PlainToken, plain_tokens
from newsclaim.stories.statements.weights import is_number, weighed, weight_of
from newsclaim.text import stable_number

#: Lighter and shorter ones are nobody's statement: two telling words and some between.
LIGHTEST, _SHORTEST = 8.0, 4
#: Of longer ones the beginning is compared.
_LONGEST = 400
#: Of so many quotes the wording is kept: many articles tell what an agency told.
_COPIES = 1 << 16

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

    @cached_property
    def places(self) -> Mapping[object, list[int]]:
        """Where each word stands."""
        return places_in(self.words)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The keys of those words that are numbers."""
        return frozenset(filter(is_number, self.words))


def wording(text: str, spans: Spans, verbatim: Spans = ()) -> Wording | None:
    """Return the wording of a quote, None when it is too light to be anybody's statement.

    Args:
        text: the article's.
        spans: the offsets of the content.
        verbatim: of those of its parts that stand in quotation marks.
    """
    pieces = tuple(text[start:end] for start, end in spans)
    # What is all in quotation marks has nothing marked in it.
    own = () if tuple(verbatim) == tuple(spans) else tuple(_from(start, verbatim) for start, _ in spans)
    return _wording(pieces, own)


def _from(start: int, verbatim: Spans) -> tuple[tuple[int, int], ...]:
    return tuple((begin - start, end - start) for begin, end in verbatim)


@lru_cache(maxsize=_COPIES)
def _wording(pieces: tuple[str, ...], own: tuple[tuple[tuple[int, int], ...], ...]) -> Wording | None:
    """Return the wording of the parts of a quote; `own` are of each the offsets of what stands in quotation marks."""
    read = [plain_tokens(piece) for piece in pieces]
    found = [token for piece in read for token in piece][:_LONGEST]
    told = [weighed(word) for _, _, word, _ in found]
    names = [name for _, _, _, name in found]
    weight = sum([as_name if name else plain for (_, plain, as_name), name in zip(told, names, strict=True)])
    if weight < LIGHTEST or len(found) < _SHORTEST:
        return None
    form = stable_number(*[word for _, _, word, _ in found])
    marked = _marked(read, own) or [False] * len(found)
    return Wording(form, round(weight, 2), [key for key, _, _ in told], names, marked)


def _marked(read: list[list[PlainToken]], own: Sequence[Spans]) -> list[bool]:
    """Return which words stand in quotation marks; nothing where all do, or where it is not known."""
    marked = [_is_marked(token[0], part) for piece, part in zip(read, own, strict=False) for token in piece][:_LONGEST]
    return [] if all(marked) else marked


def _is_marked(place: int, own: Spans) -> bool:
    return any(begin <= place < end for begin, end in own)
