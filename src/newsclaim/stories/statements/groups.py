"""Quotes → groups: one statement each, held together by its fullest rendering and not by chains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from newsclaim.models.statement import Likeness, Saying

#: What two wordings need to be one statement: part of the lighter one and weight in common, by who says it and how.
_SAME_SPEAKER, _OTHERS, _INDIRECT = (0.45, 12.0), (0.6, 18.0), (0.6, 18.0)
#: In articles of one story it is less likely that two people say the same.
_OTHERS_IN_STORY = (0.65, 12.0)
#: The same speaker also with nearly all of a light one; who is quoted so many days after, with nearly all only.
_NEARLY_ALL, _LIGHT, _LONG_AFTER = 0.75, 8.0, 30
#: A wording that mixes in the article's own words counts so much as the fullest one.
_RETOLD = 0.75
#: Of a rendering that has parts of two statements, one of them takes so much at most.
_MERGED = 1.15


@dataclass
class Form:
    """A wording with the quotes that have it."""

    form: int
    sayings: Sequence[Saying]

    @property
    def weight(self) -> float:
        """What its words weigh."""
        return self.sayings[0].weight

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Whom the articles credit with it."""
        return frozenset(speaker for saying in self.sayings for speaker in saying.speakers)

    @cached_property
    def stories(self) -> frozenset[int]:
        """The stories whose articles have it."""
        return frozenset(saying.story for saying in self.sayings if saying.story is not None)

    @cached_property
    def indirect(self) -> bool:
        """Whether every article reports it in its own words."""
        return all(saying.kind == "indirect" for saying in self.sayings)

    @cached_property
    def days(self) -> list[int]:
        """The days of the articles that have one, as numbers in order."""
        return sorted({date.fromisoformat(saying.published).toordinal() for saying in self.sayings if saying.published})

    @cached_property
    def place(self) -> tuple[float, str, int]:
        """The fullest first, a little less where no article has it as the speaker's own words; then the earliest."""
        direct = any(saying.kind == "direct" for saying in self.sayings)
        return (
            -self.weight * (1.0 if direct else _RETOLD),
            min(saying.published or "9" for saying in self.sayings),
            self.form,
        )


def groups(sayings: Iterable[Saying], likenesses: Iterable[Likeness]) -> list[list[Saying]]:
    """Return the statements that stand in two articles or more, of each the quotes, those of the fullest wording first.

    The fullest wordings are the heads of groups; each other one belongs to the head it has most in common with, and to
    a second one where it has parts of both. One that says much besides is the head of another group, too.
    """
    said: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        said[saying.form].append(saying)
    forms = {form: Form(form, several) for form, several in said.items()}
    members = _under_heads(forms, _links(forms, likenesses))
    placed = {form.form for group in members.values() for form in group[1:]}
    several = [group for group in members.values() if len(group) > 1 or group[0].form not in placed]
    found = [[saying for form in group for saying in form.sayings] for group in several]
    return [group for group in found if len({saying.article for saying in group}) > 1]


def _under_heads(forms: Mapping[int, Form], links: Mapping[int, Mapping[int, Likeness]]) -> dict[int, list[Form]]:
    """Return the wordings of each head, the head first."""
    members: dict[int, list[Form]] = {}
    bridges = {form for form in tuple(links) if _is_bridge(form, links)}
    for form in sorted(forms.values(), key=lambda form: (form.form in bridges, form.place)):
        heads = [(likeness, head) for head, likeness in links[form.form].items() if head in members]
        if not heads or max(_of(form.form, likeness) for likeness, _ in heads) < _NEARLY_ALL:
            members[form.form] = [form]
        for head in _heads(form.form, heads):
            members[head].append(form)
    return members


def _links(forms: Mapping[int, Form], likenesses: Iterable[Likeness]) -> dict[int, dict[int, Likeness]]:
    links: dict[int, dict[int, Likeness]] = defaultdict(dict)
    for one in likenesses:
        if one.a in forms and one.b in forms and _are_one(forms[one.a], forms[one.b], one):
            links[one.a][one.b] = links[one.b][one.a] = one
    return links


def _are_one(a: Form, b: Form, likeness: Likeness) -> bool:
    same = not a.speakers.isdisjoint(b.speakers)
    both = a.indirect and b.indirect
    if both and (likeness.apart or not same):
        return False
    share = max(likeness.of_a, likeness.of_b)
    if share >= _NEARLY_ALL and same and not both and likeness.weight >= _LIGHT:
        return True
    others = _OTHERS if a.stories.isdisjoint(b.stories) else _OTHERS_IN_STORY
    part, weight = _INDIRECT if both else _SAME_SPEAKER if same else others
    if _days_between(a, b) > _LONG_AFTER:
        part = _NEARLY_ALL
    return share >= part and likeness.weight >= weight


def _days_between(a: Form, b: Form) -> int:
    """Return how many days at least lie between two wordings; 0 where one has no date."""
    if not (a.days and b.days) or not set(a.days).isdisjoint(b.days):
        return 0
    return min(abs(x - y) for x in a.days for y in b.days)


def _is_bridge(form: int, links: Mapping[int, Mapping[int, Likeness]]) -> bool:
    """Whether a wording has parts of two others that say more than it does and have nothing in common."""
    fuller = [(other, one) for other, one in links[form].items() if _of(other, one) < _NEARLY_ALL]
    return any(
        other not in links[another] and _of(form, one) + _of(form, two) <= _MERGED
        for (other, one), (another, two) in combinations(fuller, 2)
    )


def _heads(form: int, heads: Sequence[tuple[Likeness, int]]) -> list[int]:
    """Return the heads that a wording belongs to: the one that has most of it, and one that has the rest."""
    if not heads:
        return []
    (best, head), *others = sorted(heads, key=lambda one: (-one[0].weight, one[1]))
    rest = [other for likeness, other in others if _of(form, likeness) + _of(form, best) <= _MERGED]
    return [head, *rest[:1]]


def _of(form: int, likeness: Likeness) -> float:
    return likeness.of_a if likeness.a == form else likeness.of_b
