"""Counts and lengths of time that something has risen or fallen to or by: "fell to 23,000", "cut by two years"."""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.changing import change_before
from newsclaim.extraction.numbers.draft import Draft
from newsclaim.extraction.numbers.quantity import Change
from newsclaim.extraction.numbers.view import View

_OBJECT_BY = re.compile(r"\s+(?:(?:its|their|the|his|her)\s+)?(?:[\w’'-]+\s+){1,6}?by\s+(?:an?\s+|the\s+)?")
#: Done to what has risen or fallen, by something of that size ("the rises would be offset by a $5m fund").
_DONE_BY = re.compile(r"\b(?:be|been|being|is|are|was|were)\s")
_BY_SO_MANY = re.compile(r"\s+of\s+(?:(?:another|some)\s+)?")
_TO = re.compile(
    r"\s+(?:[a-z]+ly\s+)?to\s+(?:(?:more\s+than|less\s+than|a|an|the|its|their|his|her|just|only)\s+)*[\"“]?"
)
_BEATEN = frozenset({"lose", "add", "lift", "go"})
#: Before several others no count is reached ("fell to two sides", "advanced to four finals").
_DONE_TO = _BEATEN | {"advance", "fall", "move", "slip", "drop"}


def is_by_so_much(between: str) -> bool:
    """Does what changes stand between its verb and the size of the change ("raised its dividend by 10 percent")?"""
    return _OBJECT_BY.fullmatch(between) is not None and not _DONE_BY.search(between)


def reached(view: View, made: Draft) -> Change | None:
    """Read "the number fell to 23,000" as a level, "a rise of 40 boats" and "cut by two years" as steps."""
    quantity = made.quantity
    if quantity.measure not in (None, "duration") or quantity.is_part:
        return None
    sized = quantity.measure is not None and view.noun_follows(quantity.end)  # "fell to a five-year low"
    change = None if sized else change_before(view.text, quantity.start)
    if change is None:
        return None
    word, between = view.within(change[1] - 1), view.text[change[1] : quantity.start]
    if _is_size(view, made, word, between):
        return Change(change[0], step=True, rule="size-of")
    other = _DONE_TO if made.thing is not None and made.thing.rule == "noun-behind" else _BEATEN
    leads = view.w.pos[word] == "VERB" and view.w.lemma[word] not in other
    return Change(change[0], step=False, rule="reached") if leads and _TO.fullmatch(between) else None


def _is_size(view: View, made: Draft, word: int, between: str) -> bool:
    """Is the number the size of a change: behind its noun and "of", or a length of time behind its verb and "by"?"""
    w = view.w
    if made.quantity.measure is not None and (between == " by " or is_by_so_much(between)):
        return True
    single = any(w.low[k] in ("a", "an") for k in w.lefts(word))
    return single and w.pos[word] == "NOUN" and _BY_SO_MANY.fullmatch(between) is not None
