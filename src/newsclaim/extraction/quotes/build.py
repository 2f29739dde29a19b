"""Findings in tokens → Quote models in characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from newsclaim.extraction.page import Page
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import Range, Tokens, past
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.models import Cue, How, Mention, Quote, QuoteKind, Stance
from newsclaim.text import span_of, stable_id


@dataclass(slots=True)
class Found:
    """One quote before it becomes a model: content in characters, everything else in tokens.

    `verbatim`: all of it is what was said, word for word, though no quotation marks stand around it.
    """

    spans: list[tuple[int, int]]
    rule: Rule
    speakers: tuple[Range, ...] = ()
    via: tuple[Range, ...] = ()
    cue: Range | None = None
    lemma: str = ""
    stance: Stance = "says"
    continued: bool = False
    head: int = -1
    verbatim: bool = False


def quote(page: Page, found: Found) -> Quote | None:
    """Return the model of a finding, None when nothing readable is left of its content."""
    text, w, marks = page.text, page.tokens, page.stretches
    begun = {(_behind_mark(text, a, marks), b) for a, b in found.spans}
    spans = sorted((a, b) for a, b in begun if text[a:b].strip())
    if not spans:
        return None
    inside = spans if found.verbatim else list(_verbatim(spans, marks))
    kind = _kind(text, spans, inside)
    cue = None
    if found.cue is not None:
        a, b = w.start[found.cue[0]], w.end[found.cue[1] - 1]
        cue = Cue(start=a, end=b, text=text[a:b], lemma=found.lemma, stance=found.stance)
    return Quote(
        id=stable_id("q", page.article.id, spans, sorted(w.start[a] for a, _ in found.speakers)),
        kind=kind,
        spans=tuple(span_of(text, a, b) for a, b in spans),
        verbatim=tuple(span_of(text, a, b) for a, b in inside),
        speakers=_mentions(text, w, found.speakers, "continuation" if found.continued else None),
        cue=cue,
        via=_mentions(text, w, found.via, None),
        rule=found.rule,
    )


def _behind_mark(text: str, start: int, marks: list[Stretch]) -> int:
    """Return the start without the mark that closes the quotation before (the sentence splitter puts it there)."""
    k = bisect_right(marks, start, key=lambda m: m.start) - 1
    if k < 0 or not marks[k].end <= start < marks[k].close:
        return start
    return past(marks[k].close, len(text), lambda after: text[after].isspace())


def _mentions(text: str, w: Tokens, ranges: Iterable[Range], how: How | None) -> tuple[Mention, ...]:
    out = []
    for a, b in sorted(set(ranges)):
        s, e = w.start[a], w.end[b - 1]
        out.append(Mention(start=s, end=e, text=text[s:e], how=how))
    return tuple(out)


def _verbatim(spans: list[tuple[int, int]], marks: list[Stretch]) -> Iterable[tuple[int, int]]:
    for a, b in spans:
        for m in marks[bisect_right(marks, a, key=lambda m: m.end) :]:
            if m.start >= b:
                break
            yield max(a, m.start), min(b, m.end)


def _kind(text: str, spans: list[tuple[int, int]], inside: list[tuple[int, int]]) -> QuoteKind:
    if not any(c.isalnum() for a, b in inside for c in text[a:b]):
        return "indirect"
    return "mixed" if any(c.isalnum() for a, b in _outside(spans, inside) for c in text[a:b]) else "direct"


def _outside(spans: list[tuple[int, int]], inside: list[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield the parts of the content that stand outside quotation marks."""
    for a, b in spans:
        done = a
        for first, last in inside:
            if a <= first < b:
                yield done, first
                done = last
        yield done, b
