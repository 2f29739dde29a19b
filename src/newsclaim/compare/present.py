"""Answers → the models of the contract, with labels in the articles' own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsclaim.compare.best import best_of
from newsclaim.compare.changes import changes
from newsclaim.compare.compare import Answer, Compared
from newsclaim.compare.positions import Held
from newsclaim.compare.wording import STANDINGS, day, number_of, thing_of
from newsclaim.config import Topic
from newsclaim.models.comparison import (
    BestRule,
    ComparedClaim,
    ComparedOrigin,
    Comparison,
    Group,
    GroupEvent,
    LeftOut,
    Position,
    Relation,
)
from newsclaim.models.rows import ClaimRow
from newsclaim.text import stable_id


def comparison(
    name: str, topic: Topic, compared: Compared, rows: Mapping[str, ClaimRow], best: BestRule | None = None
) -> Comparison:
    """Return the comparison as JSON has it.

    Args:
        name: of the topic.
        topic: its definition.
        compared: the answers.
        rows: claim rows by id; claims without a row are left out of `claims`, not of the counts.
        best: the rule by which one number is chosen for each question.
    """
    answers = compared.answers
    return Comparison(
        topic=name,
        title=topic.title,
        size=len(answers),
        groups=tuple(group_of(answer, rows, best) for answer in answers),
        origins=_origins(answers),
        left_out=tuple(LeftOut(reason=r, claim=rows[f.id]) for r, f in compared.left_out if f.id in rows),
    )


def group_of(answer: Answer, rows: Mapping[str, ClaimRow], best: BestRule | None = None) -> Group:
    """Return one question with everything that answers it."""
    question = answer.question
    ids = [stable_id("p", answer.id, number_of(held.fact), held.denied) for held in answer.held]
    position = {fact.id: ids[n] for n, held in enumerate(answer.held) for fact in held.facts}
    bounds = [n for held in answer.held if held.fact.form != "vague" for n in held.fact.number if n is not None]
    whose = next((fact.whose.name for fact in question.facts if fact.whose), None)
    thing = thing_of(question.facts, question.kinds)
    event = _event(answer)
    return Group(
        id=answer.id, label=_label(answer, thing, whose, event), thing=thing, whose=whose, event=event,
        standing=answer.standing, low=min(bounds, default=None), high=max(bounds, default=None),
        best=best_of(answer.held, best), verdict=answer.verdict, reason=answer.reason,
        origins=len({o.id for o in answer.origins.values()}), articles=len(answer.articles),
        positions=tuple(_position(answer, n, ids[n], rows) for n in range(len(ids))),
        relations=tuple(
            Relation(a=ids[a], b=ids[b], verdict=found.verdict, axis=found.axis, reason=found.reason)
            for (a, b), found in answer.relations.items()
        ),
        changes=changes(question.facts),
        claims=tuple(
            ComparedClaim.model_construct(**dict(rows[f.id]), position=position[f.id], origin=answer.origins[f.id].id)
            for f in answer.facts if f.id in rows
        ),
    )  # fmt: skip


def _position(answer: Answer, n: int, identifier: str, rows: Mapping[str, ClaimRow]) -> Position:
    held = answer.held[n]
    return Position(
        id=identifier, text=_text(held, rows), value=held.fact.value, low=held.fact.low, high=held.fact.high,
        origins=len({answer.origins[f.id].id for f in held.facts}), articles=len({f.article for f in held.facts}),
        first=held.first, last=held.last, denied=held.denied, holders=tuple(p.name for p in held.holders()),
        claims=tuple(f.id for f in held.facts), parts=tuple(answer.parts.get(n, ())),
    )  # fmt: skip


def _text(held: Held, rows: Mapping[str, ClaimRow]) -> str:
    """Return the article's own phrase, in one line."""
    row = next((rows[f.id] for f in held.facts if f.id in rows), None)
    return " ".join(row.text.split()) if row else number_of(held.fact)


def _event(answer: Answer) -> GroupEvent | None:
    event = answer.question.scope.event
    if event is None:
        return None
    places = answer.question.places
    place = min(places)[0] if len(places) == 1 else event.place
    return GroupEvent(what=event.what, place=place, from_=event.from_, to=event.to)


def _label(answer: Answer, thing: str, whose: str | None, event: GroupEvent | None) -> str:
    what = f"in the {event.what}" if event and event.what else None
    words = [thing if what is None else f"{thing} {what}", whose]
    words += [event.place, day(event.from_)] if event else []
    words.append(STANDINGS.get(answer.standing))
    return ", ".join(word for word in words if word)


def _origins(answers: Iterable[Answer]) -> tuple[ComparedOrigin, ...]:
    articles: dict[str, set[str]] = {}
    found: dict[str, ComparedOrigin] = {}
    for answer in answers:
        for fact in answer.question.facts:
            origin = answer.origins[fact.id]
            found[origin.id] = origin
            articles.setdefault(origin.id, set()).add(fact.article)
    ordered = sorted(found.values(), key=lambda o: (-len(articles[o.id]), o.name))
    return tuple(origin.model_copy(update={"articles": tuple(sorted(articles[origin.id]))}) for origin in ordered)
