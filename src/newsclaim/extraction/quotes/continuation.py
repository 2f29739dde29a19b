"""Quoted sentences without an attribution of their own: they stay with who spoke last."""

from __future__ import annotations

from newsclaim.extraction.quotes import credit, doers, phrases
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.cues import nouns
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page

_TERMINAL = ".!?…"
#: So many earlier speakers are remembered.
_MEMORY = 12
#: A shorter stretch is a word and no sentence.
_SHORTEST = 6


def go_on(page: Page) -> None:
    """Credit every quoted sentence that nobody is credited with to the speaker before it."""
    able = (f for f in page.found if f.speakers and _able(page, f))
    spoken = sorted(able, key=lambda f: f.spans[0][0])
    earlier, last = 0, None
    for n, s in enumerate(page.marks):
        while earlier < len(spoken) and spoken[earlier].spans[0][0] < s.start:
            last = _later(page, last, spoken[earlier])
            earlier += 1
        if n in page.credit or not _utterance(page, s):
            continue
        who = _narrated(page, s) or _named(page, s, spoken[:earlier]) or _near(page, last, s)
        if who is None:
            continue
        last = Found([(s.start, s.end)], "continuation", who.speakers, continued=True, head=who.head)
        page.add(last)
        page.credit[n] = last


def _able(page: Page, f: Found) -> bool:
    """Whether somebody speaks who can go on: findings and figures do not."""
    return f.head < 0 or doers.animate(page.w, f.head) or doers.animate(page.w, f.speakers[0][1] - 1)


def _later(page: Page, one: Found | None, other: Found) -> Found:
    return other if one is None or _end(page, other) > _end(page, one) else one


def _end(page: Page, f: Found) -> int:
    """Return where a finding ends, its cue included."""
    return max(f.spans[-1][1], page.w.end[f.cue[1] - 1] if f.cue else 0)


def _near(page: Page, last: Found | None, s: Stretch) -> Found | None:
    """Return the last finding when it stands in this paragraph or in the one before."""
    if last is None:
        return None
    block = page.w.block[min(page.w.at(last.spans[-1][0]), len(page.w) - 1)]
    return last if block in (s.block, s.block - 1) else None


def _utterance(page: Page, s: Stretch) -> bool:
    """Whether the stretch is a sentence of its own, not words inside the article's sentence and no title."""
    a, b = credit.left_window(page.w, s)
    if a < b or s.end - s.start < _SHORTEST:
        return False
    a, b = credit.right_window(page.w, s)
    if _remark(page, a, b):
        return True
    after = page.text[s.close : s.close + 1]
    last = page.text[s.start : s.end].rstrip("'’\" ")[-1:]
    ends = (last and last in _TERMINAL) or (after and after in _TERMINAL) or not s.closed
    return bool(ends) and a >= b


def _remark(page: Page, a: int, b: int) -> bool:
    """Whether only a bracketed remark follows: "…" ((it))."""
    return 0 < b - a <= 6 and page.w.text[a].startswith("(") and page.w.text[b - 1].endswith(")")


def _narrated(page: Page, s: Stretch) -> Found | None:
    """The sentence before, in the article's own words, tells who speaks next.

    Its subject is a person who issues a statement, or the pronoun for who spoke last.
    """
    w, end = page.w, _sentence_before(page, s)
    if end < 0:
        return None
    sentence = range(page.sentence_start(end), end + 1)
    if _attributes(page, sentence):
        return None
    who = next((i for i in sentence if w.dep[i] in {"nsubj", "nsubjpass"}), -1)
    if who < 0:
        return None
    heralded = doers.animate(w, who) and w.tag[who] != "WP" and any(w.lemma[i] in nouns("heralds") for i in sentence)
    if not heralded and w.low[who] not in {"he", "she"}:
        return None
    return Found([(s.start, s.end)], "continuation", phrases.mentions(w, who), head=who)


def _attributes(page: Page, sentence: range) -> bool:
    """Whether the sentence quotes or reports, so that it is no mere narration."""
    return any(page.w.quoted[i] >= 0 or (i in page.frames and page.frames[i].used) for i in sentence)


def _named(page: Page, s: Stretch, spoken: list[Found]) -> Found | None:
    """The sentence before names somebody who has spoken earlier: that one speaks again."""
    w, end = page.w, _sentence_before(page, s)
    if end < 0 or not spoken:
        return None
    names = {w.text[f.speakers[0][1] - 1] for f in spoken[-_MEMORY:] if w.pos[f.speakers[0][1] - 1] == "PROPN"}
    sentence = range(end, page.sentence_start(end) - 1, -1)
    if _attributes(page, sentence):
        return None
    for i in sentence:
        if w.text[i] in names:
            return Found([(s.start, s.end)], "continuation", [(i, i + 1)], head=i)
    return None


def _sentence_before(page: Page, s: Stretch) -> int:
    """Return the last word before the stretch in its paragraph, -1 when there is none or it is quoted."""
    w, i = page.w, page.w.before(s.open) - 1
    while i > 0 and w.pos[i] in {"PUNCT", "SPACE"} and w.quoted[i] < 0 and w.block[i] in {s.block, -1}:
        i -= 1
    return i if i > 0 and w.block[i] == s.block and w.quoted[i] < 0 else -1
