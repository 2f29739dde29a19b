"""Sources that the words around a number name: the rules in order, the first that finds somebody decides."""

from __future__ import annotations

from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.fields.sources.cited import according, citing, opens_according
from newsclaim.extraction.numbers.fields.sources.counts import by_count, counts_by, puts, puts_at
from newsclaim.extraction.numbers.fields.sources.names import Number, Rule
from newsclaim.extraction.numbers.fields.sources.speaking import ends_shown, gap, inserted, reports, said_of, says_that
from newsclaim.extraction.numbers.view import View
from newsclaim.models import Source

#: How far before and behind a number its source may be named.
_BEFORE, _BEHIND = 130, 110


def sources_of(view: View, made: Draft, start: int, end: int) -> tuple[Source, ...]:
    """Return the sources that the sentence names for a number between two offsets, those of one phrase."""
    bounds = (made.sentence.start, made.sentence.end)
    low, high = max(bounds[0], start - _BEFORE), min(bounds[1], end + _BEHIND)
    counts = made.quantity.measure is None and made.thing is not None and made.thing.rule == "noun-behind"
    number = Number(start, end, low, high, bounds, made.verb, made.root, made.sentence.words, counts)
    told: tuple[Source, ...] = ()
    for name, rule in RULES:
        told = rule(view, number)
        if told:
            made.why["sources"] = name
            break
    return told + citing(view, number, told)


RULES: tuple[tuple[str, Rule], ...] = (
    ("puts", puts),
    ("puts-at", puts_at),
    ("by-count", by_count),
    ("counts-by", counts_by),
    ("according", according),
    ("opens-according", opens_according),
    ("gap", gap),
    ("inserted", inserted),
    ("said-of", said_of),
    ("reports", reports),
    ("says-that", says_that),
    ("ends-shown", ends_shown),
)
