"""Where the paragraphs of a text stand: one per line, or joined lines where the text was wrapped by hand.

A wrapped text is known by its breaks: a line ends where the next word would not have fitted, and the next line goes on
in small letters. A break after a line with room to spare is a real one. In a scraped text breaks and blank lines stand
where a link or an indented tag stood, in the middle of sentences.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

#: Widths that texts are wrapped at; longer lines are paragraphs.
_NARROWEST, _WIDEST = 35, 110
#: Share of breaks that must be forced by the width, and share that must run on in small letters.
_MOSTLY_FULL, _OFTEN_RUNNING = 0.7, 0.4
#: Ragged wrapping leaves a little room.
_SLACK = 6
_BULLETS = ("- ", "• ", "* ", "· ", "▪ ", "● ", "◦ ", "‣ ", "– ", "-\t", "•\t")
_TERMINAL = '.!?:"”’»'
#: Words that no line ends with unless it was cut.
_OPEN = frozenset(
    {"the", "a", "an", "of", "and", "to", "in", "on", "at", "by", "for", "with", "from", "as", "that", "who", "which"}
)
_LONGEST_WORD = 40
#: A text was scraped when so many lines, and so large a share of them, go on with a sentence, and most of those end.
_FEWEST_CUT, _OFTEN_CUT, _OFTEN_WHOLE = 3, 0.2, 0.5
#: No article has more paragraphs; what follows is one.
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_blank: bool


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each paragraph of `text`, in order; together they cover all that is no white space."""
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    cut = _cut_sentences(text, lines) if width is None else frozenset()
    spans: list[tuple[int, int]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        in_list = bool(spans) and is_bullet(text[spans[-1][0] : spans[-1][0] + 2])
        soft = before is not None and width is not None and _is_soft(text, before, line, width, in_list=in_list)
        if soft or line.start in cut or len(spans) >= _MOST:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return spans


def is_bullet(line: str) -> bool:
    """Return whether a line is an item of a list."""
    return line.startswith(_BULLETS)


def _lines(text: str) -> Iterator[_Line]:
    at, blank = 0, True
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            yield _Line(at + indent, at + indent + len(bare), indent, blank)
        blank = not bare
        at += len(line)


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """Return the width that `text` was wrapped at, None when each line is a paragraph."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.after_blank]
    if not pairs:
        return None
    lengths = sorted(a.end - a.start + a.indent for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_no_room(text, a, b, width) for a, b in pairs)
    running = sum(_runs_on(text, a, b) for a, b in pairs)
    wrapped = full >= _MOSTLY_FULL * len(pairs) and running >= _OFTEN_RUNNING * len(pairs)
    return width if wrapped else None


def _cut_sentences(text: str, lines: list[_Line]) -> frozenset[int]:
    """Return where lines start that go on with a sentence, in a text that was scraped: many of its lines do."""
    cut: set[int] = set()
    for before, line in itertools.pairwise(lines):
        if _goes_on(text, before, line) or (before.start in cut and _is_link(text, before, line)):
            cut.add(line.start)
    last = [a for a, b in itertools.pairwise(lines) if a.start in cut and b.start not in cut]
    last += [line for line in lines[-1:] if line.start in cut]
    whole = sum(text[line.end - 1] in _TERMINAL for line in last)
    scraped = len(cut) >= max(_FEWEST_CUT, _OFTEN_CUT * len(lines)) and whole >= _OFTEN_WHOLE * len(last)
    return frozenset(cut) if scraped else frozenset()


def _goes_on(text: str, before: _Line, line: _Line) -> bool:
    """Return whether a sentence goes on over a break: with a small letter, or behind a word that ends none."""
    if is_bullet(text[line.start : line.start + 2]) or text[before.end - 1] in _TERMINAL:
        return False
    last = text[before.start : before.end][-_LONGEST_WORD:].rsplit(maxsplit=1)[-1]
    return text[line.start].islower() or text[line.start] in ",.;" or last in _OPEN or last.endswith(",")


def _is_link(text: str, before: _Line, line: _Line) -> bool:
    """Return whether a name that stood in a tag of its own goes on on the next line ("Carla", "Muster")."""
    return before.indent > 0 and line.indent > 0 and not line.after_blank and text[before.end - 1] not in _TERMINAL


def _is_soft(text: str, before: _Line, line: _Line, width: int, *, in_list: bool) -> bool:
    """Return whether the break between two lines is the wrapper's; `in_list`: the paragraph so far is a list item."""
    if line.after_blank:
        return False
    if is_bullet(text[line.start : line.start + 2]):
        # Also a dash in a sentence may come to stand first in a line.
        return not in_list and text[before.end - 1] not in _TERMINAL and _no_room(text, before, line, width - _SLACK)
    if line.indent > before.indent + 1 and not in_list:
        return False  # a paragraph's indented first line; under a list item it is the item's own
    return _runs_on(text, before, line) or _no_room(text, before, line, width - _SLACK)


def _no_room(text: str, line: _Line, following: _Line, width: int) -> bool:
    word = text[following.start : min(following.end, following.start + _WIDEST)].split(maxsplit=1)[0]
    return line.indent + line.end - line.start + 1 + len(word) > width


def _runs_on(text: str, line: _Line, following: _Line) -> bool:
    return text[line.end - 1] not in _TERMINAL and text[following.start].islower()
