"""Quoted sentences without an attribution of their own: they stay with who spoke last."""

from __future__ import annotations

from newsclaim.extraction.quotes import credit, doers, phrases
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
    a, b = credit.left_window(page.w, s)
    if a < b:
        return False
    a, b = credit.right_window(page.w, s)
    ends = page.text[s.end - 1] in _TERMINAL or page.text[s.close : s.close + 1] in _TERMINAL or not s.closed
    return (a >= b or _remark(page, a, b)) and s.end - s.start > 5 and ends


def _remark(page: Page, a: int, b: int) -> bool:
    """Whether only a bracketed remark follows: "…" ((it))."""
    return b - a <= 6 and page.w.text[a].startswith("(") and page.w.text[b - 1].endswith(")")


def _last_speaker(page: Page, n: int, s: Stretch) -> Found | None:
    """The last one who spoke in this paragraph, or at the end of the paragraph before."""
    w = page.w
    narrated = _narrated(page, s)
    if narrated is not None:
        return narrated
    here = [f for f in page.found if f.speakers and f.spans[0][0] < s.start]
    if not here:
        return None
    last = max(here, key=lambda f: max(max(b for _, b in f.spans), w.end[f.cue[1] - 1] if f.cue else 0))
    block = w.block[min(w.at(last.spans[-1][0]), len(w) - 1)]
    if block == s.block:
        return last
    return last if block == s.block - 1 else None


#: Nouns that announce the words that follow in the next sentence: "issued a statement on the vote."
_HERALDS = frozenset(
    "statement speech remark comment letter post tweet message response reply interview address email".split()
)


def _narrated(page: Page, s: Stretch) -> Found | None:
    """The sentence before, in the article's own words, tells who speaks next: its subject is a person who issues a
    statement, or the pronoun for who spoke last."""
    w = page.w
    end = w.before(s.open) - 1
    while end > 0 and w.pos[end] in {"PUNCT", "SPACE"} and w.quoted[end] < 0 and w.block[end] in {s.block, -1}:
        end -= 1
    if end <= 0 or w.block[end] != s.block or w.quoted[end] >= 0:
        return None
    start = page.sentence_start(end)
    if any(w.quoted[i] >= 0 or i in page.frames for i in range(start, end + 1)):
        return None
    heralds = any(w.lemma[i] in _HERALDS for i in range(start, end + 1))
    for who in range(start, end + 1):
        if w.dep[who] not in {"nsubj", "nsubjpass"}:
            continue
        if heralds and doers.animate(w, who) and w.tag[who] != "WP" or w.low[who] in {"he", "she"}:
            return Found([(s.start, s.end)], "continuation", phrases.mentions(w, who), head=who)
        return None
    return None
