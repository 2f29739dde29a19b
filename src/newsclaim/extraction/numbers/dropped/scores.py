"""Results of games: "3-2", "a 2–1 win". Votes written the same way are claims."""

from __future__ import annotations

import re

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.extraction.numbers.view import View

_LISTS = "numbers/notclaims"
_PAIR = re.compile(r"\d{1,3}\s?[-–—‑:]\s?\d{1,3}(?![\d,%])")
_WORD = re.compile(r"[a-z-]+")
_GAMES = frozenset({"goal", "goals", "match", "beat", "game", "half", "league"})
_VOTES = frozenset({"vote", "votes", "voted"})


def is_score(view: View, quantity: Quantity) -> bool:
    """Is the number half of a result, or a range that is one by the words around it?

    Ranges never fall, so a falling pair of small numbers is a result unless it tells of a vote.
    """
    if quantity.measure is not None or not quantity.number.digits or quantity.number.form not in ("point", "range"):
        return False
    pair = _pair_at(view.text, quantity.shown_start)
    if pair is None:
        return False
    near = set(_WORD.findall(view.text[max(0, pair[0] - 60) : pair[1] + 40].lower()))
    if quantity.number.form == "point":
        return not near & lexicon.words(_LISTS, "vote_words") or bool(near & _GAMES)
    close = set(_WORD.findall(view.text[max(0, pair[0] - 40) : pair[1] + 25].lower()))
    told = close & lexicon.words(_LISTS, "score_words")
    return bool(told) and not close & _VOTES and not view.plural_follows(quantity.end)


def _pair_at(text: str, start: int) -> tuple[int, int] | None:
    """Return the offsets of two small numbers with a dash between, of which one begins at `start`."""
    for at in (start, start - 2, start - 3, start - 4):
        if at < 0 or (at > 0 and text[at - 1].isdigit()):
            continue
        match = _PAIR.match(text, at)
        if match and start < match.end():
            return match.span()
    return None
