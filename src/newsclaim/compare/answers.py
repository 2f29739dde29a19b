"""Claims of a topic → comparison: questions, positions, relations, verdicts, origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

from newsclaim.compare import topics
from newsclaim.compare.axes.standing import ORDER
from newsclaim.compare.carried import carried
from newsclaim.compare.cases import of_illness, stories_of_illness
from newsclaim.compare.nested import at_one_place, of_their_people, sent_from, under_one_name
from newsclaim.compare.origins import origins
from newsclaim.compare.positions import Held, positions, superseded
from newsclaim.compare.question import Question
from newsclaim.compare.questions import Placed, questions
from newsclaim.compare.relations import relation
from newsclaim.compare.retold import of_one_event
from newsclaim.compare.sagas import one_story
from newsclaim.compare.scope import scope_of
from newsclaim.compare.stands import Stands
from newsclaim.compare.together import Together, together
from newsclaim.compare.verdict import verdict_of
from newsclaim.models.comparison import ComparedOrigin, GroupVerdict, Standing
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context
from newsclaim.models.topic import Topic
from newsclaim.text import stable_id
from newsclaim.uncollected import uncollected

#: Positions beyond that are not held against one another pair by pair: such a question is a list of many numbers.
_MOST_POSITIONS = 40


@dataclass
class Answer:
    """A question with its positions, how they stand to one another, and where their claims come from.

    All of it is worked out when it is first asked for: of thousands of questions a reader sees some.
    """

    question: Question
    contexts: Mapping[str, Context]
    story: Together | None = None
    parts: dict[int, list[str]] = field(default_factory=dict)

    @cached_property
    def id(self) -> str:
        """Its id, made from its first claim's."""
        return stable_id("g", self.question.least)

    @property
    def standing(self) -> Standing:
        """How the numbers stand to what they count."""
        return "earlier" if self.question.scope.earlier else self.question.standing

    @cached_property
    def held(self) -> list[Held]:
        """The positions."""
        return positions(self.question.facts)

    @cached_property
    def superseded(self) -> set[int]:
        """The places of positions that have given way to another one, as an article says."""
        return superseded(self.held)

    @cached_property
    def relations(self) -> dict[tuple[int, int], Stands]:
        """How two positions stand to one another, by their places."""
        return dict(_relations(self.held))

    @cached_property
    def _verdict(self) -> tuple[GroupVerdict, str]:
        return verdict_of(self.held, self.relations)

    @property
    def verdict(self) -> GroupVerdict:
        """The verdict on the question."""
        return self._verdict[0]

    @property
    def reason(self) -> str:
        """The verdict's reason, in words."""
        return self._verdict[1]

    @cached_property
    def origins(self) -> dict[str, ComparedOrigin]:
        """Where each claim comes from in the end, by its id."""
        return origins(self.question.facts, self.contexts)

    @property
    def facts(self) -> list[Fact]:
        """All claims, position by position."""
        return [fact for held in self.held for fact in held.facts]

    @cached_property
    def articles(self) -> set[str]:
        """The articles that answer the question."""
        return {fact.article for fact in self.question.facts}


@dataclass(frozen=True, slots=True)
class Compared:
    """The answers to all questions of a topic, those of the largest event first, and what could not be compared.

    Of that the reasons and the ids of the claims. `worth_keeping` are all answers of many claims that were made now.
    """

    answers: Sequence[Answer]
    left_out: list[tuple[str, str]]
    worth_keeping: bool = False

    def claims(self, *, whole: bool) -> list[str]:
        """Return the ids of the claims, or only those of the first claim of each position."""
        if not whole:
            return [held.fact.id for answer in self.answers for held in answer.held]
        return [f.id for answer in self.answers for f in answer.facts] + [claim for _, claim in self.left_out]


def compare(
    facts: Iterable[Fact], topic: Topic, contexts: Mapping[str, Context], *, by: str | None = None,
    others: Sequence[Fact] = (),
) -> Compared:  # fmt: skip
    """Compare the claims of a topic; the order of the claims does not matter.

    Args:
        facts: claims, of the topic and perhaps others.
        topic: which claims are taken.
        contexts: of each article its story, its event and where its text comes from.
        by: what parts the questions further: "place", "source", "date", "event" or "outlet".
        others: claims of the same stories that tell no class: those that count what the topic counts are taken too.
    """
    with uncollected():
        own = [fact for fact in facts if topics.belongs(fact, topic, contexts[fact.article].event)]
        contexts = one_story(contexts, own)
        own += _from_others(own, others, topic, contexts)
        own = list(_of_one_thing(own))
        ids = {contexts[fact.article].story for fact in own}
        stories = together(context for context in contexts.values() if context.story in ids)
        own = list(of_their_people(list(sent_from(own, contexts)), contexts))
        own = list(at_one_place(own, contexts, stories))
        taken, left_out = _taken(under_one_name(own, contexts), topic, contexts, stories)
        told = of_one_event(taken, contexts)
        answers = [_answer(question, contexts, stories) for question in questions(told, topic, by)]
        _tie_parts(answers)
        left_out.sort(key=lambda out: (out[1].article, out[1].position))
        return Compared(_ordered(answers), [(reason, fact.id) for reason, fact in left_out])


