"""Quotation marks → stretches: what stands between an opening and a closing mark, paragraph by paragraph.

Knows nothing of grammar. One odd mark never reaches beyond its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsclaim.extraction.page.tokens import back, past
from newsclaim.models import SILENT, Block

#: Start and end of a quotation mark.
_Mark = tuple[int, int]
_DOUBLE = re.compile(r"''|``|[\"“”„‟«»＂]")
_SINGLE = re.compile(r"(?<!')['‘’‚‹›](?!')")
_OPENERS = "“„‟«``"
_CLOSERS = "”»"
_TERMINAL = ".!?…"
#: What may stand between a full stop and the closing mark: "He told me, 'It is late.'"
_NESTED = ")]'’"
_SPACE = " \t\r\n\u00a0\u2009\u202f"
_BEFORE_OPEN = _SPACE + "([{—–-/‘'\u200b…:"
#: A quotation that is not re-opened at its paragraphs has no more of them than this.
_LONGEST = 5
#: Words that begin a new sentence after a quotation that ends with ? or !, and no attribution.
_SENTENCE_START = re.compile(r"\s*(?:He|She|They|It|I|We|The|This|That|These|In|On|But|And|A|As|At)\b")
#: A double mark that damage has put for an apostrophe: don"t, the sheriff"s.
_APOSTROPHE = re.compile(r"[a-z]\"(?:t|s|re|ve|ll|d|m)\b")
#: An address that a page puts behind its last sentence.
_ADDRESS = re.compile(r"\s*[\w.+-]+@\w")
#: Words that begin with an apostrophe and open nothing.
_ELIDED = re.compile(r"['‘’](?:\d|(?:em|tis|twas|til|cause|bout|round|n)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text between two marks: `start`, `end` inside the marks, `open`, `close` with them.

    `closed` tells whether the closing mark really stands there, `final` whether the sentence ends with the stretch.
    """

    start: int
    end: int
    open: int
    close: int
    block: int
    closed: bool = True
    single: bool = False
    final: bool = False


