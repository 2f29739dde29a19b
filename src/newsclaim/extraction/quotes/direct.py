"""Quoted stretches and the frame that credits them: after it, before it, or in between two of them."""

from __future__ import annotations

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import FINITE, Range, finite_in
from newsclaim.extraction.quotes import credit
from newsclaim.extraction.quotes.after import after
from newsclaim.extraction.quotes.before import UNFINISHED, before, whole
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.credit import Credit
from newsclaim.extraction.quotes.search import Search
from newsclaim.extraction.quotes.works import is_name, is_title

#: Marks that lead from a verb of saying to a quotation.
_JOINING = frozenset({",", ":"})


def credit_stretches(search: Search) -> None:
    """Credit each stretch by the words after or before it; the second half of a split quote goes with the first."""
    for n, s in enumerate(search.marks):
        found = None if _said_again(search, n, s) else _joined(search, n, s)
        if found is not None:
            found.spans.append((s.start, s.end))
        else:
            hit = _credit(search, n, s)
            if hit is None or not hit.speakers:
                continue
            found = _found(search, s, hit)
            search.add(found)
        search.credit[n] = found
    _credit_backwards(search)


def _credit_backwards(search: Search) -> None:
    """A quotation over several paragraphs whose attribution stands in a later one: the earlier ones belong to it."""
    for n in range(len(search.marks) - 2, -1, -1):
        found = search.credit.get(n + 1)
        if n not in search.credit and found is not None and search.runs_on(search.marks[n], search.marks[n + 1]):
            found.spans.append((search.marks[n].start, search.marks[n].end))
            search.credit[n] = found


def _said_again(search: Search, n: int, s: Stretch) -> bool:
    """Whether a paragraph that goes on with a credited quotation has an attribution of its own: … ⏎ "…," he added."""
    last = search.marks[n - 1]
    if n - 1 not in search.credit or (last.block == s.block and not search.runs_on(last, s)):
        return False
    return after(search, s) is not None


def _credit(search: Search, n: int, s: Stretch) -> Credit | None:
    """Return who is credited with a stretch by the words after it, else by those before it."""
    hit = after(search, s)
    if hit is not None:
        led = _with_lead(search, s, hit)
        if led is not None or search.text[max(0, s.open - 2) : s.open].strip()[-1:] not in _JOINING:
            return led
    hit = None if is_title(search, s) else before(search, s)
    if hit is None or not whole(search, s, hit):
        return None
    if not hit.speakers:
        hit.speakers = _same_sentence(search, n, s, hit)
    return hit


def _with_lead(search: Search, s: Stretch, hit: Credit) -> Credit | None:
    """The vote was "a disgrace," she said: the article's words before belong to the content, unless they report."""
    a, b = credit.left_window(search.w, s)
    if a >= b or ":" in search.w.text[b - 1 : b]:
        return hit
    if _begins_anew(search, s, (a, b)):
        search.anew.add(s.open)
        return hit
    if is_name(search.text, s) or _second_half(search, a):
        return None
    for i in range(a, b):
        f = search.frames.get(i)
        if f is not None and f.takes is not None and not f.unreal:
            return None
    hit.start = search.w.start[a]
    return hit


def _second_half(search: Search, a: int) -> bool:
    """Whether the words before go on with what is reported: Horn said they should get “a share” | and it should “…”."""
    w, start = search.w, search.sentence_start(a)
    frames = (search.frames[i] for i in range(start, a) if i in search.frames)
    return w.low[a] in listed("coordinators") and any(f.takes is not None and not f.unreal for f in frames)


def _begins_anew(search: Search, s: Stretch, lead: Range) -> bool:
    """Whether a quoted sentence stands behind a heading that lost its line: Higher costs "We see …," she said."""
    w, (_, b) = search.w, lead
    sentence = search.text[s.start].isupper() and finite_in(w, w.at(s.start), w.before(s.end))
    if not sentence or w.pos[b - 1] == "PUNCT" or w.tag[b - 1] in UNFINISHED | FINITE:
        return False
    return before(search, s) is None


def _same_sentence(search: Search, n: int, s: Stretch, hit: Credit) -> tuple[Range, ...]:
    """Read "A," she said, also noting, "B": a participle without a subject has the speaker of the stretch before."""
    earlier = search.credit.get(n - 1)
    if earlier is None or hit.cue is None or search.marks[n - 1].block != s.block:
        return ()
    gap = search.text[search.marks[n - 1].close : s.open]
    return () if set(gap) & set(".!?") else earlier.speakers


def _found(search: Search, s: Stretch, hit: Credit) -> Found:
    content = (s.start, s.end) if hit.start is None or hit.start >= s.open else (hit.start, s.close)
    found = Found([content], hit.rule, hit.speakers, hit.via, hit.cue, hit.lemma)
    f = hit.frame
    if f is not None:
        found.head = f.head
        found.stance = f.stance_of("quote", "clause")
        search.used.add(f.verb)
        if hit.rule == "colon":
            search.leads.add(f.verb)
    return found


def _joined(search: Search, n: int, s: Stretch) -> Found | None:
    """Return the quote that the stretch goes on with, None when it stands for itself."""
    found = search.credit.get(n - 1)
    if found is None:
        return None
    last = search.marks[n - 1]
    if last.block != s.block or not last.closed:
        return found if search.runs_on(last, s) else None
    gap = search.text[last.close : s.open].strip()
    if gap == "and":
        return found if found.cue is not None and last.end - last.start > 15 else None
    return found if _split(search, s, gap, found) else None


def _split(search: Search, s: Stretch, gap: str, found: Found) -> bool:
    """Read "A," X said, "B": only the frame stands between the two halves."""
    a, b = credit.left_window(search.w, s)
    if found.cue is None or not found.rule.startswith("quote-") or not a <= found.cue[0] < b or len(gap) > 300:
        return False
    if not gap.endswith((",", "—", "–", "-", ":", " and", ";")):
        return False
    return not any(i in search.frames and search.frames[i].takes is not None for i in range(found.cue[1], b))
