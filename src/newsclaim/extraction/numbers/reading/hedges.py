"""Hedges before and behind a number, and the bounds they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclaim import lexicon
from newsclaim.extraction.numbers.quantity import Quantity
from newsclaim.models import Qualifier

#: How far before a number a hedge may begin.
_WINDOW = 36
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge as found: its meaning and where its words begin or end."""

    qualifier: Qualifier
    at: int


@cache
def _table(where: str) -> dict[str, Qualifier]:
    table = lexicon.load("numbers/qualifiers")[where]
    return {phrase: name for name, phrases in table.items() for phrase in phrases}


def _joined(phrases: dict[str, Qualifier]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


#: What may stand between a hedge and its number.
_FILLER = r"\s+(?:an?\s+additional|an?|the|another|only|just|a\s+total\s+of)"
_FILLED = re.compile(rf"{_FILLER}$")


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w-])(?P<hedge>{_joined(_table('before'))})(?P<filler>(?:{_FILLER})?\s*-?)$")


@cache
def _last_words() -> tuple[str, ...]:
    """Return the words that a hedge before a number may end with: they are asked for first, as most have none."""
    return tuple(sorted({phrase.split()[-1] for phrase in _table("before")}))


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<hedge>{_joined(_table('after'))})(?!\w)", re.IGNORECASE)


def before(text: str, start: int) -> Hedge | None:
    """Return the hedge whose words end at `start` ("more than", "as many as")."""
    piece = text[max(0, start - _WINDOW) : start]
    plain, ends = piece.rstrip(" \t\n\u00a0-").lower(), _last_words()
    if not (plain.endswith(ends) or _FILLED.sub("", plain).rstrip().endswith(ends)):
        return None
    match = _before().search(piece)
    if not match:
        return None
    phrase = _plain(match["hedge"])
    beside = phrase.endswith(_BESIDE_IT) and not phrase.startswith(_NEARLY)
    spatial = beside and match["filler"].strip().lower() == "the"
    if spatial or _is_no_hedge(phrase, piece[: match.start()]) or _is_no_count(phrase, text, start):
        return None
    return Hedge(_table("before")[phrase], start - len(piece) + match.start())


#: With an article, hedges that end so tell of a place, a choice ("over the two posed by others") or what another number
#: is compared with ("lower than the 51.7 in May"), not of a bound ("just under the $5 million mark").
_BESIDE_IT = ("over", "under", "above", "below", "past", "beyond", "than")
_NEARLY = ("just", "slightly", "a little")


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _is_no_hedge(phrase: str, left: str) -> bool:
    stops = lexicon.load("numbers/qualifiers")["not_after"].get(phrase, ())
    last = re.search(r"(\w+)\s*$", left)
    return last is not None and last[1].lower() in stops


def _is_no_count(phrase: str, text: str, start: int) -> bool:
    """Does the number stand for a thing and count none ("a good one")?"""
    stops = lexicon.load("numbers/qualifiers")["not_before"].get(phrase, ())
    behind = _WORD.match(text, start)
    return behind is not None and behind[0].lower() in stops


def after(text: str, end: int, stop: int | None = None) -> Hedge | None:
    """Return the hedge whose words begin at `end` ("or more", "-plus"), and end before `stop` when that is given."""
    match = _after().match(text, end)
    if not match or (stop is not None and match.end() > stop):
        return None
    if match["hedge"].lower() in ("plus", "roughly", "approximately", "maximum", "minimum") and re.match(
        r"\s+\S", text[match.end() : match.end() + 3]
    ):
        return None
    if _OF_NEXT.match(match["hedge"]) and _OTHER.match(text, match.end()):
        return None  # "under 15 and over 45", "by 2031 at least 1%", but "300 or more $5 notes"
    if match["hedge"] == "+" and text[match.end() : match.end() + 1] in ("/", "-", "−"):
        return None  # "9.8 +/- 0.1"
    return Hedge(_table("after")[_plain(match["hedge"])], match.end())


_OF_NEXT = re.compile(r"and\s|or\s+(?:over|above|under|below)$|at\s", re.IGNORECASE)
_OTHER = re.compile(r"\s+[$€£]?\d")