def stretches(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """Return the outermost quoted stretches of the readable blocks, in text order."""
    found: list[Stretch] = []
    open_end = False
    for number, block in enumerate(blocks):
        if block.kind in SILENT:
            continue
        if open_end and _goes_on(text, blocks, number):
            found.append(Stretch(block.start, block.end, block.start, block.end, number, closed=False, final=True))
            continue
        double = list(_double(text, block, number, inside=open_end))
        open_end = bool(double) and not double[-1].closed and double[-1].close == block.end
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        single = list(_single(text, block, number, text[after.start] if after else ""))
        found.extend(_finals(text, _outermost(double, single), block))
    return found


def _goes_on(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether a paragraph without marks lies inside a quotation that one of the next paragraphs closes."""
    for block in blocks[number : number + _LONGEST]:
        first = _DOUBLE.search(text, block.start, block.end)
        if first is not None:
            last = text[first.start() - 1]
            sure = last == "," or first.group() in _CLOSERS or not text[first.end() : block.end].strip(_SPACE + ".,")
            closes = _way(text, first.start(), first.end(), block) == "close"
            return sure and closes and last in ".,?!…" and block is not blocks[number]
    return False


def _finals(text: str, found: list[Stretch], block: Block) -> Iterator[Stretch]:
    """Mark the stretches that end their sentence and drop those without a letter or digit."""
    for s in found:
        if any(c.isalnum() for c in text[s.start : s.end]):
            yield replace(s, final=_final(text, s, block))


def _final(text: str, s: Stretch, block: Block) -> bool:
    """A full stop inside and no lower case after it, or ? ! … before a word that begins a sentence."""
    last = text[s.end - 1]
    if last in _NESTED and s.end - 1 > s.start:
        last = text[s.end - 2]
    after = text[s.close : min(s.close + 8, block.end)].lstrip(_SPACE)
    if not after:
        return True
    if _ADDRESS.match(text, s.close, block.end):
        return last in _TERMINAL
    if last == "." and not text.endswith("...", s.start, s.end) and not after[0].islower() and after[0] not in ",—–-":
        return True
    return last in "?!…." and _SENTENCE_START.match(text, s.close, block.end) is not None


def _outermost(double: list[Stretch], single: list[Stretch]) -> list[Stretch]:
    """Drop what lies inside another stretch; where a single and a double cross, the double stays."""
    kept: list[Stretch] = []
    for s in sorted([*double, *single], key=lambda s: (s.open, -s.close)):
        while kept and kept[-1].single and not s.single and kept[-1].open < s.open < kept[-1].close < s.close:
            kept.pop()
        if not kept or s.open >= kept[-1].close:
            kept.append(s)
    return kept


def _look(text: str, a: int, b: int, block: Block) -> str:
    """Say which way a straight mark at text[a:b] looks: "open", "close" or "" when its neighbours do not tell."""
    before = text[a - 1] if a > block.start else " "
    after = text[b] if b < block.end else " "
    opening = before in _BEFORE_OPEN and after not in _SPACE
    closing = before not in _SPACE and not after.isalnum()
    if opening and not (closing and after not in "[$£€.…"):
        return "open"
    if closing and not opening:
        return "close"
    if before in _SPACE and after in _SPACE:
        return ""
    return "open" if before not in _SPACE and not before.isalnum() and after.isalnum() else ""


def _way(text: str, a: int, b: int, block: Block) -> str:
    mark = text[a:b]
    if mark in _OPENERS:
        before = text[a - 1] if a > block.start else " "
        after = text[b] if b < block.end else " "
        return "close" if before not in _SPACE and before not in "([—–-" and after in _SPACE + ".,;" else "open"
    if mark in _CLOSERS:
        before = text[a - 1] if a > block.start else " "
        return "open" if before in _SPACE and b < block.end and text[b].isalnum() else "close"
    return _look(text, a, b, block)


def _inches(text: str, a: int) -> bool:
    return a > 0 and text[a] == '"' and text[a - 1].isdigit()


def _double(text: str, block: Block, number: int, *, inside: bool) -> Iterator[Stretch]:
    """Yield the stretches of one paragraph; `inside` when the paragraph before ended within a quotation.

    Such a paragraph usually opens again; where it does not, its first mark, a closing one, ends the quotation.
    """
    marks = _double_marks(text, block)
    ways = [_way(text, a, b, block) for a, b in marks]
    if inside and ways[:1] == ["close"] and ways[1:2] != ["close"]:
        yield _stretch(text, (block.start, block.start), marks[0], number, closed=True)
        marks, ways = marks[1:], ways[1:]
    for first, last, closed in _paired(text, block, marks, ways):
        yield _stretch(text, first, last, number, closed=closed)


def _double_marks(text: str, block: Block) -> list[_Mark]:
    marks = [(m.start(), m.end()) for m in _DOUBLE.finditer(text, block.start, block.end)]
    return [(a, b) for a, b in marks if not _APOSTROPHE.match(text, a - 1)]


def _paired(text: str, block: Block, marks: list[_Mark], ways: list[str]) -> Iterator[tuple[_Mark, _Mark, bool]]:
    """Yield each opening mark with its close or with where its quotation breaks off, and whether it is closed."""
    opened: int | None = None
    nested = False
    for n, (mark, way) in enumerate(zip(marks, ways, strict=True)):
        if opened is None:
            if _begins(ways, n) and (way == "open" or not _inches(text, mark[0])):
                opened, nested = n, False
        elif way == "open":
            nested = ways[n + 1 : n + 3] == ["close", "close"]
            if not nested:
                yield marks[opened], (mark[0], mark[0]), False
                opened = n
        elif nested:
            nested = False
        else:
            yield marks[opened], mark, True
            opened = None
    if opened is not None:
        yield marks[opened], (block.end, block.end), False


def _begins(ways: list[str], n: int) -> bool:
    """Whether the mark opens a quotation: it looks like it, or the next one can only be its close."""
    return ways[n + 1 : n + 2] == ["close"] if ways[n] == "close" else ways[n] == "open" or n + 1 < len(ways)


def _stretch(text: str, first: _Mark, last: _Mark, number: int, *, closed: bool) -> Stretch:
    start, end = first[1], last[0]
    start = past(start, end, lambda start: text[start] in _SPACE)
    return Stretch(start, back(end, start, lambda end: text[end] in _SPACE), first[0], last[1], number, closed)


def _single(text: str, block: Block, number: int, following: str) -> Iterator[Stretch]:
    """Yield the stretches between single marks; one that the next paragraph re-opens runs to the end of this one."""
    marks = [m.start() for m in _SINGLE.finditer(text, block.start, block.end)]
    closing = [a for a in marks if _closes(text, a, block)]
    done, c = -1, 0
    for n, a in enumerate(marks):
        if a <= done or not _opens(text, a, block):
            continue
        while c < len(closing) and closing[c] <= a + 1:
            c += 1
        limit = next((m for m in marks[n + 1 : n + 12] if _opens(text, m, block) and text[m] == text[a]), block.end)
        end = _best_close(text, closing, c, limit)
        if end is not None:
            yield Stretch(a + 1, end, a, end + 1, number, closed=True, single=True)
            done = end
        elif text[a] == following:
            yield Stretch(a + 1, block.end, a, block.end, number, closed=False, single=True)
            return


def _opens(text: str, a: int, block: Block) -> bool:
    if text[a] in "’›" or _ELIDED.match(text, a):
        return False
    before = text[a - 1] if a > block.start else " "
    after = text[a + 1] if a + 1 < block.end else " "
    return before in _SPACE + '([—–-"“' and (after.isalnum() or after in '["“$£€…')


def _closes(text: str, a: int, block: Block) -> bool:
    if text[a] in "‘‚‹":
        return False
    before = text[a - 1] if a > block.start else " "
    return before not in _SPACE and not (text[a + 1] if a + 1 < block.end else " ").isalnum()


def _best_close(text: str, closing: list[int], c: int, limit: int) -> int | None:
    """Return the first closing mark; a plural's apostrophe ("the miners' union") only where there is no other."""
    fallback = None
    for end in closing[c : c + 12]:
        if end > limit:
            break
        after = text[end + 1 : end + 2]
        if text[end - 1] in "sS" and after == " " and text[end + 2 : end + 3].islower():
            fallback = fallback or end
            continue
        return end
    return fallback
