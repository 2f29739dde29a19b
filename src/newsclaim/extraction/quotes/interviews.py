"""Interviews that name who answers only once: "Radio Selin: Will it help? Ada Lund: It will. And if not? No.".

What follows the first question and the label of its answer is the answerer's, but for the questions: sentences that end
with a question mark and stand outside quotation marks. The interview ends where the article tells of its guest again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.page.tokens import Range
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search

_WORD = r"[A-Z][\w.’'-]{1,30}"
_LABEL = rf"{_WORD}(?:\s{_WORD}){{0,3}}"
#: Radio Selin: Will it help? Ada Lund: It will. No question is longer than this, no run of blanks either.
_OPENING = re.compile(
    rf"(?:^|[.!?”\"]\s{{1,4}}|\n[ \t]{{0,8}})(?P<outlet>{_LABEL}):\s{{1,4}}(?P<question>[^\n]{{10,700}}?\?)[\s-]{{1,8}}"
    rf"(?P<name>{_LABEL}):\s{{1,4}}(?=[A-Z“\"])"
)
#: Labels of what is no interview: a link to another text, a list of questions and answers.
_NO_OUTLET = re.compile(r"(?:read|watch|see|listen)\b|.*\b(?:more|question|analysis|video)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:This|The)[\s-]+(?:interview|conversation)\b|(?:Interview|Editor['’]s note|Source)\s*:", re.IGNORECASE
)
#: So many questions after the first make it an interview.
_FEWEST = 2


def credit_interview(search: Search) -> None:
    """Credit each answer of an interview to whom its first label names."""
    opening = _opening(search)
    if opening is None:
        return
    w = search.w
    speaker = (w.at(opening.start("name")), w.before(opening.end("name") - 1) + 1)
    answers = list(_answers(search, opening))
    if len(answers) <= _FEWEST:
        return
    last = answers[-1][-1][1]
    search.found = [one for one in search.found if not _taken_over(one, opening, last)]
    for spans in answers:
        search.add(Found(spans, "interview", (speaker,), verbatim=True))


def _opening(search: Search) -> re.Match[str] | None:
    return next((m for m in _OPENING.finditer(search.text) if not _NO_OUTLET.match(m["outlet"])), None)


def _taken_over(found: Found, opening: re.Match[str], last: int) -> bool:
    """Whether a finding is the first answer, or a question under the outlet's label, read by their labels alone."""
    first = found.spans[0][0]
    return found.rule == "speech" and opening.start() <= first < last


def _answers(search: Search, opening: re.Match[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield the spans of each answer, one for each unbroken stretch of a paragraph."""
    w, spans, asking = search.w, list[tuple[int, int]](), False
    labels = _labels(opening["name"])
    for a, b in _sentences(search, w.at(opening.end())):
        start, end = w.start[a], w.end[b - 1]
        text = search.text[start:end].lstrip(" -–—")
        if _tells_of(text, opening["name"]) or _CLOSING.match(text):
            break
        answer = labels.match(search.text, start, end)
        asking = (asking or text.startswith(f"{opening['outlet']}:")) and answer is None
        question = w.text[b - 1] == "?" and w.quoted[b - 1] < 0
        if asking or question:
            if spans:
                yield spans
            spans, asking = [], asking and not question
        else:
            _go_on(search, spans, answer.end() if answer else start, end)
    if spans:
        yield spans


def _labels(name: str) -> re.Pattern[str]:
    """Return what matches the guest's label where it comes again, also by the family name alone."""
    return re.compile(rf"[\s-]*(?:{re.escape(name)}|{re.escape(re.split(r'[ -]', name)[-1])}):[\s-]*")


def _go_on(search: Search, spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a sentence to an answer: to its last span where both stand in one paragraph."""
    w = search.w
    if spans and w.block[w.at(spans[-1][0])] == w.block[w.at(start)]:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _sentences(search: Search, first: int) -> Iterator[Range]:
    """Yield the sentences from a token on, without blanks at their ends and without silent blocks."""
    w, a = search.w, first
    while a < len(w):
        b = a + 1
        while b < len(w) and w.sent[b] == w.sent[a] and w.block[b] == w.block[a]:
            b += 1
        end = b
        while end > a and (w.pos[end - 1] == "SPACE" or w.text[end - 1] in ("-", "–")):
            end -= 1
        if end > a and w.block[a] >= 0:
            yield a, end
        a = b


def _tells_of(sentence: str, name: str) -> bool:
    """Whether a sentence begins with the guest's name and goes on as the article's: "Ada Lund is an engineer"."""
    words = sentence.split()
    known = re.split(r"[\s-]+", name)
    size = len(known)
    begins = re.split(r"[\s-]+", " ".join(words[: size + 1]))[:size] == known
    return begins and not sentence[len(name) :].startswith(":") and words[size : size + 1] not in (["and"], ["or"])
