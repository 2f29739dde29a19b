"""Where the claims of a question come from in the end: who stands behind them, however many outlets print them.

The last one named counts: of "Reuters, citing lawmakers" the lawmakers. An outlet that is named leads on to what it
printed itself, where that is among the claims; outlets that lead to one another in a circle are one origin that nobody
stands behind. Where nobody is named, it is the agency that the article credits, the article whose text or passage it
is, or the outlet's own word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsclaim.lexicon import words
from newsclaim.models.comparison import ComparedOrigin
from newsclaim.models.fact import Fact, Party
from newsclaim.models.story import Context, OriginKind
from newsclaim.names.outlets import is_outlet, key_of, same_outlet
from newsclaim.text import stable_id


@dataclass(frozen=True, slots=True)
class Origins:
    """The claims of a question and their articles; `of` tells the origin of each."""

    facts: Sequence[Fact]
    contexts: Mapping[str, Context]

    def of(self, fact: Fact, before: tuple[str, ...] = ()) -> ComparedOrigin:
        """Return the origin of a claim; `before` are the outlets that have led to it."""
        if not fact.sources:
            return self._unsourced(fact)
        source = fact.sources[-1]
        if is_outlet(source.name):
            return self._printed_by(source.name, fact, before)
        if _is_named(source):
            return _origin("named", source.name, source.key)
        # Two outlets that cite officials need not have asked the same ones.
        through = self._unsourced(fact)
        return _origin("unnamed", source.name, f"{source.name.casefold()} {through.id}")

    def _printed_by(self, outlet: str, fact: Fact, before: tuple[str, ...]) -> ComparedOrigin:
        mine = fact.outlet or fact.article
        if same_outlet(outlet, mine):
            return self._unsourced(fact)
        if any(same_outlet(outlet, other) for other in before):
            circle = sorted({mine, *before})
            return _origin("unnamed", f"{' and '.join(circle)}, who cite one another", " ".join(circle).casefold())
        own = [
            other for other in self.facts
            if other.outlet and same_outlet(outlet, other.outlet) and other.number == fact.number
        ]  # fmt: skip
        if own:
            first = min(own, key=lambda other: (other.published or "9", other.article, other.position))
            return self.of(first, (*before, mine))
        return _origin("agency", outlet, key_of(outlet))

    def _unsourced(self, fact: Fact) -> ComparedOrigin:
        """Return whose word it is where nobody is named: the agency's, that of the article it copies, the outlet's."""
        context, seen = self.contexts.get(fact.article), {fact.article}
        while context and not context.agency and context.copy_of and context.copy_of not in seen:
            seen.add(context.copy_of)
            original = self.contexts.get(context.copy_of)
            if original is None:
                return _origin("copy", context.copy_of, context.copy_of)
            context = original
        if context and context.agency:
            return _origin("agency", context.agency, key_of(context.agency))
        carried = self._carried(fact, context)
        if carried:
            return self._unsourced(carried)
        if context and context.article != fact.article:
            outlet = self._outlet_of(context.article)
            return _origin("copy", outlet or context.article, key_of(outlet) if outlet else context.article)
        return _origin("own-voice", fact.outlet or fact.article, key_of(fact.outlet) if fact.outlet else fact.article)

    def _carried(self, fact: Fact, context: Context | None) -> Fact | None:
        """Return the claim that a passage was taken with: the same one in an earlier article that shares a passage."""
        shared = {share.article for share in context.shares} if context else set()
        same = [
            other for other in self.facts
            if other.article in shared and not other.sources
            and _told(other) == _told(fact) and _when(other) < _when(fact)
        ]  # fmt: skip
        return min(same, key=_when, default=None)

    def _outlet_of(self, article: str) -> str | None:
        return next((fact.outlet for fact in self.facts if fact.article == article), None)


def origins(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> dict[str, ComparedOrigin]:
    """Return the origin of each claim of a question, by the claim's id.

    Claims of one origin share its id: an agency that one article credits and that printed the number itself is one.
    """
    known = Origins(tuple(facts), contexts)
    return {fact.id: known.of(fact) for fact in known.facts}


def _told(fact: Fact) -> tuple[object, ...]:
    return fact.number, fact.qualifier, fact.class_, fact.counted, fact.event


def _when(fact: Fact) -> tuple[str, str]:
    """Return by what is told which of two articles was first: the day, else the smaller id."""
    return fact.published or "9", fact.article


def _is_named(source: Party) -> bool:
    return source.id is not None or source.name.casefold().split()[-1] not in words("stories", "nobody")


def _origin(kind: OriginKind, name: str, key: str) -> ComparedOrigin:
    return ComparedOrigin(id=stable_id("o", key), name=name, kind=kind)
