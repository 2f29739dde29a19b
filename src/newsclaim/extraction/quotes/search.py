"""What the search knows about one article: its words, stretches and frames, and what it has found so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsclaim.extraction.attribution.frame import Frame
from newsclaim.extraction.page import Page
from newsclaim.extraction.page.stretches import Stretch
from newsclaim.extraction.page.tokens import Range, Tokens
from newsclaim.extraction.quotes.build import Found
from newsclaim.models import SILENT, Block

_ENDERS = frozenset({".", "!", "?"})
#: Marks that open a quotation behind the full stop of an abbreviation.
_OPENERS = frozenset({'"', "“", "``"})
_OPEN_END = frozenset(",?!—–-")
_OPEN_AFTER = frozenset(",—–-")
#: No sentence is longer than this many tokens; what is longer is a list or a dump.
_LONGEST = 300
#: What stands in brackets has no more tokens.
_BRACKET = 30
#: A first block of more characters is no title, but the article.
_LONGEST_TITLE = 250


@dataclass(slots=True)
class Search:
    """One article under search.

    `frames` are the page's, with other speakers where the search learns more than a frame's own words tell; `used` are
    those that have given their content away, `leads` those whose content follows a colon and who may report besides.
    `anew` are the first characters of quotations that begin a sentence behind words that lost their full stop.
    `credit` tells which finding a stretch belongs to, `titles` where headings begin.
    """

    w: Tokens
    text: str
    marks: list[Stretch]
    frames: dict[int, Frame]
    blocks: tuple[Block, ...] = ()
    titles: list[int] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    leads: set[int] = field(default_factory=set)
    found: list[Found] = field(default_factory=list)
    anew: set[int] = field(default_factory=set)
    credit: dict[int, Found] = field(default_factory=dict)
    _beginning: dict[int, list[Found]] = field(default_factory=dict)

    def add(self, found: Found) -> None:
        """Take a finding in."""
        self.found.append(found)
        self._beginning.setdefault(found.spans[0][0], []).append(found)

    def beginning(self, start: int) -> list[Found]:
        """Return the findings whose content was found to begin at this character."""
        return self._beginning.get(start, [])

    def recredit(self, f: Frame, speakers: Sequence[Range], head: int) -> Frame:
        """Credit somebody else with what a frame reports, in this search only."""
        new = self.frames[f.verb] = f.crediting(speakers, head)
        return new

    def in_title(self, i: int) -> bool:
        """Whether the token stands in a title or heading, where verbs are left out."""
        return any(self.w.block[start] == self.w.block[i] for start in self.titles)

    def ends_open(self, s: Stretch) -> bool:
        """Whether an attribution may follow: the stretch ends with a comma, ? or !, or a comma or dash follows."""
        after = self.text[s.close : s.close + 2]
        follows = after[:1] in _OPEN_AFTER or after in {" ,", " —", " –", " -"}
        return not s.final and (self.text[s.end - 1] in _OPEN_END or (bool(after) and follows))

    def runs_on(self, one: Stretch, other: Stretch) -> bool:
        """Whether the first stretch has no end and the second begins the next paragraph, or would on its own line."""
        if one.block == other.block:
            anew = not one.closed and not self.text[one.start].islower()
            return anew and not self.text[one.close : other.open].strip()
        opens = not self.text[self.blocks[other.block].start : other.open].strip()
        return not one.closed and other.block == one.block + 1 and opens

    def stretches_in(self, a: int, b: int) -> list[int]:
        """Return the stretches that share characters with text[a:b]."""
        w = self.w
        return sorted({w.quoted[i] for i in range(w.before(a), w.at(b)) if w.quoted[i] >= 0})

    def chars(self, content: Range) -> tuple[int, int] | None:
        """Return the characters of a token range; a stretch that its edge cuts is taken whole, outer marks left out."""
        a, b = content
        if a >= b:
            return None
        s, e = self.w.start[a], self.w.end[b - 1]
        inside = [self.marks[n] for n in self.stretches_in(s, e)]
        for m in inside:
            s, e = min(s, m.open), max(e, m.close)
        return next(((m.start, m.end) for m in inside if m.open == s and m.close == e), (s, e))

    def sentence_start(self, i: int) -> int:
        """Return the first token of the sentence of `i`, or of its half after a semicolon, after earlier quotes."""
        w, a = self.w, i
        while a > 0 and i - a < _LONGEST and w.block[a - 1] == w.block[i]:
            ends = w.sent[a - 1] != w.sent[i] and w.text[a - 1][-1:] in _ENDERS
            if w.quoted[a - 1] < 0 and (ends or _parts(w, a - 1)):
                break
            if w.quoted[a - 1] >= 0 and self.marks[w.quoted[a - 1]].final:
                break
            a -= 1
        while a < i and w.quoted[a] < 0 and w.pos[a] in {"PUNCT", "SPACE"} and w.text[a] not in {'"', "“", "''"}:
            a += 1
        return a

    def sentence_end(self, i: int) -> int:
        """Return the token after the sentence of token `i`."""
        w, b = self.w, i
        stop = min(i + _LONGEST, len(w))
        while b < stop and w.block[b] == w.block[i]:
            if w.quoted[b] < 0 and (_parts(w, b) or ends_sentence(w, b)):
                break
            if b > i and w.quoted[b] < 0 <= w.quoted[b - 1] and self.marks[w.quoted[b - 1]].final:
                break
            b += 1
        return b


def ends_sentence(w: Tokens, i: int) -> bool:
    """Whether the token ends a sentence: not the full stop of "D-Vt.,"."""
    text, after = w.text[i], w.text[i + 1]
    if text in _ENDERS:
        return after != ","
    if text[-1:] != "." or i + 1 >= len(w) or w.sent[i + 1] == w.sent[i]:
        return False
    return text[0].isdigit() or (text[0].isalpha() and after in _OPENERS)  # Holm Ltd. "We …" · 43m.


def _parts(w: Tokens, i: int) -> bool:
    """Whether a token is a semicolon between halves of a sentence, not in brackets: 40bn yuan ($6bn; 5bn euros)."""
    if w.text[i] != ";":
        return False
    near = range(i - 1, max(-1, i - _BRACKET), -1)
    return next((w.text[k] for k in near if w.text[k] in {"(", ")"}), ")") == ")"


def search_of(page: Page, frames: Mapping[int, Frame]) -> Search:
    """Return the search of a page with its frames, before anything is found."""
    w, blocks = page.tokens, page.article.blocks
    first = next((n for n, block in enumerate(blocks) if block.kind not in SILENT), 0)
    lead = (n for n in (first,) if n < len(blocks) and blocks[n].end - blocks[n].start <= _LONGEST_TITLE)
    untold = next(lead, -1)  # a first line that is short is a title, though nothing says so
    heads = [w.at(b.start) for n, b in enumerate(blocks) if b.kind in ("title", "heading") or n == untold]
    titles = [i for i in heads if i < len(w)]
    return Search(w, page.text, page.stretches, dict(frames), blocks, titles)
