"""Speech without quotation marks, as transcripts and interviews print it: CALDEIRA: We have 40 homes to rebuild.

A label at the beginning of a paragraph says who speaks: in capitals, in double brackets, or as a name that labels other
paragraphs too. What follows is theirs, up to the next label. Q and A are a question of the outlet's own and the answer
of the one person that the lines before them name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsclaim.extraction.attribution.cues import listed
from newsclaim.extraction.page.tokens import Range
from newsclaim.extraction.quotes.build import Found
from newsclaim.extraction.quotes.search import Search
from newsclaim.names.countries import is_state, lookup

#: Words of a name, each behind a mark that parts them: "A" a thousand times is read once.
_WORD = r"[A-Z][\w.’'-]{0,30}"
_NAME = rf"{_WORD}(?:(?: (?:of|the|and|de|van|von|al|bin) | ){_WORD}){{0,6}}? ?"
#: CALDEIRA: · MAYOR INES CALDEIRA (Harbour Party): · ((Ines Caldeira)) · Ines Caldeira: · Q. · A:
_LABEL = re.compile(
    r"(?:\(\((?P<bracketed>[^()\n]{1,60})\)\):?|(?P<letter>[QA])[.:]"
    rf"|(?P<name>{_NAME})(?:\s?\([^()\n]{{1,60}}\)|, [a-z][\w -]{{1,40}})?:)\s+(?=[\w“\"‘'(\[…—–-])"
)
#: The credit of a picture, glued to the name of whom it shows: "Ines CaldeiraImage:".
_CREDIT = re.compile(r"[a-z](?:Image|Photo|Picture|Credit|File|Video)$")
#: So many paragraphs with labels make a transcript, and so large a share of those between the first and the last.
_FEWEST, _OFTEN = 2, 0.4
_OFTEN_ASKING = 0.6


@dataclass(frozen=True, slots=True)
class _Turn:
    """A labelled paragraph: its block, the label's name, where its words begin."""

    block: int
    start: int
    end: int
    words: int
    letter: bool = False


def credit_speeches(search: Search) -> None:
    """Credit what a transcript or interview lets somebody say, to the label before it."""
    turns = _turns(search)
    if not turns:
        return
    answering = _interviewee(search, turns[0])
    asking = _askers(search, turns)
    whole = _is_transcript(turns) or _is_interview(search, turns)
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        speaker = _speaker(search, turn, answering)
        if speaker is None or search.text[turn.start : turn.end] in asking:
            continue
        spans = list(_spans(search, turn, following.block if following and whole else turn.block + 1))
        search.found = [one for one in search.found if not _by_label(search, one, turn)]
        search.add(Found(spans, "speech", speaker, verbatim=True))


def _turns(search: Search) -> list[_Turn]:
    found = [turn for number in range(len(search.blocks)) if (turn := _turn(search, number)) is not None]
    labels = [search.text[turn.start : turn.end] for turn in found]
    asked = bool(found) and _asks(search, found[0])
    speaking = _speaking(search, found, labels)
    told = ((turn, label) for turn, label in zip(found, labels, strict=True) if label in speaking)
    return [turn for turn, label in told if _is_speaker(turn, label, labels, asked=asked)]


def _speaking(search: Search, turns: Sequence[_Turn], labels: Sequence[str]) -> frozenset[str]:
    """Return the labels behind most of which sentences stand and that name no place: no offers, no lists by state."""
    whole: dict[str, list[bool]] = {}
    for turn, label in zip(turns, labels, strict=True):
        words = search.text[turn.words : search.blocks[turn.block].end].rstrip()
        whole.setdefault(label, []).append(not words[-1:].isalnum())  # a mark of any script ends a sentence
    return frozenset(label for label, ends in whole.items() if 2 * sum(ends) >= len(ends) and not _is_place(label))


def _is_place(label: str) -> bool:
    country = lookup(label)
    return is_state(label) or (country is not None and country.way in ("name", "short", "capital"))


def _asks(search: Search, turn: _Turn) -> bool:
    return search.text[turn.words : search.blocks[turn.block].end].rstrip().endswith("?")


