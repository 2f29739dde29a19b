"""What is counted of an article's quotes: worked out when they are written, so that counting reads no text."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from newsclaim.models import Mention, Quote, QuoteKind
from newsclaim.models.stats import is_proper
from newsclaim.text import fold

#: Local id → name and kind of an article's own actor.
Who = Mapping[str, tuple[str, str]]
_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
#: More words are counted as so many.
_LONGEST = 65_535


def words_in(quote: Quote) -> int:
    """Return how many words a quote has."""
    return sum(len(span.text.split()) for span in quote.spans)


def verbatim_words_in(quote: Quote) -> int:
    """Return how many of them stand inside quotation marks."""
    return sum(len(span.text.split()) for span in quote.verbatim)


def nameless_of(words: Iterable[str]) -> str | None:
    """Return the words for speakers that nobody was found for, as a row keeps them; None where there are none."""
    called = [fold(one) for one in words]
    return json.dumps(called, ensure_ascii=False) if called else None


def told_again(quotes: Sequence[Quote]) -> frozenset[str]:
    """Return the ids of quotes of one article that stand inside another one, or repeat one word for word."""
    said: set[tuple[str, tuple[str, ...]]] = set()
    found: set[str] = set()
    reached = -1
    # In this order whatever holds a quote stands before it.
    for quote in sorted(quotes, key=lambda one: (one.spans[0].start, -one.spans[-1].end)):
        end = quote.spans[-1].end
        words = " ".join(span.text for span in quote.spans).lower(), tuple(map(_voice, quote.speakers))
        if words in said or (end <= reached and any(_inside(quote, other) for other in quotes)):
            found.add(quote.id)
        else:
            said.add(words)
        reached = max(reached, end)
    return frozenset(found)


def tally_of(quotes: Sequence[Quote], again: frozenset[str], who: Who) -> tuple[object, ...]:
    """Return the counts of an article, without its number: of kinds, words, sources, and the length of each quote."""
    counted = [quote for quote in quotes if quote.id not in again]
    kinds = [quote.kind for quote in counted]
    lengths = [words_in(quote) for quote in counted]
    sources = {_source(mention, who) for quote in counted for mention in quote.speakers}
    named = sum(is_named for _, is_named in sources)
    return (
        *(kinds.count(kind) for kind in _KINDS), sum(lengths), sum(map(verbatim_words_in, counted)), named,
        len(sources) - named, array("H", (min(length, _LONGEST) for length in lengths)).tobytes(),
    )  # fmt: skip


def save_tally(connection: sqlite3.Connection, article: int, counts: tuple[object, ...]) -> None:
    """Write the counts of an article in place of those before."""
    connection.execute("INSERT OR REPLACE INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (article, *counts))


def _voice(mention: Mention) -> str:
    return mention.actor or mention.text


def _source(mention: Mention, who: Who) -> tuple[str, bool]:
    """Return who is quoted, and whether by a proper name."""
    if not mention.actor:
        return fold(mention.text), False
    name, kind = who.get(mention.actor, (mention.name or mention.text, "person"))
    return mention.actor, is_proper(name, kind)


def _inside(one: Quote, other: Quote) -> bool:
    """Whether all of a quote stands in another, longer one."""
    if other.spans[0].start > one.spans[0].start or one.spans[-1].end > other.spans[-1].end or one.spans == other.spans:
        return False
    return all(any(o.start <= s.start and s.end <= o.end for o in other.spans) for s in one.spans)
