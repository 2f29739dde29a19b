"""Which time phrase of a sentence belongs to a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from newsclaim.extraction.numbers.fields.times.phrases import DAYS, SINCE, TimePhrase
from newsclaim.lexicon import either

#: A time that opens the sentence holds for all of it.
_LEADING = 4
#: Farther than this no phrase is looked for; it keeps sentences of any length cheap.
_REACH = 420
_CLAUSE = re.compile(
    r"[;:“”\"]|,\s+and\s+(?:its|his|her|their)\b|\b(?:while(?!\s+\w+ing\b)|after|when|but|said|says|announced|reported|told|revealed|confirmed|added|stated|warned|showed)\b"
)
#: The day on which something was said is not that of what is said ("said on Thursday that profit rose").
_SAID_THEN = r"\s+(?:[\w’']+\s+)?(?:in\s+a\s+\w+\s+)?$"
_NEAR = 190


@cache
def _telling(behind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either('numbers/times', 'telling')})\b{behind}")


def nearest(found: list[TimePhrase], start: int, end: int, text: str, opening: int) -> TimePhrase | None:
    """Return the time phrase that belongs to a claim: the nearest with no other clause between.

    `opening` is where the sentence begins.
    """
    if any(phrase.start < end and start < phrase.end for phrase in found):
        return None  # "in the next two weeks, although so far": it is a time itself
    low = bisect_left(found, start - _REACH, key=lambda phrase: phrase.start)
    high = bisect_left(found, end + _NEAR, key=lambda phrase: phrase.start)
    scored = ((_distance(phrase, start, end, text, opening), phrase.start, phrase) for phrase in found[low:high])
    best = min((entry for entry in scored if entry[0] < _NEAR), default=None)
    return best[2] if best else None


#: These hold for the verb they stand by alone ("a scheme currently underway", "who is now a judge").
NOW = frozenset({"now", "currently", "nowadays", "at present", "at the moment", "right now", "these days"})


def only(found: list[TimePhrase], start: int, end: int, text: str) -> TimePhrase | None:
    """Return the day that a sentence names, however far from what happened, when it names one and nobody says it then.

    "Three children were hurt after a bus had crashed into a bridge in Tarn on Monday" · "the deaths of 40 people when
    the dam broke in 1995".
    """
    told = [one for one in found if one.text.lower() not in NOW]
    if len(told) != 1:
        return None
    phrase = told[0]
    then = phrase.shape == "when" and " when " in text[end : phrase.start]
    if not (phrase.shape in DAYS or then) or _telling(_SAID_THEN).search(text, phrase.start - 30, phrase.start):
        return None
    behind = phrase.start >= end
    between = text[end : phrase.start] if behind else text[phrase.end : start]
    parted = re.search(r"[;:“”\"]", between) or _telling("").search(between) or _is_base(phrase, text)
    return None if parted or len(between) > _REACH or (behind and _COMPARED.search(between)) else phrase


#: What stands behind these has a time of its own ("rose to $5 million from $4 million a year earlier").
_COMPARED = re.compile(
    r"\b(?:(?<!more )(?<!less )(?<!fewer )than"
    r"|than(?!\s+(?:[$€£¥?]?\d|an?\s+(?:hour|day|week|month|year)\b(?!\s(?:ago|earlier)))|\s+any\s)"
    r"|against(?=\s(?:\S+\s){0,4}(?:[$€£]?\d|same|previous|last))|compared|versus|vs|double|twice|below|above)\b"
    r"|\bfrom\s+(?:an?\s+)?(?:\w+\s+)?[$€£]?\d|\bnow\b"
)
#: Between a time and a number before it: another number has the time for its own.
_NUMBER = re.compile(r"(?<![\w.,])[$€£]?\d[\d,.]*(?:\s?%|\s+(?:percent|per\s+cent|million|billion|trillion)\b)?")


def _is_base(phrase: TimePhrase, text: str) -> bool:
    """Is the time only what a change is measured from ("fell 23.5 percent from a year ago")?"""
    before, words = text[max(0, phrase.start - 7) : phrase.start], text[phrase.start : phrase.end]
    return (
        before.endswith((" from ", " than ", " on ", "triple ", "double ", "twice "))
        and _EARLIER.search(words) is not None
    )


_EARLIER = re.compile(r"\b(?:ago|earlier|before)$|\b(?:previous|preceding)\b")


#: An amount said again in other money parts nothing, nor does the rest of the bracket that a number stands in.
_BRACKETS = re.compile(r"\s\([^()\n]{0,80}\)|^[^()\n]{0,80}\)|\s\([^()\n]{0,80}$")


#: Nor do words in quotation marks that end before it.
_QUOTED = re.compile(r"(?<=\s)[\"“][^\"“”\n]{1,160}[\"”]")


@cache
def _said_aside() -> re.Pattern[str]:
    """Return what only tells who says it ("Since May, Vell said, 40 have come")."""
    telling = either("numbers/times", "telling")
    return re.compile(rf",\s+(?:[\w.’'-]+\s+){{1,6}}?(?:{telling})(?:\s+[\w.’'-]+){{0,4}}(?=,)")


#: So much farther a time is that stands outside of the brackets in which the number does ("in 2015 (40 came in 2016)"),
#: or in brackets behind it that tell more than when it was ("limited to 40 (the year ends in June)").
_OUTSIDE, _ASIDE, _LABEL = 40, 200, 12


def _across_bracket(between: str, *, behind: bool) -> int:
    """Return how much farther a time is where a bracket opens between it and the number, and does not close."""
    opened = between.rfind("(")
    if opened <= between.rfind(")"):
        return 0
    return _OUTSIDE if not behind else _ASIDE * (len(between) - opened > _LABEL)


def _distance(phrase: TimePhrase, start: int, end: int, text: str, opening: int) -> int:
    """Return how far a phrase is from a claim; commas and new clauses add to it."""
    behind = phrase.start >= end
    between = text[end : phrase.start] if behind else text[phrase.end : start]
    outside = _across_bracket(between, behind=behind)
    between = _QUOTED.sub("", _BRACKETS.sub("", between))
    if not behind:
        between = _said_aside().sub("", between)
    if _labels(phrase, text):
        return _REACH if behind else len(between)
    if is_of_another(phrase, start, end, text, opening):
        return _REACH
    if not behind and phrase.kind != "deadline" and phrase.shape not in SINCE:
        between = _WHEN.sub("", between, count=1)
    distance = outside + len(between) + 60 * between.count(", ") + 200 * len(_CLAUSE.findall(between))
    if phrase.shape in SINCE:
        opens = behind and text[max(0, phrase.start - 5) : phrase.start].lower().strip() in (", and", "and")
        distance += 60 * (phrase.shape == "since_event" and not behind) + 200 * opens
    if behind:
        distance += 30 * len(_NUMBER.findall(between))
    leads = phrase.start - opening <= _LEADING and phrase.end <= start
    return _if_leading(phrase, distance, between) if leads else distance


def _if_leading(phrase: TimePhrase, distance: int, between: str) -> int:
    """Return how far a phrase is that opens the sentence and holds for all of it, unless somebody said it then."""
    if distance >= (_HOLDS if phrase.shape == "as_of" else _NEAR_ENOUGH):
        return distance
    told = phrase.kind != "as_of" or phrase.shape == "on"
    return min(distance, 150 + 200 * (told and _telling("").search(between) is not None))


#: So far a time holds that opens the sentence, and "as of" a day.
_NEAR_ENOUGH, _HOLDS = 400, 700


#: A clause that tells what happened at the time before it ("in 2004, when 510 people died").
_WHEN = re.compile(r"^,?\s+when\b")


def _labels(phrase: TimePhrase, text: str) -> bool:
    """Is it the label of a bracket: "(2024: €260 million)"?"""
    return text[phrase.start - 1 : phrase.start] == "(" and text[phrase.end : phrase.end + 1] == ":"


def _is_day(phrase: TimePhrase) -> bool:
    """Is it so short that what was said then need not be of the same time ("said last week that profit rose")?"""
    return phrase.shape == "on" or (phrase.shape == "span" and _SHORT.search(phrase.text) is not None)


_SHORT = re.compile(r"\b(?:week|month|morning|afternoon|evening)$", re.IGNORECASE)


def is_of_another(phrase: TimePhrase, start: int, end: int, text: str, opening: int) -> bool:
    """Is it in the number's own phrase, when something was said, or of what a number is compared with?"""
    if phrase.start < end and start < phrase.end:
        return True
    if _is_day(phrase) and _telling(_SAID_THEN).search(text, max(opening, phrase.start - 30), phrase.start):
        return True
    if phrase.start < end:
        return _is_base(phrase, text)
    now = text[max(0, start - 4) : start] == "now "
    if (phrase.shape == "month_of" or phrase.text[:4].isdigit()) and ", " in text[end : phrase.start]:
        return True  # "has shot at several boats, and the June raid was its work"
    return now or _is_base(phrase, text) or _COMPARED.search(text, end, phrase.start) is not None
