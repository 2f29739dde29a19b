"""Marks that became others when a text was forced into an alphabet without them ("isn"t", "boat,"?said").

A curly apostrophe is left as a straight double mark, a dash and a closing mark before a no-break space as a mark and a
question mark, a no-break space as a hyphen (`blanks`). Each can be meant as well, so they are read as lost marks only
in a text that has a sure sign of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.repair.blanks import blanks
from newsclaim.repair.edits import Edit

#: isn"t, Trump"s, would"ve; and they'r for they’re.
_APOSTROPHE = re.compile(r'(?<=n)"\ufffd?(?=t\b)|(?<=[a-zI])"\ufffd?(?=(?:s|re|ve|ll|d|m)\b)|(?<=\bO)"\ufffd(?=[A-Z])')
_ARE = re.compile(r"\b(?:we|they|you)'r(?=\s)", re.IGNORECASE)
#: No writer sets these: won"t, boat,"?said, a word "?and.
_SURE_MARK = re.compile(r'n"t\b|[,.!?]"\?[A-Za-z"]|\s"\?[A-Za-z]|s"\?[a-z]|\s"\ufffd[\w\[ ]|(?:[a-z]|\bO)"\ufffd[\w—]')
#: Before or behind a mark that closes a quotation.
_ENDS = frozenset(",.!?;:")
_MARK = re.compile(r'"(?:\?(?=[^\W_]|["$@-])|\ufffd(?!\ufffd))?')


def lost(text: str) -> Iterator[Edit]:
    """Yield an edit for each mark that stands for a lost one."""
    edits: list[Edit] = []
    if '"' in text and _SURE_MARK.search(text):
        edits += _apostrophes(text)
        edits += _marks(text)
    edits += blanks(text)
    yield from sorted(edits, key=lambda edit: edit.start)


def _apostrophes(text: str) -> Iterator[Edit]:
    yield from (Edit(found.start(), found.end(), "’") for found in _APOSTROPHE.finditer(text))
    yield from (Edit(found.end(), found.end(), "e") for found in _ARE.finditer(text))


def _marks(text: str) -> Iterator[Edit]:
    """Yield what a mark and a question mark stand for: the mark that closes a quotation, an apostrophe, or a dash."""
    for line in re.finditer(r"[^\n]+", text):
        is_open, done = False, -1
        for found in _MARK.finditer(text, line.start(), line.end()):
            at, end = found.span()
            if _APOSTROPHE.match(text, at):
                continue
            before = text[at - 1 : at] if at > line.start() else " "
            if end - at == 1:
                is_open = not is_open
            elif text[at + 1] == "\ufffd":
                edit, is_open = _lost_sign(text, at, before, is_open=is_open)
                yield edit
            elif before.isspace() or (not is_open and at == done):
                yield Edit(at, end, "— ")
            elif is_open or not before.isalpha():
                yield Edit(at + 1, end, " ")
                is_open = False
            elif before == "s":
                yield Edit(at, end, "’ ")
            done = end


def _lost_sign(text: str, at: int, before: str, *, is_open: bool) -> tuple[Edit, bool]:
    """Return what a mark and a lost sign stand for, and whether a quotation is open behind them.

    They are a dash between words, or the mark that opens a quotation or closes it: at the end of a sentence or part, or
    behind a word and before a blank.
    """
    after = text[at + 2 : at + 3]
    ends = before in _ENDS or after in _ENDS or (before.isalnum() and (after.isspace() or not after))
    closes = is_open and ends
    if not closes and (before.isalnum() or after.isspace()):
        return Edit(at, at + 2, " — " if before.isalnum() else "—"), is_open
    return Edit(at + 1, at + 2, ""), not closes
