"""Since when, until when, in which period a number holds: `phrases` finds, `dates` resolves, `nearest` chooses."""

from newsclaim.extraction.numbers.fields.times.clauses import Told, is_elsewhere, is_over, of_verb
from newsclaim.extraction.numbers.fields.times.dates import anchor_of, named_before, resolved
from newsclaim.extraction.numbers.fields.times.nearest import nearest, only
from newsclaim.extraction.numbers.fields.times.phrases import THEN, TimePhrase, is_set_for, phrases

__all__ = [
    "THEN",
    "TimePhrase",
    "Told",
    "anchor_of",
    "is_elsewhere",
    "is_over",
    "is_set_for",
    "named_before",
    "nearest",
    "of_verb",
    "only",
    "phrases",
    "resolved",
]
