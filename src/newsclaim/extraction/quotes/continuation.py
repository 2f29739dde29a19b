"""Quoted sentences without an attribution of their own: they stay with who spoke last."""

from __future__ import annotations

from newsclaim.extraction.quotes import direct, speakers
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page

_TERMINAL = ".!?…"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def go_on(page: Page) -> None:
    """Credit every quoted sentence that nobody is credited with to the speaker before it."""
    for n, s in enumerate(page.marks):
        if n in page.credit or not _utterance(page, s):
            continue
        last = _last_speaker(page, n, s)
        if last is None:
            continue
        found = Found([(s.start, s.end)], "continuation", last.speakers, continued=True, head=last.head)
        page.found.append(found)
        page.credit[n] = found


def _utterance(page: Page, s: Stretch) -> bool:
    """Whether the stretch is a sentence of its own, not words inside the article's sentence and no title."""
    a, b = direct.left_window(page.w, s)
    if a < b:
        return False
    a, b = direct.right_window(page.w, s)
    ends = page.text[s.end - 1] in _TERMINAL or page.text[s.close : s.close + 1] in _TERMINAL or not s.closed
    return a >= b and s.end - s.start > 12 and ends


def _last_speaker(page: Page, n: int, s: Stretch) -> Found | None:
    """The last one who spoke in this paragraph, or at the end of the paragraph before."""
    w = page.w
    here = [f for f in page.found if f.speakers and f.spans[0][0] < s.start]
    if not here:
        return None
    last = max(here, key=lambda f: max(max(b for _, b in f.spans), w.end[f.cue[1] - 1] if f.cue else 0))
    block = w.block[min(w.at(last.spans[-1][0]), len(w) - 1)]
    if block == s.block:
        return _narrated(page, last, s) or last
    if block == s.block - 1 and _quoted_end(page, n, s):
        return last
    return None


def _quoted_end(page: Page, n: int, s: Stretch) -> bool:
    """Whether the paragraph before ends with what its speaker said."""
    return True


def _narrated(page: Page, last: Found, s: Stretch) -> Found | None:
    """When the narrator has turned to somebody else in the sentence before, that one speaks."""
    return None
