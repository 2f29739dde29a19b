"""What is wrong with a text, in words, where a reader of the findings should know it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.repair.glue import glue
from newsclaim.repair.mojibake import mojibake

_CONTROLS = re.compile("[\x80-\x9f]")
#: How some services end a text that they cut off ("… [+2310 chars]").
_CUT_OFF = re.compile(r"\[\+?(\d+) (?:more )?char(?:acter)?s\]\s*\Z")
_KEPT = "read as they were meant (--repair keeps the mended text)"
#: Fewer lost spaces are slips of the writer.
_MANY = 3


def problems(text: str) -> Iterator[str]:
    """Yield what is damaged in a text: what could be undone, and what could not."""
    lost = text.count("\ufffd")
    if lost:
        yield f"{_n(lost, 'character')} of the text {'was' if lost == 1 else 'were'} lost before it was read (\ufffd)"
    wrong = len(_CONTROLS.findall(text)) + sum(1 for _ in mojibake(text))
    if wrong:
        yield f"{_n(wrong, 'character')} of the text came in a wrong encoding and were {_KEPT}"
    glued = sum(1 for _ in glue(text))
    if glued >= _MANY:
        yield f"{_n(glued, 'space')} between words of the text were lost and {_KEPT}"
    cut = _CUT_OFF.search(text)
    if cut:
        yield f"the text is cut off at its end: {cut[1]} characters more are said to follow; give the whole article"


def _n(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
