"""Which claims without class stand where a claim of a topic may tell what they count: most are far from all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from newsclaim.compare.carried import ANEW, kinds_of_people, rare_number
from newsclaim.lexicon import load
from newsclaim.models.fact import Fact, Unnamed
from newsclaim.models.story import Context


class Near:
    """What the claims of a topic tell, to see which claims without class some rule may take: most are far from all.

    Cases are people who are ill where the story tells so.
    """

    def __init__(self, facts: Iterable[Fact], contexts: Mapping[str, Context]) -> None:
        """Take the claims of a topic in."""
        self._numbers: dict[str, set[float]] = {}
        self._places: dict[str, list[int]] = {}
        self._crowds: set[str] = set()
        for fact in facts:
            story = contexts[fact.article].story
            self._places.setdefault(fact.article, []).append(fact.position)
            if (number := rare_number(fact)) is not None:
                self._numbers.setdefault(story, set()).add(number)
            if fact.class_ in {"protesters", "people-displaced"}:
                self._crowds.add(story)

    def chosen(self, claims: Iterable[Unnamed]) -> list[int]:
        """Return the numbers of the claims that a rule may take: by their noun, and by number or where they stand.

        Who is taken by his number is counted anew further on, so all that stand near one another go together.
        """
        kinds, cases = kinds_of_people() | {None}, set(load("compare")["labels"]["cases"])
        found, left = list[int](), defaultdict[str, list[Unnamed]](list)
        for claim in claims:
            if claim.counted in cases or (claim.counted in kinds and claim.story in self._crowds):
                found.append(claim.number)
            elif claim.counted in kinds:
                left[claim.article].append(claim)
        for article, some in left.items():
            found += self._beside(self._places.get(article, ()), some)
        return found

    def _beside(self, places: Sequence[int], claims: Sequence[Unnamed]) -> Iterator[int]:
        """Yield the numbers of claims of an article that stand near those of the topic, or by their numbers."""
        if not places and not any(map(self._is_told, claims)):
            return
        for run in _runs([*((place, None) for place in places), *((claim.position, claim) for claim in claims)]):
            if any(claim is None or self._is_told(claim) for claim in run):
                yield from (claim.number for claim in run if claim is not None)

    def _is_told(self, claim: Unnamed) -> bool:
        number = claim.low if claim.low is not None else claim.high
        return number in self._numbers.get(claim.story, ())


def _runs(placed: Iterable[tuple[int, Unnamed | None]]) -> Iterator[list[Unnamed | None]]:
    """Yield what stands near one another, in the order of the text; None stands for a claim of the topic."""
    run, before = list[Unnamed | None](), -ANEW
    for place, claim in sorted(placed, key=itemgetter(0)):
        if run and place - before > ANEW:
            yield run
            run = []
        run.append(claim)
        before = place
    if run:
        yield run