def _of_one_thing(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield claims; what is told as more than something that the topic does not count adds to nothing ("50 others")."""
    known = {fact.id for fact in facts if fact.role == "total"}
    for fact in facts:
        yield replace(fact, adds_to=None) if fact.adds_to and fact.adds_to not in known else fact


def _from_others(
    own: list[Fact], others: Sequence[Fact], topic: Topic, contexts: Mapping[str, Context]
) -> Iterator[Fact]:
    """Read anew what claims without class count where their stories tell; yield those that then belong to the topic."""
    ill = stories_of_illness(own, contexts)
    own[:] = of_illness(own, ill, contexts)
    known = {fact.id for fact in own}
    left = list(of_illness((fact for fact in others if fact.id not in known), ill, contexts))
    added = [
        fact for fact in left if fact.class_ != "other" and topics.belongs(fact, topic, contexts[fact.article].event)
    ]
    yield from added
    if left:
        yield from carried([*own, *added], [fact for fact in left if fact.class_ == "other"], contexts)


def _taken(
    facts: Iterable[Fact], topic: Topic, contexts: Mapping[str, Context], stories: Mapping[str, Together]
) -> tuple[list[Placed], list[tuple[str, Fact]]]:
    """Return the claims of a topic with their events, and those that cannot be compared with the reason."""
    taken, left_out = [], []
    for fact in facts:
        context = contexts[fact.article]
        reason = topics.unfit(fact, topic)
        if reason:
            left_out.append((reason, fact))
        else:
            taken.append((fact, scope_of(fact, context, stories.get(context.story))))
    return taken, left_out


def _answer(question: Question, contexts: Mapping[str, Context], stories: Mapping[str, Together]) -> Answer:
    key = question.scope.key
    return Answer(question, contexts, stories.get(key[1]) if key[0] == "story" else None)


def _relations(held: Sequence[Held]) -> Iterator[tuple[tuple[int, int], Stands]]:
    for a, b in combinations(range(min(len(held), _MOST_POSITIONS)), 2):
        yield (a, b), relation(held[a], held[b])


def _tie_parts(answers: Sequence[Answer]) -> None:
    """Hang the questions about parts under the positions that they are parts of."""
    wholes = {f.part_of for answer in answers for f in answer.question.facts if f.part_of}
    home = {f.id: answer for answer in answers for f in answer.question.facts if f.id in wholes} if wholes else {}
    for answer in answers:
        for whole in dict.fromkeys(f.part_of for f in answer.question.facts):
            if whole in home and home[whole] is not answer:
                _hang(answer, home[whole], whole)


def _hang(part: Answer, answer: Answer, whole: str | None) -> None:
    """Hang a question under the position of another one that holds the claim of the whole."""
    place = next(n for n, held in enumerate(answer.held) if any(f.id == whole for f in held.facts))
    under = answer.parts.setdefault(place, [])
    if part.id not in under:
        under.append(part.id)


def _ordered(answers: Sequence[Answer]) -> list[Answer]:
    """Return the answers: the event that most articles tell first, in it the question that most answer.

    Of events that as many tell, one with several numbers comes first, then the one told last; long stretches of time
    and earlier events come behind.
    """
    weight: dict[tuple[str, ...], set[str]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    told: dict[tuple[str, ...], int] = {}
    for answer in answers:
        question = answer.question
        key = question.scope.key
        weight.setdefault(key, set()).update(question.articles)
        several = len({fact.number for fact in question.facts}) if len(question.facts) > 1 else 1
        numbers[key] = max(numbers.get(key, 0), several)
        told[key] = max(told.get(key, 0), question.last)

    def place(answer: Answer) -> tuple[object, ...]:
        scope = answer.question.scope
        event = (-len(weight[scope.key]), scope.is_long, -numbers[scope.key], -told[scope.key], scope.key)
        rank = ORDER.index(answer.standing), -len(answer.question.articles), answer.question.least
        return (answer.standing == "earlier", *event, *rank)

    return sorted(answers, key=place)
