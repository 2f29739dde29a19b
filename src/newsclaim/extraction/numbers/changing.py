"""Verbs of change before a number: "rose", "cut", "went"; their words stand in `data/numbers/trends.toml`."""

from __future__ import annotations

import re
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Trend


@cache
def _trends() -> re.Pattern[str]:
    table = lexicon.load("numbers/trends")
    groups = (f"(?P<{name}>{'|'.join(table[name])})" for name in ("up", "down", "open"))
    foreseen = r"(?!\s+(?:forecast|rate|target|outlook|estimate|projection|prospect|figure)s?\b)"
    return re.compile(rf"\b(?:{'|'.join(groups)})\b{foreseen}", re.IGNORECASE)


#: "make up 16%", "up to 700", "gives off 13" tell of no change.
_NO_TREND = re.compile(
    r"(?i)\b(?:ma[dk]es?|making|sett?(?:s|ing)?|end(?:s|ed|ing)?|t[ao]k(?:es?|en|ing)|took|open(?:s|ed|ing)?|back(?:s|ed|ing)?"
    r"|br[eo]ak(?:s|ing)?|g[ai]v(?:es?|en|ing)|pick(?:s|ed|ing)?|com(?:e|es|ing)|came|settl(?:e|es|ed|ing)|writt?(?:e|en|ing)"
    r"|calm(?:s|ed|ing)?|sum(?:s|med)?|cough(?:s|ed|ing)?|show(?:s|ed|ing)?|turn(?:s|ed|ing)?|line[sd]?|blow[sn]?|blew|hold(?:s|ing)?|held"
    r"|stock(?:s|ed|ing)?|call(?:s|ed|ing)?|start(?:s|ed|ing)?|shut(?:s|ting)?|crack(?:s|ed|ing)?|la(?:y|id|ys|ying)|s[ai]t(?:s|ting)?|st[ao]n?o?d(?:s|ing)?|step(?:s|ped|ping)?"
    r"|(?:chalk|rack|notch|pil|clock|stack|sav|us|ti|lock|bring|follow|wrap|queu)(?:e?s|ed|ing)?|gun(?:s|ned|ning)?|sho(?:o?t|ots|oting)|burn(?:s|ed|t|ing)?|t(?:ear|ears|ore|orn|earing)|clos(?:e|es|ed|ing)|track(?:s|ed|ing)?|put(?:s|ting)?|play(?:s|ed|ing)?|buil[dt](?:s|ing)?|sign(?:s|ed|ing)?|round(?:s|ed|ing)?)\s+(?:up|down)$|\b(?:cut(?:s|ting)?\s+up|up\s+to)$"
    r"|\b(?!(?:is|are|was|were|be|been|now|still|c[ao]m(?:e|es|ing)|f[ae]ll(?:en|s)?)\b)[a-z]+\s+off$"
    r"|\b(?:an?|the|its|their|his|her)\s+(?:very\s+)?(?:narrow|slow)$"
)
_RAISED = re.compile(r"\s+(?:(?:by|to|from|\w+\s+by)\b|(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}(?:by\s+)?$)")
#: How far before a number its verb of change may stand.
_REACH = 46


_CLOSES = re.compile(r"(?i)\bclos(?:e|es|ed|ing)\s+(?:up|down)$")
_POINTS = re.compile(r"[\d.,]+\s?(?:%|per\s?cent|(?:basis\s+)?points?|cents)\b|[\d.,]+%")
#: What something is added to is no level that is reached by it, unlike "added 3% to 12,400".
TO_IT = re.compile(r"\bto\s+(?:the|an?|its|his|her|their|our|my|your)\b")


def _closes(text: str, start: int, before: str) -> bool:
    """Tell "shares closed down 12%" from "the firm closed down 12 shops"."""
    return _CLOSES.search(before) is not None and _POINTS.match(text, start) is not None


def change_before(text: str, start: int) -> tuple[Trend | None, int] | None:
    """Return the trend ("up", "down", None when it is open) of the last verb of change shortly before `start`.

    Who raises or lifts an amount changes nothing ("raised $5 million"), who raises something by or to it does.
    """
    piece = text[max(0, start - _REACH) : start]
    cut = max(piece.rfind(mark) for mark in (". ", ";", "\n", ": "))
    piece = piece[cut + 1 :] if cut >= 0 else piece
    found = list(_trends().finditer(piece))
    last = found[-1] if found else None
    if last is None or (_NO_TREND.search(piece[: last.end()]) and not _closes(text, start, piece[: last.end()])):
        return None
    if last.group().lower().startswith("add") and TO_IT.search(piece, last.end()):
        return None  # "adds 10% to the $5m bill"
    if last.group().lower().startswith(("rais", "lift")) and not _RAISED.match(piece[last.end() :]):
        return None
    trend: Trend | None = "up" if last["up"] else "down" if last["down"] else None
    return trend, start - len(piece) + last.end()
