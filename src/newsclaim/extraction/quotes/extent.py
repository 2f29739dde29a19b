"""Where reported content ends: cuts off what the article adds in its own voice."""

from __future__ import annotations

from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.page import Page
from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words

_EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "...", "…"})
_ADDED = frozenset(
    """marking highlighting underscoring underlining signalling signaling prompting sparking fuelling fueling reflecting echoing
    drawing""".split()
)
_STARTERS = frozenset(
    {
        "if",
        "should",
        "when",
        "although",
        "though",
        "while",
        "because",
        "unless",
        "once",
        "after",
        "before",
        "as",
        "since",
    }
)
_SAID_ASIDE = frozenset({"which", "who", "whom", "whose"})


def trimmed(w: Words, content: Range) -> Range:
    """Return the range without a leading "that" and without punctuation at its edges."""
    a, b = content
    while a < b and (w.text[a] in _EDGE or w.low[a] == "that" and _conjunction(w, a)):
        a += 1
    while b > a and (w.text[b - 1] in _EDGE or w.low[b - 1] in {"and", "but", "while"} or not w.text[b - 1].strip()):
        b -= 1
    return a, b


def _conjunction(w: Words, i: int) -> bool:
    """Whether "that" opens a clause and does not point at a noun or stand for one."""
    if w.tag[i] in {"IN", "WDT"} or w.dep[i] == "mark":
        return True
    return i + 1 < len(w) and w.tag[i + 1] in {"MD", "PRP", "DT", "NNP", "PRP$", "EX"} and w.dep[i] != "nsubj"


def one_block(w: Words, content: Range, block: int) -> Range:
    """Return the part of the range that lies in the block."""
    a, b = content
    while a < b and w.block[a] != block:
        a += 1
    while b > a and w.block[b - 1] != block:
        b -= 1
    return a, b


def own_voice(page: Page, content: Range) -> Range:
    """Cut a closing ", which …", ", a move that …", ", marking …" that belongs to the article."""
    w = page.w
    a, b = content
    for i in range(a + 3, b):
        if w.text[i] in {",", ";", "—", "–"} and w.quoted[i] < 0 and i + 1 < b and _adds(page, i + 1, a, b):
            return a, i
    return content


def extended(page: Page, f: Frame, content: Range) -> Range:
    """Mend the edges that the parse gets wrong: a clause that is only a condition goes on to the end of its sentence,
    a second verb of the same speaker ends the content, "and she …" goes on with it."""
    w = page.w
    a, b = content
    stop = page.sentence_end(f.verb)
    first = a + 1 if w.low[a] == "that" else a
    while first < b and w.text[first] == ",":
        first += 1
    if (
        first < b < stop
        and w.low[first] in _STARTERS
        and w.text[b] == ","
        and not any(w.text[i] == "," for i in range(first, b))
    ):
        b = stop
    b = _second_verb(page, f, a, b)
    if b < stop and (w.low[b - 1] in {"or", "and"} or _cut_quote(page, b)):
        b = stop
    b = _with_other(page, f, a, b)
    b = _next_speaker(page, f, a, b)
    while b + 1 < stop and w.text[b] == "-" and w.start[b] == w.end[b - 1] and w.start[b + 1] == w.end[b]:
        b += 2
    if (
        b < stop
        and w.low[b] in {"and", "or"}
        and b + 2 < stop
        and w.tag[b + 1] == "PRP"
        and w.tag[b + 2] in {"VBD", "VBZ", "VBP", "MD"}
    ):
        if b + 2 not in page.frames:
            b = stop
    if b + 1 < stop and w.text[b] == "," and w.text[b + 1] in {'"', "“"} and b + 2 < stop and w.quoted[b + 2] >= 0:
        n = w.quoted[b + 2]
        if n not in page.credit:
            b = w.before(page.marks[n].end)
    return a, b


def _cut_quote(page: Page, b: int) -> bool:
    """Whether the parse ended the content at quoted words that the sentence goes on from ("he 'can' and 'may' …")."""
    w = page.w
    i = b
    while i < len(w) and w.quoted[i] < 0 and w.text[i] in {"'", "’", '"', "”", "''"}:
        i += 1
    n = w.quoted[b - 1] if i == b else w.quoted[b - 1] if w.quoted[b - 1] >= 0 else w.quoted[max(0, i - 2)]
    if n < 0 or i >= len(w) or page.marks[n].end - page.marks[n].start > 40:
        return False
    return i > b and w.pos[i] not in {"PUNCT", "SPACE"} and not page.marks[n].final


def _next_speaker(page: Page, f: Frame, a: int, b: int) -> int:
    """Cut before ", and his campaign said …": a new main clause with a speaker of its own."""
    w = page.w
    for i in range(a + 4, b):
        other = page.frames.get(i)
        if other is None or w.dep[i] != "conj" or other.speakers == f.speakers or w.child(i, "nsubj") < 0:
            continue
        start = w.left[w.child(i, "nsubj")]
        if a + 3 < start and w.low[start - 1] in {"and", "but", "while"} and w.text[start - 2] == ",":
            return start - 2
    return b


def _with_other(page: Page, f: Frame, a: int, b: int) -> int:
    """Cut before ", with Cole saying …": another speaker has taken over."""
    w = page.w
    for i in range(a + 3, b):
        other = page.frames.get(i)
        if other is not None and w.tag[i] == "VBG" and other.speakers and other.speakers != f.speakers:
            start = other.speakers[0][0]
            if a < start - 2 and w.low[start - 1] == "with" and w.text[start - 2] == ",":
                return start - 2
    return b


def _second_verb(page: Page, f: Frame, a: int, b: int) -> int:
    """Return where "and urged …", with the speaker of `f` as its subject, begins; `b` when there is none."""
    w = page.w
    for i in range(a + 2, b):
        other = page.frames.get(i)
        if other is None or other.takes is None or w.dep[i] != "conj" or other.speakers != f.speakers or not f.speakers:
            continue
        if other.head == f.head and w.child(i, "nsubj") < 0:
            cc = i - 1
            while cc > a and w.low[cc] not in {"and", "but", "or"} and i - cc < 4:
                cc -= 1
            return cc if w.low[cc] in {"and", "but", "or"} else b
    return b


def _adds(page: Page, i: int, a: int, b: int) -> bool:
    w = page.w
    if w.low[i] in _SAID_ASIDE and w.text[i - 1] == ",":
        reported = any(x in page.frames for x in range(i + 1, min(i + 4, b)))
        return reported or w.right[w.head[i]] >= b - 2 and b - i < max(i - a, 9)
    if w.low[i] in _ADDED and w.text[i - 1] == ",":
        return w.right[i] >= b - 2
    if w.low[i] in {"a", "an", "the"} and w.low[i + 1] in {
        "move",
        "claim",
        "step",
        "charge",
        "development",
        "accusation",
    }:
        return True
    return False
