"""Results of games: "3-2", "a 2–1 win", "three for 89". Votes written the same way, runs and wickets are claims."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.ratios import is_offered
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/notclaims"
_PAIR = re.compile(
    r"\d{1,3}\s?[-–—‑:]\s?\d{1,3}(?!\d|,\d|%|\s?(?:million|billion|trillion|thousand|percent|per\s+cent)\b)"
)
#: Sets of a match stand side by side ("6-0 6-7 (2-7) 6-2").
_BESIDE = re.compile(r",?\s\(?\d{1,2}[-–]\d{1,2}\)?(?![\d,%-]|\s?[a-z]*(?:illion|ercent))")
_BEFORE = re.compile(r"(?<![\d-])\d{1,2}[-–]\d{1,2}\)?,?\s\(?$")
_WORD = re.compile(r"[a-z-]+")
_VOTES = frozenset({"vote", "votes", "voted"})


def is_score(view: View, quantity: Quantity) -> bool:
    """Is the number half of a result by the words around it?

    Ranges never fall, so a falling pair of small numbers is a result unless it tells of a vote.
    """
    number = quantity.number
    if quantity.measure is not None or not number.digits or number.form != "point" or number.scale > 1:
        return False
    pair = _pair_at(view.text, quantity.shown_start)
    if pair is None:
        return _is_of_points(view, quantity)
    if is_offered(view.text, pair[1]):
        return False
    if _falls(view.text[pair[0] : pair[1]]):
        near = _words(view.text, pair[0] - 60, pair[1] + 40)
        return not near & lexicon.words(_LISTS, "vote_words") or bool(near & lexicon.words(_LISTS, "game_words"))
    if _BESIDE.match(view.text, pair[1]) or _BEFORE.search(view.text, max(0, pair[0] - 10), pair[0]):
        return True
    close = _words(view.text, pair[0] - 40, pair[1] + 25)
    told = close & lexicon.words(_LISTS, "score_words")
    return bool(told) and not close & _VOTES and not view.plural_follows(pair[1])


_POINTS = re.compile(r"\d{1,3}\s+(?:points?|goals?|runs?|tries)\s+to\s+\d{1,3}\b(?!\s*(?:%|per\s?cent|million))")
#: No pair of points is longer.
_LONGEST = 24
_WON = re.compile(r"\b(?:defeat|beat|win|won|lost|lose|victory|draw|drew|thrash|down)\w*\b", re.IGNORECASE)


def _is_of_points(view: View, quantity: Quantity) -> bool:
    """Is it a side of "defeated Wynn 45 points to 24"?"""
    low = max(0, quantity.shown_start - 16)
    near = _POINTS.finditer(view.text, low, quantity.shown_start + _LONGEST)
    match = next((m for m in near if m.start() <= quantity.shown_start < m.end()), None)
    return match is not None and _WON.search(view.text, max(0, match.start() - 40), match.end() + 20) is not None


def _words(text: str, start: int, end: int) -> set[str]:
    return set(_WORD.findall(text[max(0, start) : end].lower()))


def _falls(pair: str) -> bool:
    left, right = map(int, re.findall(r"\d+", pair))
    return left >= right


def _pair_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the offsets of two small numbers with a dash between, of which one begins at `start`."""
    for at in (start, start - 2, start - 3, start - 4):
        if at < 0 or (at > 0 and text[at - 1].isdigit()):
            continue
        match = _PAIR.match(text, at)
        if match and start < match.end():
            return match.span()
    return None


#: "7 for 309", "no wicket for 126", "2-17" is read with the other results.
_WICKETS = re.compile(
    r"\b(?:\d|10|no\s+wickets?|zero|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:wickets?\s+)?for\s+\d{1,3}\b"
)
_OUT = re.compile(
    r"\b(?:caught|bowled?|out|leg\s+before|lbw|dismissed|removed|stumped|wicket|fell|innings|all\s+out)\b[^.;]{0,70}\bfor\s+$"
)
_REACHED = re.compile(
    r"(?i)\b(?:scored|unbeaten|not\s+out|chasing|needing|needed?|set|lead\s+of|trail(?:ed|ing)?\s+by|adding|added|mak(?:e|ing)|made|on|hit)\s+$"
)
#: No pair is longer.
_LONGEST_PAIR = 26
_HIGHEST = 1000


def is_innings(view: View, quantity: Quantity) -> bool:
    """Is it a score in an article that tells of cricket, no number of runs, wickets or anything else?"""
    if quantity.measure is not None or quantity.number.form != "point" or not view.tells_of_cricket:
        return False
    start = quantity.shown_start
    pairs = _WICKETS.finditer(view.text, max(0, start - _LONGEST_PAIR), start + _LONGEST_PAIR)
    if any(pair.start() <= start < pair.end() for pair in pairs):
        return True
    if not quantity.number.digits or view.noun_follows(quantity.end) or (quantity.value or 0) >= _HIGHEST:
        return False
    before = view.text[max(0, quantity.start - 90) : quantity.start]
    return _REACHED.search(before) is not None or _OUT.search(before) is not None
