"""Numbers told without what they count: they count what the same number counts elsewhere in the story.

"Police put it at 65,000", "the unions spoke of 200,000", "climbs to 61": such a claim has no class and no noun of its
own. Each rule has a name, and cases in the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from newsclaim.compare.axes import amount
from newsclaim.compare.axes.counted import generic, kind_of
from newsclaim.compare.question import RARE
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context

#: Characters between two numbers that stand in one sentence or in two short ones.
_BESIDE = 80
#: Families of nouns that are no people.
_THINGS = frozenset({"homes", "vehicles", "jobs", "ships"})
#: A crowd is hardly smaller.
_CROWD = 100
#: So many people are the same ones, whatever else the article tells of them.
_MANY = 1000
#: Characters between a number and another count of the same, a sentence or two on.
ANEW = 250
#: Characters in a list of kinds.
_LISTED = 60
#: So many times as many are those who were told to go as those who went.
_AS_MANY = 2


@dataclass(slots=True)
class Story:
    """What the claims of a topic in one story count: by number, and by article."""

    numbers: dict[float, list[Fact]] = field(default_factory=dict)
    articles: dict[str, list[Fact]] = field(default_factory=dict)

    def add(self, fact: Fact) -> None:
        """Take a claim of the topic in."""
        self.articles.setdefault(fact.article, []).append(fact)
        number = rare_number(fact)
        if number is not None:
            self.numbers.setdefault(number, []).append(fact)


def carried(facts: Iterable[Fact], others: Sequence[Fact], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield those of the other claims that count what claims of a topic count, with that class, unit and noun.

    Args:
        facts: the claims of the topic.
        others: claims of the same stories that tell no class.
        contexts: of each article its story and event.
    """
    stories: dict[str, Story] = {}
    for fact in facts:
        stories.setdefault(contexts[fact.article].story, Story()).add(fact)
    left = [
        fact for fact in others if fact.class_ == "other" and fact.unit is None and (not _noun(fact) or _is_kind(fact))
    ]
    taken = list(_taken(left, stories, contexts))
    # A title stands before what tells what it counts: the number that it has is known once its article has been read.
    yield from taken
    if taken:
        known = {fact.id for fact in taken}
        bare = [fact for fact in left if fact.counted is None and fact.id not in known]
        yield from _taken(bare, stories, contexts)


