"""Does a number tell of a rise or a fall: "rose 5%", "the toll rose to 66", "a 6 percent drop in sales"?"""

from __future__ import annotations

import re

from newsclaim.extraction.numbers.changes import change_before
from newsclaim.extraction.numbers.drafts import Draft
from newsclaim.extraction.numbers.quantity import Trend
from newsclaim.extraction.numbers.view import View

_STEP = re.compile(r"\s*(?:by|of|in|as\s+much\s+as|another|a\s+further|more\s+than|to|for)?\s*")
_TOLL_STEP = re.compile(rf"{_STEP.pattern}|(?:\s+[\w’'-]+){{0,6}}\s+to\s+")
#: Between a verb of change and a percentage: what changes ("raised its dividend 10 percent") or the pace of it
#: ("expanded at an annual rate of"). "cut its forecast from" leads to the earlier value.
_OBJECT = re.compile(
    r"\s+(?:(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}?(?:by\s+)?"
    r"|at\s+an?\s+(?:[\w-]+\s+){0,3}?(?:(?:rate|pace)\s+of\s+)?)"
)
_NO_STEP = re.compile(r"\b(?:from|to|of|and|in|at|with|on|for|but|which|that)\s", re.IGNORECASE)
#: Ways in which a level was found that rises and falls ("the toll rose to 66").
_LEVELS = frozenset({"toll", "number-of", "population", "total", "level-of"})
_UP = r"rise|increase|gain|jump|climb|surge|growth|advance|improvement|uptick|hike"
_DOWN = r"drop|fall|decline|decrease|loss|slide|slump|plunge|reduction|cut|dip|contraction|slowdown"
_NOUN_BEHIND = re.compile(
    rf"[\s-]+(?:\w+\s+){{0,2}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?=\s+(?:in|from|on|for|to|over|last|this|since|after)\b|\s*[,.;])"
)
_THAN = re.compile(r"\s+(?:(?P<up>more|higher)|less|fewer|lower)(?:\s+\w+)?\s+than\b")
#: "41.3 points, or 0.6 percent": the same change said twice.
_OR = re.compile(r",?\s+or\s+(?:about\s+|nearly\s+|some\s+|almost\s+|roughly\s+)?")


def trend_of(view: View, made: Draft, before: Draft | None) -> Trend | None:
    """Return whether the number tells of a rise or a fall.

    Args:
        view: the article.
        made: the claim in the making.
        before: the claim before it, whose change it may say again in another unit ("or 0.6 percent").
    """
    quantity = made.quantity
    if quantity.trend is not None:
        return quantity.trend
    levelled = made.thing is not None and (
        made.thing.rule in _LEVELS or "toll" in view.text[quantity.start - 30 : quantity.start]
    )
    if not levelled and not _may_change(made):
        return None
    if quantity.measure == "share" and (than := _THAN.match(view.text, quantity.end)) is not None:
        return "up" if than["up"] else "down"
    if quantity.measure == "share" and (behind := _NOUN_BEHIND.match(view.text, quantity.end)) is not None:
        return "up" if behind["up"] else "down"
    return _by_verb(view, made, levelled=levelled) or _said_again(view, made, before)


def _may_change(made: Draft) -> bool:
    """Is it an amount or a measure, points of an index, or the bare level of one?"""
    if made.quantity.measure in ("share", "money", "measure") or made.kind == "share":
        return True
    points = made.thing is not None and made.thing.head == "point"
    return points or (made.thing is None and made.quantity.measure is None and made.about is not None)


def _by_verb(view: View, made: Draft, *, levelled: bool) -> Trend | None:
    change = change_before(view.text, made.quantity.start)
    if change is None:
        return None
    between = view.text[change[1] : made.quantity.start]
    if (_TOLL_STEP if levelled else _STEP).fullmatch(between):
        return change[0]
    share = made.quantity.measure == "share" or made.kind == "share"
    if not share or not _OBJECT.fullmatch(between):
        return None
    words = re.sub(r"^\s+at\s+an?\s|\s(?:rate|pace)\s+of\s", " ", between)
    return None if _NO_STEP.search(words) else change[0]


def _said_again(view: View, made: Draft, before: Draft | None) -> Trend | None:
    if before is None or made.quantity.measure == before.quantity.measure == "money":
        return None
    if made.quantity.measure != "share" or not _may_change(before) or before.sentence.first != made.sentence.first:
        return None
    between = view.text[before.quantity.end : made.quantity.start]
    between = re.sub(r"^\s+points?\b", "", between)
    return trend_of(view, before, None) if len(between) < 16 and _OR.fullmatch(between) else None
