"""Answers → the models of the contract, with labels in the articles' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from newsclaim.compare.answers import Answer, Compared
from newsclaim.compare.axes import counted
from newsclaim.compare.best import best_of
from newsclaim.compare.changes import changes
from newsclaim.compare.inhand import Stance, is_narrower, stance_of
from newsclaim.compare.wording import STANDINGS, day, in_event, number_of, phrase_of, stretch, thing_of
from newsclaim.models import NumericClaim
from newsclaim.models.comparison import (
    Asked,
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
from newsclaim.models.topic import Topic
from newsclaim.text import stable_id


def comparison(
    topic: Topic, compared: Compared, rows: Mapping[str, ClaimRow], best: BestRule | None = None,
    claim: NumericClaim | None = None,
) -> Comparison:  # fmt: skip
    """Return the comparison as JSON has it, named by the topic's title.

    Args:
        topic: its definition.
        compared: the answers.
        rows: claim rows by id; claims without a row are left out of `claims`, not of the counts.
        best: the rule by which one number is chosen for each question.
        claim: a claim in hand; each group then tells which of its positions say the same.
    """
    answers = compared.answers
    return Comparison(
        topic=topic.title,
        title=topic.title,
        size=len(answers),
        groups=tuple(group_of(answer, rows, best, claim) for answer in answers),
        origins=_origins(answers),
        asked=Asked(text=topic.title, value=claim.value, low=claim.low, high=claim.high) if claim else None,
        left_out=tuple(
            LeftOut(reason=r, claim=rows[claim_id]) for r, claim_id in compared.left_out if claim_id in rows
        ),
    )


def group_of(
    answer: Answer, rows: Mapping[str, ClaimRow], best: BestRule | None = None, claim: NumericClaim | None = None
) -> Group:
    """Return one question with everything that answers it."""
    question = answer.question
    ids = [stable_id("p", answer.id, number_of(held.fact), held.denied) for held in answer.held]
    position = {fact.id: ids[n] for n, held in enumerate(answer.held) for fact in held.facts}
    bounds = [n for held in answer.held if held.fact.form != "vague" for n in held.fact.number if n is not None]
    thing, whose, event = thing_of(question.facts, _kinds(answer)), _whose(answer), _event(answer)
    stances = dict(zip(ids, _stances(answer, claim), strict=False))
    return Group(
        id=answer.id, label=label_of(answer), thing=thing, whose=whose, event=event,
        standing=answer.standing, low=min(bounds, default=None), high=max(bounds, default=None),
        best=best_of(answer.held, best), verdict=answer.verdict, reason=answer.reason,
        origins=len({o.id for o in answer.origins.values()}), articles=len(answer.articles),
        positions=tuple(_position(answer, n, ids[n], rows) for n in range(len(ids))),
        relations=tuple(
            Relation(a=ids[a], b=ids[b], verdict=found.verdict, axis=found.axis, reason=found.reason)
            for (a, b), found in answer.relations.items()
        ),
        changes=changes(question.facts),
        said_so=_standing(stances, "so"), not_excluded=_standing(stances, "open"),
        notes=tuple(_notes(answer)),
        claims=tuple(
            ComparedClaim.model_construct(**dict(rows[f.id]), position=position[f.id], origin=answer.origins[f.id].id)
            for f in answer.facts if f.id in rows
        ),
    )  # fmt: skip


def _position(answer: Answer, n: int, identifier: str, rows: Mapping[str, ClaimRow]) -> Position:
    held = answer.held[n]
    phrases = {fact.id: rows[fact.id].text for fact in held.facts if fact.id in rows}
    return Position(
        id=identifier, text=phrase_of(held, phrases), value=held.fact.value, low=held.fact.low, high=held.fact.high,
        qualifier=held.fact.qualifier,
        origins=len({answer.origins[f.id].id for f in held.facts}), articles=len({f.article for f in held.facts}),
        first=held.first, last=held.last, denied=held.denied, superseded=n in answer.superseded,
        holders=tuple(p.name for p in held.holders()), claims=tuple(f.id for f in held.facts),
        parts=tuple(answer.parts.get(n, ())),
    )  # fmt: skip


def _event(answer: Answer) -> GroupEvent | None:
    """Return what happened as most articles of the story tell it, and where: by the claims themselves, else by them.

    What is counted on nobody's account (jobs, prices) has a place too, so that a reader knows of what it is told.
    """
    event, story = answer.question.scope.event, answer.story
    if event is None:
        return None
    own = Counter(fact.place for fact in answer.question.facts if fact.place)
    place = max(own, key=lambda name: (own[name], name)) if own else None
    if place is None and (answer.question.bound or _whose(answer) is None):
        place = event.place or (story.place if story else None)
    return GroupEvent(what=(story.what if story else None) or event.what, place=place, from_=event.from_, to=event.to)


def _whose(answer: Answer) -> str | None:
    """Return whose the things are as most claims that say so have it, of several the one told first."""
    told = Counter(fact.whose.name for fact in answer.question.facts if fact.whose)
    return next((name for name, _ in told.most_common(1)), None)


def _kinds(answer: Answer) -> AbstractSet[str]:
    """Return the kinds that are counted, none where most claims do not say: what one calls women are people."""
    facts = answer.question.facts
    told = sum(counted.kind_of(fact) is not None for fact in facts)
    return answer.question.kinds if 2 * told >= len(facts) else frozenset()


def _notes(answer: Answer) -> Iterator[str]:
    """Yield what a reader should know of who stands behind the numbers."""
    yield from sorted(
        {f"{origin.name}." for origin in answer.origins.values() if origin.name.endswith("cite one another")}
    )
    for held in answer.held:
        if len(answer.held) > 1 and all(answer.origins[f.id].kind in {"own-voice", "unnamed"} for f in held.facts):
            yield f"Nobody is named for {number_of(held.fact)}."


def _stances(answer: Answer, claim: NumericClaim | None) -> list[Stance]:
    """Return how the positions stand to a claim in hand, nothing where there is none."""
    if claim is None:
        return []
    narrower = is_narrower(answer, claim)
    return [stance_of(held, claim, narrower=narrower) for held in answer.held]


def _standing(stances: Mapping[str, Stance], wanted: Stance) -> tuple[str, ...]:
    """Return the ids of the positions that stand so."""
    return tuple(identifier for identifier, stance in stances.items() if stance == wanted)


def label_of(answer: Answer) -> str:
    """Return a question in words: "people killed in the fire, Oldport, 17 September 2024"."""
    thing, event = thing_of(answer.question.facts, _kinds(answer)), _event(answer)
    bound = answer.question.bound
    what = in_event(answer.question.facts[0].class_, event.what) if event else ""
    words: list[str | None] = [answer.question.section, f"{thing}{what}", _whose(answer)]
    if event:
        is_long = answer.question.scope.is_long or (answer.question.scope.earlier and event.from_ != event.to)
        when = stretch(event.from_, event.to) if is_long else day(event.from_)
        words += [event.place, when if bound else None]
    words.append(STANDINGS.get(answer.standing))
    return ", ".join(dict.fromkeys(word for word in words if word))


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