def _taken(left: Sequence[Fact], stories: dict[str, Story], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield the claims that some rule takes; what is taken tells later rules what others count."""
    for rule in RULES.values():
        found = [(fact, rule(fact, stories.get(contexts[fact.article].story) or Story(), contexts)) for fact in left]
        left = [fact for fact, model in found if model is None]
        for fact, model in found:
            if model is not None:
                own = _named(fact, model)
                stories.setdefault(contexts[fact.article].story, Story()).add(own)
                yield own


def same_number(fact: Fact, story: Story, _: Mapping[str, Context]) -> Fact | None:
    """The number stands for one thing in the story: "climbs to 61" where 61 people were killed."""
    number = None if _noun(fact) else rare_number(fact)
    models = [one for one in story.numbers.get(number, ()) if _fits(fact, one)] if number is not None else []
    if fact.counted and not _tells_nothing(fact, models):
        return None
    if len({(one.class_, one.unit) for one in models}) != 1:
        return None
    return min(models, key=lambda one: (one.article != fact.article, abs(one.position - fact.position), one.id))


def other_side(fact: Fact, story: Story, _: Mapping[str, Context]) -> Fact | None:
    """Two numbers side by side on the word of two: "police spoke of 65,000, the unions of 200,000 marchers"."""
    if _noun(fact) or (fact.event is not None and fact.event not in telling_verbs()):
        return None
    mine = {source.key for source in fact.sources}
    beside = [
        one for one in story.articles.get(fact.article, ())
        if abs(one.position - fact.position) <= _BESIDE and one.role == fact.role == "total" and _fits(fact, one)
        and mine and one.sources and mine.isdisjoint(source.key for source in one.sources)
    ]  # fmt: skip
    return min(beside, key=lambda one: (abs(one.position - fact.position), one.id), default=None)


def counted_anew(fact: Fact, story: Story, _: Mapping[str, Context]) -> Fact | None:
    """Somebody counts, puts or estimates what the article has just counted: "the union puts the number at 26,500"."""
    if _least(fact) < RARE or fact.form == "vague" or not fact.sources or fact.counted:
        return None
    if fact.event not in load("compare")["carried"]["counting"]:
        return None
    before = [
        one for one in story.articles.get(fact.article, ())
        if 0 < fact.position - one.position <= ANEW and one.role == fact.role == "total"
        and amount.times(fact, one) <= amount.VAGUE and not {s.key for s in fact.sources} & {s.key for s in one.sources}
    ]  # fmt: skip
    return max(before, key=lambda one: (one.position, one.id), default=None)


def crowd(fact: Fact, story: Story, contexts: Mapping[str, Context]) -> Fact | None:
    """People counted in the article of a march are those who march: "about 93,000 people were counted"."""
    event = contexts[fact.article].event
    if _least(fact) < _CROWD or fact.counted is None or _noun(fact) or event is None:
        return None
    if event.what not in load("compare")["carried"]["crowds"] or fact.event not in _attending():
        return None
    models = (one for facts in story.articles.values() for one in facts if one.class_ == "protesters")
    return min(models, key=lambda one: one.id, default=None)


def told_to_go(fact: Fact, story: Story, _: Mapping[str, Context]) -> Fact | None:
    """People who are told or ordered to do something where many were brought away: they were told to leave."""
    number = rare_number(fact)
    if number is None or number < _CROWD or _noun(fact) or fact.event not in load("compare")["carried"]["directing"]:
        return None
    away = [
        one for facts in story.articles.values() for one in facts
        if one.class_ == "people-displaced" and amount.times(fact, one) <= _AS_MANY
    ]  # fmt: skip
    return min(away, key=lambda one: (amount.times(fact, one), one.id), default=None)


def listed(fact: Fact, story: Story, _: Mapping[str, Context]) -> Fact | None:
    """A kind of people in a list of kinds: "43 of the dead were men, nine women and 20 children"."""
    if fact.event is not None or not _noun(fact) or fact.role != "total":
        return None
    before = [
        one for one in story.articles.get(fact.article, ())
        if 0 < fact.position - one.position <= _LISTED and one.class_.startswith("people-")
        and (one.role == "part" or kind_of(one) is not None)
    ]  # fmt: skip
    return max(before, key=lambda one: (one.position, one.id), default=None)


Rule = Callable[[Fact, Story, Mapping[str, Context]], Fact | None]
#: In the order in which they are asked.
RULES: dict[str, Rule] = {
    "same-number": same_number, "other-side": other_side, "counted-anew": counted_anew, "crowd": crowd,
    "told-to-go": told_to_go, "listed": listed,
}  # fmt: skip


def _named(fact: Fact, model: Fact) -> Fact:
    """Return a claim with what another one counts; a kind of people stays that kind."""
    counted = fact.counted if _noun(fact) and fact.counted != model.unit else model.counted
    return replace(fact, class_=model.class_, unit=model.unit, counted=counted, about=model.about or fact.about)


def _tells_nothing(fact: Fact, models: Iterable[Fact]) -> bool:
    """Whether the verb of a claim leaves open what happened to the people, or says what the others say.

    Of thousands it may say something else: 200,000 who live below a dam are those who were told to leave.
    """
    if fact.counted and models and (rare_number(fact) or 0) >= _MANY:
        return True
    return fact.event is None or fact.event in telling_verbs() or any(one.event in (None, fact.event) for one in models)


def rare_number(fact: Fact) -> float | None:
    """Return the number of a claim where it is hardly equal to another one by chance."""
    low, high = fact.number
    number = low if low is not None else high
    return number if number is not None and number >= RARE and fact.form == "point" else None


def _least(fact: Fact) -> float:
    """Return the least number that a claim may mean: of "thousands" one thousand."""
    low, high = fact.number
    return low or high or 0.0


def _noun(fact: Fact) -> bool:
    """Whether a claim tells by a noun what it counts."""
    return fact.counted is not None and fact.counted not in generic("people-killed")


@cache
def kinds_of_people() -> frozenset[str]:
    """Return the nouns for people, with those for kinds of people that are told apart."""
    return _people() | frozenset(load("compare")["told_apart"]["people"])


def _is_kind(fact: Fact) -> bool:
    """Whether a claim's noun tells a kind of people."""
    return fact.counted in kinds_of_people()


def _fits(fact: Fact, model: Fact) -> bool:
    """Whether a claim may count what another one counts: people are no trees and no money."""
    if fact.counted is None or model.class_.startswith("people-") or model.class_ in {"troops", "protesters"}:
        return True
    return model.class_ == "other" and model.counted in _people()


@cache
def _people() -> frozenset[str]:
    """Return the nouns for people."""
    families = load("compare")["families"]
    nouns = {noun for name, listed in families.items() if name not in _THINGS for noun in listed}
    return generic("people-killed") | nouns


@cache
def telling_verbs() -> frozenset[str]:
    """Return the verbs that only tell a number: "gave a toll", "reported"."""
    return frozenset(load("compare")["carried"]["verbs"])


@cache
def _attending() -> frozenset[str]:
    return telling_verbs() | frozenset(load("compare")["carried"]["attending"])
