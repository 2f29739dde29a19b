"""Stretches of a text whose numbers count nothing: dates, clock times, web addresses, telephone numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER"
    r"|NOVEMBER|DECEMBER)(?![a-z])"
)
_DAY = r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\s?%)"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d)"
#: Begin with a digit, a sign or a bracket.
_BY_DIGIT = (
    rf"(?<![\d.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–—]|to|and|or)\s?{_DAY})?(?:\s+(?:day\s+)?of)?\s+{MONTH}(?:,?\s+{_YEAR})?",
    r"(?<![\d/.-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d/])",
    r"(?<![\d/.-])\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?![\d/])",
    r"(?<![\d.])(?:1[6-9]|20)\d\d\s?[-–—/]\s?(?:(?:1[6-9]|20)\d\d|\d{2})(?!\d|[.,]\d|\s?%)",
    r"(?<![\d.,])(?:1[89]|20)\d\d\s+(?:to|until|through)\s+(?:1[89]|20)\d\d(?![\d,]|\.\d|\s(?:people|soldiers|troops|men|cars))",
    r"(?<![\d/])(?:9/11|24/7|7/7|50/50|50-50|20/20)(?![\d/])",
    r"(?<![\d.,:])\d{1,2}[:.]\d{2}\s?(?:[ap]\.?\s?m\b\.?|[AP]\.?M\b\.?|hrs?\b|GMT|UTC|hours\b)",
    r"(?<![\d.,:])\d{1,2}(?:\.\d{1,2})?:\d{1,2}(?::\d{2})?(?![\d:])",
    r"(?<![\d.,:$€£])\d{1,2}\s?(?:a\.m\.?|p\.m\.?|am\b|pm\b|AM\b|PM\b|A\.M\.|P\.M\.)",
    r"(?<![\d.,:])\d{4}\s?(?:GMT|UTC|BST|EST|EDT|CET)\b",
    r"(?<![\w.,$€£%])\(?\+\d{1,3}\)?\s?[\s-]\s?(?:\(\d{1,4}\)\s?)?\d{1,5}(?:\s?[\s/-]\s?\d{2,8}){1,4}(?!\d)",
    r"(?<![\w.,$€£%])(?:\d{1,3}-)?(?:\(\d{3}\)\s?|\d{3}-)\d{3,4}[/-]\d{4}(?!\d)",
    r"(?<![\d.])\d{1,4}\s?(?:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.|C\.E\.|[Bb]\.c\.(?:e\.)?|c\.e\.|a\.d\.)(?![A-Za-z])",
    r"(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])",
    r"(?<![\d.,/])0\d/\d{1,2}(?![\d/])|(?<![\d.,/])\d{1,2}/0\d(?![\d/])",
    r"(?<=\()\d{1,2}/\d{1,2}(?=\))|(?<=\bon\s)\d{1,2}/\d{1,2}(?![\d/])",
    r"(?<![\w.,$€£%])0\d{2,4}[\s-]\d{3,4}[\s-]\d{3,4}(?!\d)|(?<![\w.,$€£%])0\d{7,10}(?!\d)",
    r"(?<![\w.,$€£%])0\d{1,4}[\s-]\d{5,8}(?!\d)|(?<![\w.,$€£%])1[38]00[\s-]\d{3}[\s-]?\d{3}(?!\d)",
    r"(?<!\d)\d+\((?:[a-z]|\d{1,2})\)(?:\(\w{1,3}\))*",
    r"(?<![\w.,$€£%-])\d{3}-\d{4}(?![\d-])",
    r"(?<![\d.,])\d+\.(?:com|org|net|tv)\b",
    r"(?<![\w.,:/$€£+–-])(?<!\d[\s'’])0\d{1,3}(?!\w|[.,:/]\d)",  # damaged: “2016” without its mark and first digit
    r"(?<![\d.,])(?:1\d|2[01])-century\b",
    r"(?<![\d.,])\d{1,3}(?:,\d{3})*,\d{4,}(?![\d,])",  # damaged: "200,0000"
    r"(?<=,-)1(?=[\"”])",  # left behind a quotation by a page's script
    r"(?<!\d)\d+(?:\.\d+)?\s?[×x]\s?10\d{2,3}(?!\d)",  # a power that has lost its shape: "2×1030"
)
#: Begin with a letter.
_BY_WORD = (
    r"(?:https?://|www\.)\S+",
    r"(?:UTC|GMT)\s?[+−-]\d{1,4}(?::\d\d)?",
    r"COP[\s-]?\d\d?\b(?![.,]\d|\s(?:million|billion|trillion))",  # a meeting, no pesos
    (
        rf"{MONTH}\s+{_DAY}(?:\s?(?:[-–—]|to|and|or|through|,)\s?{_DAY})?(?!\s+(?:people|million|billion|percent|per\s+cent))"
        rf"(?:\s?,?\s+{_YEAR})?"
    ),
    rf"{MONTH},?\s+(?:of\s+)?{_YEAR}",
    (
        r"(?:[Ff]rom|[Bb]etween)\s+(?:(?:roughly|about|around)\s+)?(?:1[5-9]|20)\d\d\s+(?:to|and|until|till|through)\s+(?:1[5-9]|20)\d\d\b"
        r"(?![,.]\d|\s(?:people|soldiers|troops|men))"
    ),
)
_FIRST = "JFMASONDBUGChwfb"
_PATTERN = re.compile(rf"(?=[\d+(])(?:{'|'.join(_BY_DIGIT)})|\b(?=[{_FIRST}])(?:{'|'.join(_BY_WORD)})")
#: Where one of them may begin: this alone is looked for in the whole text, which is what makes the search fast.
_OPENING = re.compile(rf"[\d+({_FIRST}](?:(?<=[\d+(])|(?<!\w.)(?:(?<=[A-Z])|(?=ttp|ww|rom|etween)))", re.DOTALL)
#: Looked for only where their sign occurs.
_RARE = (
    ("@", re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,40}")),
    (
        "911",
        re.compile(
            r"(?<![\w.,])911(?=\s+(?:call|calls|caller|callers|dispatcher|dispatchers|operator|operators|emergency|recordings?)\b)"
        ),
    ),
    ("999", re.compile(r"(?<![\w.,])999(?=\s+(?:call|calls|caller|callers|operator|operators)\b)")),
    ("clock", re.compile(r"\b(?:\d{1,2}|[A-Za-z]{3,6})\s+o['’]clock")),
)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for opening in _OPENING.finditer(text):
        if opening.start() >= at and (match := _PATTERN.match(text, opening.start())) is not None:
            at = match.end()
            yield match.span()


class Masks:
    """The masked stretches of a text, in order."""

    def __init__(self, text: str) -> None:
        spans = list(_spans(text))
        for sign, pattern in _RARE:
            if sign in text:
                spans += [match.span() for match in pattern.finditer(text)]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, start: int, end: int) -> bool:
        """Does a masked stretch touch this span?"""
        i = bisect_right(self._starts, end - 1) - 1
        return i >= 0 and self._ends[i] > start
