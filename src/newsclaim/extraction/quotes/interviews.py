"""Interviews that name who answers only once: "Radio Selin: Will it help? Ada Lund: It will. And if not? No.".

What follows the first question and the label of its answer is the answerer's, but for the questions: sentences that end
with a question mark and stand outside quotation marks. The interview ends where the article tells of its guest again,
where another label stands, and with its paragraph, if question and answer share one. Of the last answer only the first
paragraph is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclaim.extraction.page.tokens import Range, back, past
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
_NO_OUTLET = re.compile(
    r"(?:read|watch|see|listen|photo|faq|q&a|quiz)\b|.*\b(?:more|question|analysis|video|explainer)\b", re.IGNORECASE
)
_NO_GUEST = re.compile(r".*\b(?:answer|photo|video|analysis)\b", re.IGNORECASE)
_CLOSING = r"(?i:(?:This|The)[\s-]+(?:interview|conversation)\b|(?:Interview|Editor['’]s[\s]note|Source)\s{0,2}:)"
#: What a sentence begins behind.
_BEGINNING = r"(?:[.!?…”\"][\s-]{1,4}|\n[ \t-]{0,8})"
_OTHER = re.compile(rf"{_BEGINNING}(?P<label>{_LABEL}):\s")
#: So many questions after the first make it an interview.
_FEWEST = 2
_INDENT = 4


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
    answers[-1] = [_surely_said(search, answers[-1][0], opening["name"])]
    last = answers[-1][-1][1]
    search.found = [one for one in search.found if not _taken_over(one, opening, last)]
    for spans in answers:
        search.add(Found(spans, "interview", (speaker,), verbatim=True))


def _opening(search: Search) -> re.Match[str] | None:
    every = _OPENING.finditer(search.text)
    return next((m for m in every if not _NO_OUTLET.match(m["outlet"]) and not _NO_GUEST.match(m["name"])), None)


def _taken_over(found: Found, opening: re.Match[str], last: int) -> bool:
    """Whether a finding is the first answer, or a question under the outlet's label, read by their labels alone."""
    return found.rule == "speech" and opening.start() <= found.spans[0][0] < last


def _stop(search: Search, opening: re.Match[str]) -> int:
    """Return where another label stands, the article tells of its guest ("Ada Lund is an engineer") or closes."""
    text, at = search.text, opening.end()
    ours = {opening["outlet"], opening["name"], _family(opening["name"])}
    name = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", opening["name"])))
    told = re.compile(rf"{_BEGINNING}(?:{name}(?![\w:]|\s(?:and|or)\b)|{_CLOSING})").search(text, at)
    other = next((m for m in _OTHER.finditer(text, at) if m["label"] not in ours), None)
    return min(m.start() + 1 if m else len(text) for m in (told, other))


def _answers(search: Search, opening: re.Match[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield the spans of each answer, one for each unbroken stretch of a paragraph."""
    spans: list[tuple[int, int]] = []
    for start, end in _told(search, opening):
        if end > start:
            _go_on(search, spans, start, end)
        elif spans:
            yield spans
            spans = []
    if spans:
        yield spans


def _told(search: Search, opening: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of the guest lies, without his label, and an empty place for each that is asked."""
    w, text, asking = search.w, search.text, False
    label, shared = _labels(opening["name"]), "\n" not in text[opening.start("question") : opening.end()]
    for a, b in _sentences(search, w.at(opening.end()), _stop(search, opening)):
        start, end = w.start[a], w.end[b - 1]
        answer = label.match(text, start, end)
        asking = answer is None and (asking or text[start:end].lstrip(" -–—").startswith(f"{opening['outlet']}:"))
        question = _is_question(search, b) and (shared or _is_at_edge(search, a, b))
        if shared and _opens_line(text, start) and not (question or asking or answer):
            return
        yield (start, start) if asking or question else (answer.end() if answer else start, end)
        asking = asking and not question


def _is_question(search: Search, b: int) -> bool:
    return search.w.text[b - 1] == "?" and search.w.quoted[b - 1] < 0


def _is_at_edge(search: Search, a: int, b: int) -> bool:
    """Whether a sentence begins or ends its paragraph: where each has its own, others in it are the guest's."""
    w = search.w
    b = past(b, len(w), lambda b: w.pos[b] == "SPACE" or w.text[b] in ("-", "–"))
    return _opens_line(search.text, w.start[a]) or b == len(w) or _opens_line(search.text, w.start[b])


def _opens_line(text: str, at: int) -> bool:
    """Whether a paragraph begins here: a heading inside a line that lost its breaks begins none."""
    return "\n" in text[max(0, at - _INDENT) : at]


def _surely_said(search: Search, span: tuple[int, int], name: str) -> tuple[int, int]:
    """Return what of a last answer is the guest's: up to his name, one sentence where others are credited behind it."""
    w, (start, end) = search.w, span
    told = re.compile(rf"{_BEGINNING}{re.escape(_family(name))}\s(?!and\b|or\b)").search(search.text, start, end)
    end = told.start() + 1 if told else end
    if any(_credits_other(search, one, name) for one in search.found if start < one.spans[0][0] < end):
        first = w.at(start)
        end = next((w.end[k - 1] for k in range(first + 1, len(w)) if w.sent[k] != w.sent[first]), end)
    return start, end


def _credits_other(search: Search, found: Found, name: str) -> bool:
    """Whether somebody with another name than the guest's is credited in the article's own words."""
    w = search.w
    if found.rule == "speech" or not found.speakers:
        return False
    a, b = found.speakers[0]
    return any(w.pos[k] == "PROPN" for k in range(a, b)) and _family(name) not in w.text[a:b]


def _family(name: str) -> str:
    return re.split(r"[ -]", name)[-1]


def _labels(name: str) -> re.Pattern[str]:
    """Return what matches the guest's label where it comes again, also by the family name alone."""
    return re.compile(rf"[\s-]*(?:{re.escape(name)}|{re.escape(_family(name))}):[\s-]*")


def _go_on(search: Search, spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a sentence to an answer: to its last span where both stand in one paragraph."""
    w = search.w
    if spans and w.block[w.at(spans[-1][0])] == w.block[w.at(start)]:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _sentences(search: Search, first: int, stop: int) -> Iterator[Range]:
    """Yield the sentences from a token on up to a character, without blanks at their ends and without silent blocks."""
    w, a = search.w, first
    last = min(w.before(stop - 1) + 1, len(w))  # a blank at the end of the text is no token
    while a < last:
        b = a + 1
        while b < last and w.sent[b] == w.sent[a] and w.block[b] == w.block[a]:
            b += 1
        end = back(b, a, lambda end: w.pos[end] == "SPACE" or w.text[end] in ("-", "–"))
        if end > a and w.block[a] >= 0:
            yield a, end
        a = b
