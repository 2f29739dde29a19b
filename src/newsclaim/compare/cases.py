"""Cases and infections: people who are ill where a story tells of an illness, elsewhere whatever a court tries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsclaim.lexicon import load
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context

_ILL = "people-ill"


def stories_of_illness(facts: Iterable[Fact], contexts: Mapping[str, Context]) -> set[str]:
    """Return the stories in which people are ill by somebody's count, or which tell of an outbreak."""
    ill = {contexts[fact.article].story for fact in facts if fact.class_ == _ILL}
    names = load("compare")["labels"]["illnesses"]
    return ill | {c.story for c in contexts.values() if c.event and c.event.what in names}


def of_illness(facts: Iterable[Fact], stories: set[str], contexts: Mapping[str, Context]) -> Iterator[Fact]:
    """Yield claims; cases of no class count people who are ill where their story tells of an illness."""
    nouns = load("compare")["labels"]["cases"]
    for fact in facts:
        is_case = fact.class_ == "other" and fact.unit is None and fact.counted in nouns
        yield replace(fact, class_=_ILL) if is_case and contexts[fact.article].story in stories else fact
