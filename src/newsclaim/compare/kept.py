"""What was compared of many claims ↔ plain text: the first answers are kept, since nobody turns many pages.

What follows from an answer's claims (positions, relations, verdict, origins) is not kept but told anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, overload

from newsclaim import lexicon
from newsclaim._version import __version__
from newsclaim.compare.answers import Answer, Compared
from newsclaim.compare.question import Question
from newsclaim.compare.scope import Scope
from newsclaim.compare.together import Together
from newsclaim.models.fact import Fact, Party, When
from newsclaim.models.kept import Kept
from newsclaim.models.story import Context, StoryEvent
from newsclaim.models.topic import Topic
from newsclaim.text import sha256

#: So many answers are kept.
MOST = 200
_FIELDS = tuple(field.name for field in fields(Fact))
_WHOSE, _TIME, _SOURCES = (_FIELDS.index(name) for name in ("whose", "time", "sources"))
#: Gives the contexts of some articles and of those whose text they are.
_Contexts = Callable[[Iterable[str]], Mapping[str, Context]]


class FirstAnswers(Sequence[Answer]):
    """The first answers of a comparison, which has more of them."""

    def __init__(self, first: Sequence[Answer], size: int) -> None:
        self._first, self._size = first, size

    def __len__(self) -> int:
        """Return how many there are in all."""
        return self._size

    @overload
    def __getitem__(self, place: int) -> Answer: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Answer]: ...
    def __getitem__(self, place: int | slice) -> Answer | Sequence[Answer]:
        """Return some of the first."""
        return self._first[place]


def name_of(topic: Topic) -> str:
    """Return under what name the comparison of a topic is kept: its whole definition counts."""
    return sha256(topic.model_dump_json())


@cache
def rules() -> str:
    """Return a name of the rules that compare: another version, word list or file of the program, another name."""
    home = Path(lexicon.__file__).parent
    files = sorted((path, path.stat()) for kind in ("*.py", "*.toml") for path in home.rglob(kind))
    told = [(path.name, stat.st_size, stat.st_mtime_ns) for path, stat in files]
    return sha256(repr((__version__, lexicon.signature(), told)))


def packed(compared: Compared) -> Kept:
    """Return what is kept of a comparison by today's rules."""
    answers = [_text(_of_answer(answer)) for answer in compared.answers[:MOST]]
    return Kept(rules(), len(compared.answers), _text(compared.left_out), answers)


def unpacked(kept: Kept, contexts: _Contexts) -> Compared:
    """Return the comparison of which this was kept."""
    rows = [json.loads(answer) for answer in kept.answers]
    told = [[_fact(fact) for fact in row[0]] for row in rows]
    known = contexts({fact.article for several in told for fact in several}) if told else {}
    first = [_answer(facts, row, known) for facts, row in zip(told, rows, strict=True)]
    return Compared(FirstAnswers(first, kept.size), [(reason, claim) for reason, claim in json.loads(kept.left_out)])


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _of_answer(answer: Answer) -> list[Any]:
    question, event = answer.question, answer.question.scope.event
    scope = [question.scope.key, event and event.model_dump(), question.scope.earlier]
    told = [question.standing, question.section, sorted(question.kinds), question.bound]
    return [[_of_fact(fact) for fact in question.facts], scope, told, answer.story, sorted(answer.parts.items())]


def _of_fact(fact: Fact) -> list[Any]:
    values = [getattr(fact, name) for name in _FIELDS]
    values[_WHOSE] = fact.whose and (fact.whose.id, fact.whose.name)
    values[_TIME] = fact.time and (fact.time.kind, fact.time.from_, fact.time.to)
    values[_SOURCES] = [(party.id, party.name) for party in fact.sources]
    return values


def _fact(values: list[Any]) -> Fact:
    whose, time = values[_WHOSE], values[_TIME]
    values[_WHOSE] = whose and Party(*whose)
    values[_TIME] = time and When(*time)
    values[_SOURCES] = tuple(Party(*party) for party in values[_SOURCES])
    return Fact(*values)


def _answer(facts: list[Fact], row: list[Any], contexts: Mapping[str, Context]) -> Answer:
    _, (key, event, earlier), (standing, section, kinds, bound), story, parts = row
    scope = Scope(tuple(key), StoryEvent.model_construct(**event) if event else None, earlier)
    question = Question((), standing, scope, section, facts, kinds=frozenset(kinds), bound=bound)
    return Answer(question, contexts, Together(*story) if story else None, dict(map(tuple, parts)))
