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


_PHRASAL = re.compile(r"(?i)\b(?P<verb>[a-z]+)\s+(?P<particle>up|down|off)$")
#: "up to 700" and "its narrow" tell of no change.
_NO_TREND = re.compile(r"(?i)\bup\s+to$|\b(?:an?|the|its|their|his|her)\s+(?:very\s+)?(?:narrow|slow)$")
_RAISED = re.compile(r"\s+(?:(?:by|to|from|\w+\s+by)\b|(?:its|their|the|his|her)\s+(?:[\w’'-]+\s+){1,4}(?:by\s+)?$)")
#: How far before a number its verb of change may stand.
_REACH = 46
#: By so much shares close up or down.
_POINTS = re.compile(r"[\d.,]+\s?(?:%|per\s?cent|(?:basis\s+)?points?|cents)\b|[\d.,]+%")
#: What something is added to is no level that is reached by it, unlike "added 3% to 12,400".
TO_IT = re.compile(r"\bto\s+(?:the|an?|its|his|her|their|our|my|your)\b")


def _is_no_change(text: str, start: int, before: str) -> bool:
    """Tell "made up 16%", "closed down 12 shops", "gives off 13" from "is up 16%", "shares closed down 12%"."""
    phrase = _PHRASAL.search(before)
    if phrase is None:
        return _NO_TREND.search(before) is not None
    verb, particle = phrase["verb"].lower(), phrase["particle"].lower()
    if particle == "off":
        return verb not in lexicon.words("numbers/trends", "falling_off")
    if verb in lexicon.words("numbers/trends", "closing"):
        return _POINTS.match(text, start) is None
    return verb in lexicon.words("numbers/trends", "phrasal") or f"{verb} {particle}" in _CUT_UP


#: "cut down" tells of a change.
_CUT_UP = frozenset({"cut up", "cuts up", "cutting up"})


def change_before(text: str, start: int) -> tuple[Trend | None, int] | None:
    """Return the trend ("up", "down", None when it is open) of the last verb of change shortly before `start`.

    Who raises, lifts or recovers an amount changes nothing ("raised $5 million"), who raises something to it does.
    """
    piece = text[max(0, start - _REACH) : start]
    cut = max(piece.rfind(mark) for mark in (". ", ";", "\n", ": "))
    piece = piece[cut + 1 :] if cut >= 0 else piece
    found = list(_trends().finditer(piece))
    last = found[-1] if found else None
    if last is None or _is_no_change(text, start, piece[: last.end()]):
        return None
    if last.group().lower().startswith("add") and TO_IT.search(piece, last.end()):
        return None  # "adds 10% to the $5m bill"
    if last.group().lower().startswith(("rais", "lift", "recover")) and not _RAISED.match(piece[last.end() :]):
        return None
    trend: Trend | None = "up" if last["up"] else "down" if last["down"] else None
    return trend, start - len(piece) + last.end()