def _turn(search: Search, number: int) -> _Turn | None:
    block = search.blocks[number]
    label = _LABEL.match(search.text, block.start, block.end) if block.kind in ("body", "heading", "summary") else None
    if label is None or label.end() >= block.end:
        return None
    kind = label.lastgroup or "name"
    return _Turn(number, label.start(kind), label.end(kind), label.end(), kind == "letter")


def _is_speaker(turn: _Turn, label: str, labels: Sequence[str], *, asked: bool) -> bool:
    """Whether a label says who speaks; those in small letters where some come again or are full names.

    `asked`: what the first label says is a question, so that an answer under another one is enough.
    """
    if turn.letter:
        return {"Q", "A"} <= set(labels)
    if len(labels) < _FEWEST or label.casefold() in listed("unnaming_labels") or _CREDIT.search(label):
        return False
    surnames = [other.split()[-1] for other in labels]
    recurs = len(set(surnames)) < len(surnames)
    return label.isupper() or ((asked or len(labels) > _FEWEST) and (recurs or asked or " " in label))


def _is_transcript(turns: Sequence[_Turn]) -> bool:
    reach = turns[-1].block - turns[0].block + 1
    return len(turns) >= _FEWEST and len(turns) >= _OFTEN * reach


def _is_interview(search: Search, turns: Sequence[_Turn]) -> bool:
    """Whether one asks and one answers under labels that mark nothing else, at whatever length."""
    marked = all(turn.letter or search.text[turn.start - 1] == "(" for turn in turns)
    return marked and len({search.text[turn.start : turn.end] for turn in turns}) == _FEWEST


def _askers(search: Search, turns: Sequence[_Turn]) -> frozenset[str]:
    """Return the labels under which most turns are questions: the outlet's own, where others answer or nobody does."""
    asked: dict[str, list[bool]] = {}
    for turn in turns:
        asked.setdefault(search.text[turn.start : turn.end], []).append(_asks(search, turn))
    asking = frozenset(label for label, questions in asked.items() if sum(questions) >= _OFTEN_ASKING * len(questions))
    return asking if len(asking) < len(asked) or len(asked) == 1 else frozenset()


def _speaker(search: Search, turn: _Turn, answering: tuple[Range, ...]) -> tuple[Range, ...] | None:
    """Return whom a turn is credited to; None for questions of the outlet's own."""
    label = search.text[turn.start : turn.end]
    if turn.letter:
        return answering if label == "A" else None
    if label.casefold() in listed("question_labels"):
        return None
    return ((search.w.at(turn.start), search.w.before(turn.end)),)


def _interviewee(search: Search, first: _Turn) -> tuple[Range, ...]:
    """Return the one person that the lines before the first question name, nobody where there are several."""
    w = search.w
    end = w.at(search.blocks[first.block].start)
    names: list[Range] = []
    for i in range(end):
        if w.ent[i] == "PERSON" and w.block[i] >= 0:
            if names and names[-1][1] == i:
                names[-1] = (names[-1][0], i + 1)
            else:
                names.append((i, i + 1))
    surnames = {w.text[b - 1] for _, b in names}
    return (max(names, key=lambda name: name[1] - name[0]),) if len(surnames) == 1 else ()


def _spans(search: Search, turn: _Turn, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a turn, a span for each paragraph up to the next one that is labelled."""
    yield turn.words, search.blocks[turn.block].end
    for before, block in pairwise(search.blocks[turn.block : stop]):
        # Behind a question follows its answer, whose label may be of another form.
        if block.kind != "body" or search.text[before.end - 1] == "?":
            return
        yield block.start, block.end


def _by_label(search: Search, found: Found, turn: _Turn) -> bool:
    """Whether another rule has taken the label for a source, or the words behind it for what it says."""
    block = search.blocks[turn.block]
    inside = all(block.start <= a < block.end for a, _ in found.spans)
    labelled = any(search.w.start[a] < turn.words for a, _ in found.speakers if search.w.block[a] == turn.block)
    return inside and labelled
