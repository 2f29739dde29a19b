"""Who a quoted stretch is credited to, and the stretches of narration on its two sides."""

from __future__ import annotations

from dataclasses import dataclass

from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import Range, Tokens, back, past
from newsclaim.extraction.quotes.rules import Rule
from newsclaim.extraction.quotes.search import ends_sentence

ENDERS = frozenset({".", "!", "?"})
#: No window around a stretch needs to be longer.
_REACH = 60


@dataclass(slots=True)
class Credit:
    """Who a stretch is credited to and by which frame; `cue` None when there is no reporting word.

    `start` is the character where the article's own words that belong to the content begin, None when there are none.
    """

    rule: Rule
    speakers: tuple[Range, ...]
    frame: Frame | None = None
    cue: Range | None = None
    lemma: str = ""
    via: tuple[Range, ...] = ()
    start: int | None = None


def framed(rule: Rule, f: Frame, who: tuple[Range, ...] | None = None) -> Credit:
    """Return the credit that a frame gives, to `who` when the words around it tell better than the parse."""
    return Credit(rule, f.speakers if who is None else who, f, f.cue, f.lemma, f.through)


def right_window(w: Tokens, s: Stretch) -> Range:
    """Return the article's own words from the closing mark to the end of the sentence or the next stretch."""
    a = b = w.at(s.close)
    if s.final:
        return a, a
    while b < len(w) and b - a < _REACH and w.block[b] == s.block and w.quoted[b] < 0 and not ends_sentence(w, b):
        b += 1
    return a, b


def left_window(w: Tokens, s: Stretch) -> Range:
    """Return the article's own words from the sentence's start or the stretch before to the opening mark."""
    b = w.before(s.open)
    a = _back(w, b, s.block)
    return past(a, b, lambda a: not w.text[a].strip() or (w.pos[a] == "PUNCT" and w.text[a] not in {"(", "["})), b


def lead_in(w: Tokens, s: Stretch) -> Range:
    """Return the left window; at the start of a paragraph the end of the one before, when it leads on with a colon."""
    a, b = left_window(w, s)
    if a < b:
        return a, b
    i = back(b, 0, lambda i: not w.text[i].strip()) - 1
    if i <= 0 or w.block[i] != s.block - 1 or w.text[i] not in {":", ","}:
        return a, b
    return _back(w, i, w.block[i]), i + 1


def _back(w: Tokens, b: int, block: int) -> int:
    a = b
    while a > 0 and b - a < _REACH and w.block[a - 1] == block and w.quoted[a - 1] < 0 and not ends_sentence(w, a - 1):
        a -= 1
    return a
