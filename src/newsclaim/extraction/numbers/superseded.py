"""A figure that the article itself calls an earlier one: "This revised downwards an earlier toll of 27".

It is the earlier value of the number that replaces it: the nearest total of the same class in its sentence, in the two
before, or in the next one. Where several numbers stand there in a row, none is known to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclaim.extraction.numbers.draft import Draft

_BEFORE = r"(?:earlier|initial|previous(?:ly\s+\w+)?|original|first|preliminary|prior|provisional)"
_FIGURE = r"(?:death\s+|casualty\s+|official\s+)?(?:toll|count|figure|estimate|tally|report|total)s?"
_HEDGE = r"(?:(?:at\s+least|more\s+than|about|around|some|nearly|up\s+to|over)\s+)?"
#: "an earlier toll of", "its initial figure was"; not "an earlier attack that killed 27", "the first of 27 ships".
_CALLED = re.compile(
    rf"(?i)\b(?:an?|the|its|their|his|her|that)\s+{_BEFORE}\s+(?:reported\s+|announced\s+|official\s+)?{_FIGURE}"
    rf"\s+(?:of|was|had\s+been|stood\s+at|put\s+at|that\s+put\s+\w+\s+at)\s+{_HEDGE}$"
)
#: "had earlier given it as", "first put at", "initially reported"; not "first reported on 27 cases".
_GIVEN = re.compile(
    rf"(?i)\b(?:first|initially|earlier|previously|originally)\s+(?:been\s+)?(?:given|put|reported|announced|estimated|stated)"
    rf"\s+(?:(?:it|them|this)\s+)?(?:as\s+|at\s+|to\s+be\s+)?{_HEDGE}$"
)
#: Behind the number: "the 27 deaths first reported".
_REPORTED = re.compile(
    r"(?i)(?:\s+\w+){0,2}\s+(?:first|initially|earlier|previously|originally)\s+(?:reported|announced|given|counted|feared)\b"
)
#: So many characters before a number are looked at, and so many sentences before its own.
_LOOKED_AT, _BACK = 70, 2


def tie_superseded(text: str, drafts: Sequence[Draft]) -> None:
    """Make figures that are called earlier ones the earlier value of the number that replaces them."""
    called = {id(one) for one in drafts if _is_called_earlier(text, one)}
    for one in drafts:
        if id(one) in called and one.later is None:
            later = next(_replacing(drafts, one, called), None)
            if later is not None:
                later.quantity.earlier, one.later = one.quantity, later.quantity
                later.quantity.paired = one.quantity.paired = "superseded"


def _is_called_earlier(text: str, one: Draft) -> bool:
    start, end = one.quantity.start, one.quantity.end
    opening = max(one.sentence.start, start - _LOOKED_AT)
    before = any(pattern.search(text, opening, start) for pattern in (_CALLED, _GIVEN))
    return before or _REPORTED.match(text, end, one.sentence.end) is not None


def _replacing(drafts: Sequence[Draft], earlier: Draft, called: set[int]) -> Iterator[Draft]:
    """Yield numbers that may replace an earlier figure, the likeliest first."""
    firsts = sorted({one.sentence.first for one in drafts})
    own = firsts.index(earlier.sentence.first)
    near = [firsts[own], *reversed(firsts[max(0, own - _BACK) : own]), *firsts[own + 1 : own + 2]]
    for first in near:
        found = [
            one for one in drafts
            if one.sentence.first == first and one is not earlier and id(one) not in called and _is_alike(one, earlier)
        ]  # fmt: skip
        if len(found) == 1:
            yield found[0]


def _is_alike(one: Draft, earlier: Draft) -> bool:
    """Whether one may be the later value of the other: a total of the same class and unit that follows no other."""
    a, b = one.quantity, earlier.quantity
    same = (one.kind, a.unit, a.measure) == (earlier.kind, b.unit, b.measure)
    return same and one.role == "total" and a.earlier is None and a.value not in {None, b.value}