def bounds(qualifier: Qualifier, value: float | None) -> tuple[float | None, float | None]:
    """Return the bounds that a hedge gives a point value: open sides are None."""
    if qualifier == "exact":
        return value, value
    if qualifier in ("at_least", "more_than"):
        return value, None
    return (None, value) if qualifier in ("at_most", "less_than") else (None, None)


def hedge(text: str, quantity: Quantity) -> None:
    """Add the hedges before and behind the number and the bounds they give."""
    first = before(text, quantity.start) or after(text, quantity.shown_end, quantity.end)
    behind = after(text, quantity.end)
    if first is not None and any(means(text, quantity, first.at) for means in _NO_HEDGES):
        first = None
    if first is not None:
        quantity.start = min(first.at, quantity.start)
    if behind is not None:
        quantity.end = behind.at
    qualify(quantity, first or behind or _behind_bracket(text, quantity))


_BRACKET = re.compile(r"(?:\s\([^()\n]{1,60}|[^()\n]{0,40})\)(?=\s+(?:or|and)\s+\w+\b(?!\s+than\b))")


def _behind_bracket(text: str, quantity: Quantity) -> Hedge | None:
    """Return the hedge behind the same measure in another unit ("18 inches (46 centimetres) or more")."""
    bracket = _BRACKET.match(text, quantity.end) if quantity.measure is not None else None
    return after(text, bracket.end()) if bracket is not None else None


_OVER = re.compile(r"over\b", re.IGNORECASE)
_LASTING = re.compile(
    r"(?i)\b(?:for|of|by|after|in|is|was|were|be|been|lasts?|lasted|took|takes?|taken|spent|with|just|well|a|at|than|served|waited|worked)\s+$"
)


def _is_during(text: str, quantity: Quantity, at: int) -> bool:
    """Does "over" mean "during" ("$1 billion over five years"), not "more than" ("lasted over five years")?"""
    during = quantity.measure == "duration" and _OVER.match(text, at) is not None
    return during and not _LASTING.search(text, max(0, at - 12), at)


_UNDER = re.compile(r"(?:under|below)\b", re.IGNORECASE)
_LYING = re.compile(r"\b(?:from|buried|trapped|submerged|hidden|lay|lies?|lying|sunk|found|covered)\s+$")


def _is_beneath(text: str, quantity: Quantity, at: int) -> bool:
    """Does "under" tell where something lies ("buried under two metres of snow"), not of less than that?"""
    deep = quantity.measure == "distance" and _UNDER.match(text, at) is not None
    return deep and _LYING.search(text, max(0, at - 12), at) is not None


_DONE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?(\w+)\s+$")
_TIMES = re.compile(r"\s+(?:times|occasions)\b")


def _is_cause(text: str, quantity: Quantity, at: int) -> bool:
    """Does "over" tell why something was done to somebody ("arrested over two thefts"), not how often or how much?"""
    counts = quantity.measure is None and _OVER.match(text, at) is not None
    done = _DONE.search(text, max(0, at - 40), at) if counts else None
    verbs = lexicon.load("numbers/qualifiers")["done_over"]["verbs"]
    return done is not None and done[1] in verbs and not _TIMES.match(text, quantity.end)


def _is_way(text: str, quantity: Quantity, at: int) -> bool:
    """Does "up to" tell which way it went ("edged up to 53.4 from 53.1")?"""
    return text.startswith("up to", at) and _FROM_THEN.match(text, quantity.end) is not None


_FROM_THEN = re.compile(r"(?:\s+in\s+\w+)?\s+from\s+(?:(?:a|an|the|about|just)\s+)?[$€£]?\d")
_NO_HEDGES = (_is_during, _is_beneath, _is_cause, _is_way)


def qualify(quantity: Quantity, found: Hedge | None) -> None:
    """Give a quantity the meaning of a hedge: its qualifier and the bounds."""
    name = found.qualifier if found else "exact"
    if quantity.value is None:
        if found and quantity.number.form == "range":
            quantity.qualifier = name
        elif quantity.number.form == "vague":
            quantity.qualifier = name if found and name != "approx" else "approx"
        return
    if quantity.number.rule == "couple" and found is None:
        name = "approx"
    quantity.qualifier = name
    quantity.low, quantity.high = bounds(name, quantity.value)
