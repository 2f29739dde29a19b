"""The order of the search: stretches by the words around them, then clauses by the parse, then what goes on."""

from __future__ import annotations

from newsclaim.extraction.quotes import continuation, direct, frames, indirect, partial
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.words import Words
from newsclaim.models import Article


def search(w: Words, article: Article, marks: list[Stretch]) -> list[Found]:
    """Return everything that is reported in the article."""
    _place(w, article, marks)
    all_frames = sorted([*frames.verb_frames(w), *frames.source_frames(w)], key=lambda f: f.verb)
    heads = [w.at(b.start) for n, b in enumerate(article.blocks) if b.kind in ("title", "heading") or n == 0]
    page = Page(w, article.text, marks, {f.verb: f for f in all_frames}, [i for i in heads if i < len(w)])
    _credit_stretches(page)
    indirect.report(page)
    partial.credit_rest(page)
    continuation.go_on(page)
    return page.found


def _place(w: Words, article: Article, marks: list[Stretch]) -> None:
    """Tell every token in which stretch it stands; tokens of captions and boilerplate belong to no block."""
    for n, s in enumerate(marks):
        for i in range(w.at(s.start), w.before(s.end)):
            w.quoted[i] = n
    unreadable = {n for n, b in enumerate(article.blocks) if b.kind in ("boilerplate", "caption")}
    if unreadable:
        w.block = [-1 if b in unreadable else b for b in w.block]


def _credit_stretches(page: Page) -> None:
    """Credit each stretch by the words after or before it; the second half of a split quote goes with the first."""
    for n, s in enumerate(page.marks):
        joined = _joined(page, n, s)
        if joined is not None:
            joined.spans.append((s.start, s.end))
            page.credit[n] = joined
            continue
        credit = direct.credit(page, n, s)
        if credit is None:
            continue
        if not credit.speakers:
            _inherit(page, n, s, credit)
        if not credit.speakers:
            continue
        found = _found(s, credit)
        page.found.append(found)
        page.credit[n] = found


def _found(s: Stretch, credit: direct.Credit) -> Found:
    f: Frame | None = credit.frame
    start = credit.start if credit.start is not None and credit.start < s.open else s.start
    found = Found(
        [(start, s.close if start < s.open else s.end)],
        credit.rule,
        credit.speakers,
        credit.via or [],
        credit.cue,
        credit.lemma,
    )
    if f is not None:
        found.head = f.head
        found.stance = "withholds" if f.negated else f.takes.stance("quote", "clause") if f.takes else f.stance
        f.used = True
    return found


def _joined(page: Page, n: int, s: Stretch) -> Found | None:
    """Return the quote that the stretch belongs to: "A," X said, "B" · a quotation that goes on in the next paragraph."""
    before = page.credit.get(n - 1)
    if before is None:
        return None
    last = page.marks[n - 1]
    if not last.closed and s.block == last.block + 1 and not page.text[_block_start(page, s) : s.open].strip():
        return before
    gap = page.text[last.close : s.open].rstrip()
    if (
        last.block == s.block
        and before.cue is not None
        and gap.strip() == "and"
        and page.marks[n - 1].end - page.marks[n - 1].start > 15
    ):
        return before
    if last.block != s.block or not before.rule.startswith("quote-"):
        return None
    if len(gap) > 300 or "." in page.text[last.close : s.open].strip()[-1:]:
        return None
    a, b = direct.left_window(page.w, s)
    if before.cue is None or b - a == 0 or before.cue[0] < a:
        return None
    return before if gap.endswith((",", "—", "–", "-", ":", " and", ";")) and not _other_cue(page, before, b) else None


def _inherit(page: Page, n: int, s: Stretch, credit: direct.Credit) -> None:
    """ "A," she said, also noting, "B": a participle without a subject has the speaker of the stretch before."""
    before = page.credit.get(n - 1)
    if before is not None and page.marks[n - 1].block == s.block and credit.cue is not None:
        if not set(page.text[page.marks[n - 1].close : s.open]) & set(".!?"):
            credit.speakers = before.speakers


def _other_cue(page: Page, before: Found, b: int) -> bool:
    """Whether another reporting verb follows: "A," she said, adding: "B" has a cue of its own."""
    assert before.cue is not None  # noqa: S101 - checked by the caller
    return any(i in page.frames and page.frames[i].takes is not None for i in range(before.cue[1], b))


def _block_start(page: Page, s: Stretch) -> int:
    i = page.w.at(s.open)
    while i > 0 and page.w.block[i - 1] == s.block:
        i -= 1
    return min(page.w.start[i], s.open) if i < len(page.w) else s.open
