"""What a reporting verb takes: one function per construction, from a frame to the tokens of its content."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.tokens import Range, Tokens
from newsclaim.extraction.quotes.gerunds import doing, gerund
from newsclaim.extraction.quotes.infinitives import (
    call_on,
    for_infinitive,
    infinitive,
    object_infinitive,
    passive_infinitive,
)
from newsclaim.extraction.quotes.judgements import Found, blamed_for, described_as, faulted_for, likened, small_clause
from newsclaim.extraction.quotes.objects import noun_phrase, plea, preposition
from newsclaim.extraction.quotes.reading import read_clause
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.extraction.quotes.subordinate import clause


class Complement(NamedTuple):
    """What a verb takes: its tokens, the name of the rule, and the kind of complement."""

    content: Range
    rule: Rule
    take: str


#: The complement a verb may take, and the function that finds it; tried in this order.
CONSTRUCTIONS: tuple[tuple[str, Callable[[Tokens, Frame], Found]], ...] = (
    ("clause", clause),
    ("clause", passive_infinitive),
    ("inf", infinitive),
    ("objinf", object_infinitive),
    ("plea", plea),
    ("forto", for_infinitive),
    ("on", call_on),
    ("as", described_as),
    ("small", small_clause),
    ("blame", blamed_for),
    ("fault", faulted_for),
    ("liken", likened),
    ("ger", gerund),
    ("doing", doing),
    ("of", preposition("of", "about")),
    ("against", preposition("against")),
    ("at", preposition("at")),
    ("to", preposition("to")),
    ("for", preposition("for")),
    ("np", noun_phrase),
)


def complement(w: Tokens, f: Frame) -> Complement | None:
    """Return the content to the right of the frame's verb by the parse, None when there is none."""
    if f.takes is None:
        return None
    if " " in f.lemma and "clause" in f.takes.takes:
        return read_complement(w, f)
    for take, find in CONSTRUCTIONS:
        if take in f.takes.takes:
            found = find(w, f)
            if found is not None:
                return Complement(*found, take)
    return None


def read_complement(w: Tokens, f: Frame) -> Complement | None:
    """Return the content that the words alone tell, where the parse has none."""
    if f.takes is None or "clause" not in f.takes.takes:
        return None
    found = read_clause(w, f)
    return Complement(*found, "clause") if found is not None else None
