"""The order of the search: stretches by the words around them, then clauses by the parse, then what goes on."""

from __future__ import annotations

from newsclaim.extraction.quotes import complements, direct, extent, frames
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.frames import Frame
from newsclaim.extraction.quotes.marks import Stretch
from newsclaim.extraction.quotes.speakers import Range
from newsclaim.extraction.quotes.words import Words
from newsclaim.models import Article

_TERMINAL = ".!?…"


def search(w: Words, article: Article, marks: list[Stretch]) -> list[Found]:
    """Return everything that is reported in the article."""
    for n, s in enumerate(marks):
        for i in range(w.at(s.start), w.before(s.end) if s.end > s.start else 0):
            w.quoted[i] = n
    unreadable = {n for n, b in enumerate(article.blocks) if b.kind in ("boilerplate", "caption")}
    for i, b in enumerate(w.block):
        if b in unreadable:
            w.block[i] = -1
    all_frames = sorted([*frames.verb_frames(w), *frames.source_frames(w)], key=lambda f: f.verb)
    state = _State(w, article, marks, {f.verb: f for f in all_frames})
    state.direct()
    state.indirect()
    state.continued()
    return state.found


class _State:
    """What has been found so far in one article."""

    def __init__(self, w: Words, article: Article, marks: list[Stretch], by_verb: dict[int, Frame]) -> None:
        self.w, self.text, self.marks, self.frames = w, article.text, marks, by_verb
        self.found: list[Found] = []
        self.credit: dict[int, Found] = {}

    def direct(self) -> None:
        """Credit each stretch by the words after or before it; the second half of a split quote goes with the first."""
        for n, s in enumerate(self.marks):
            if self._joins_split(n, s):
                continue
            credit = direct.after(self.w, s, self.frames, self._ends_open(s)) or self._before(n, s)
            if credit is None or not credit.speakers:
                continue
            f = credit.frame
            found = Found(
                [(s.start, s.end)], credit.rule, credit.speakers, credit.via or [], credit.cue, credit.lemma,
                f.takes.stance("quote", "clause") if f and f.takes else "says", head=f.head if f else -1,
            )  # fmt: skip
            if f is not None:
                if f.negated:
                    found.stance = "withholds"
                f.used = True
            self.found.append(found)
            self.credit[n] = found

    def _before(self, n: int, s: Stretch) -> direct.Credit | None:
        credit = direct.before(self.w, s, self.frames)
        if credit is None:
            return None
        a, b = direct.right_window(self.w, s)
        if a < b and self.w.pos[a] != "PUNCT" and not self._ends_open(s) and self.text[s.end - 1 : s.end] not in _TERMINAL:
            if self.w.pos[a] not in {"CCONJ", "SCONJ", "ADP"} or s.end - s.start < 15:
                return None
        return credit

    def _ends_open(self, s: Stretch) -> bool:
        """Whether the stretch ends as a quote does whose attribution follows: with a comma, ? or !, or a comma after it."""
        last = self.text[s.end - 1 : s.end]
        return last in ",?!—–-" or self.text[s.close : s.close + 1] in ",—–-" or self.text[s.close : s.close + 2] == " ,"

    def _joins_split(self, n: int, s: Stretch) -> bool:
        """"A," X said, "B": B belongs to X when only the frame stands between them."""
        before = self.credit.get(n - 1)
        if before is None or not before.rule.startswith("quote-") or self.marks[n - 1].block != s.block:
            return False
        a, b = direct.left_window(self.w, s)
        if a >= b or self.w.start[a] < self.marks[n - 1].close:
            return False
        if not self.w.text[b - 1] in {",", "—", "–", "-", ";", ":", "and"} and self.w.text[b - 1 : b] != [","]:
            gap = self.text[self.marks[n - 1].close : s.open].rstrip()
            if not gap.endswith((",", "—", "–", ":", " and")):
                return False
        before.spans.append((s.start, s.end))
        self.credit[n] = before
        return True

    def indirect(self) -> None:
        """Take the complement of every frame that has credited no stretch."""
        for f in self.frames.values():
            if f.used or f.unreal:
                continue
            if f.takes is None:
                self._according(f)
            else:
                self._reported(f)

    def _reported(self, f: Frame) -> None:
        found = complements.complement(self.w, f)
        if found is None:
            self._parenthetical(f)
            return
        content, rule, take = found
        f.used = self._add(f, content, rule, take)

    def _add(self, f: Frame, content: Range, rule: str, take: str) -> bool:
        w = self.w
        content = extent.one_block(w, content, w.block[f.verb])
        content = extent.trimmed(w, extent.own_voice(w, content))
        spans = self._chars(content)
        if spans is None:
            return False
        quoted = any(m.start < spans[1] and spans[0] < m.end for m in self.marks)
        if rule in complements.NEED_QUOTED and not quoted:
            return False
        if not f.speakers and not f.passive:
            return False
        stance = f.takes.stance(take) if f.takes else f.stance
        found = Found([spans], rule, f.speakers, f.via, f.cue, f.lemma, "withholds" if f.negated else stance, head=f.head)
        self.found.append(found)
        for n, m in enumerate(self.marks):
            if m.start < spans[1] and spans[0] < m.end:
                self.credit.setdefault(n, found)
        return True

    def _chars(self, content: Range) -> tuple[int, int] | None:
        """Return the characters of a token range; a stretch that is cut by its edge is taken whole."""
        a, b = content
        if a >= b:
            return None
        s, e = self.w.start[a], self.w.end[b - 1]
        for m in self.marks:
            if m.open < s < m.close or (m.open < e < m.close) or (m.open >= s and m.close <= e):
                s, e = min(s, m.open), max(e, m.close)
        for m in self.marks:
            if m.open == s and m.close >= e:
                return m.start, m.end
        return s, e

    def _parenthetical(self, f: Frame) -> None:
        """The bridge is unsafe, officials said; …, they reason, …"""
        w = self.w
        low = f.low
        if low <= 0 or w.text[low - 1] != "," or "clause" not in f.takes.takes or not f.speakers:  # type: ignore[union-attr]
            return
        a = self._sentence_start(low - 1)
        if low - 1 - a < 2:
            return
        self._add(f, (a, low - 1), "parenthetical", "clause")

    def _sentence_start(self, i: int) -> int:
        w = self.w
        a = i
        while a > 0 and w.sent[a - 1] == w.sent[i] and w.block[a - 1] == w.block[i] and w.quoted[a - 1] == w.quoted[i]:
            a -= 1
        return a

    def _sentence_end(self, i: int) -> int:
        w = self.w
        b = i
        while b < len(w) and w.sent[b] == w.sent[i] and w.block[b] == w.block[i]:
            b += 1
        return b

    def _according(self, f: Frame) -> None:
        w = self.w
        end = max([f.cue[1], *(b for _, b in f.speakers)])
        if f.head >= 0:
            end = max(end, w.right[f.head] + 1)
        start = self._sentence_start(f.verb)
        stop = self._sentence_end(f.verb)
        if f.verb - start <= 2:
            self._add(f, (end, stop), "according-to", "clause")
        else:
            self._add(f, (start, f.verb), "according-to", "clause")

    def continued(self) -> None:
        """Give an uncredited quoted sentence to who spoke last before it."""
        for n, s in enumerate(self.marks):
            if n in self.credit or not self._utterance(n, s):
                continue
            last = self._last_speaker(s)
            if last is None:
                continue
            found = Found([(s.start, s.end)], "continuation", last.speakers, continued=True, head=last.head)
            self.found.append(found)
            self.credit[n] = found

    def _utterance(self, n: int, s: Stretch) -> bool:
        a, b = direct.left_window(self.w, s)
        if a < b:
            return False
        a, b = direct.right_window(self.w, s)
        return a >= b and s.end - s.start > 12 and (self.text[s.end - 1] in _TERMINAL or self.text[s.close : s.close + 1] in _TERMINAL)

    def _last_speaker(self, s: Stretch) -> Found | None:
        """The last one who spoke in this paragraph, or at the end of the paragraph before."""
        w = self.w
        here = [f for f in self.found if f.speakers and f.spans[-1][0] < s.start]
        if not here:
            return None
        last = max(here, key=lambda f: max(f.spans[-1][1], w.end[f.cue[1] - 1] if f.cue else 0))
        block = w.block[w.at(last.spans[-1][0])]
        return last if block in (s.block, s.block - 1) else None
