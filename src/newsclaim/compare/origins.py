"""Where the claims of a comparison come from in the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newsclaim.models.comparison import ComparedOrigin
from newsclaim.models.fact import Fact
from newsclaim.models.story import Context
from newsclaim.text import stable_id

Kind = Literal["named", "agency", "copy", "own-voice", "unnamed"]
#: Words for sources that nobody is named by.
_NOBODY = frozenset({"source", "sources", "official", "officials", "reports", "media", "estimates", "witnesses"})


def origin_of(fact: Fact, contexts: Mapping[str, Context]) -> ComparedOrigin:
    """Return the origin of a claim: who is named last, else the agency or the article that its article copies."""
    if fact.sources:
        source = fact.sources[-1]
        named = source.id is not None or source.name.casefold().split()[-1] not in _NOBODY
        return _origin("named" if named else "unnamed", source.name)
    context = contexts.get(fact.article)
    if context and context.agency:
        return _origin("agency", context.agency)
    if context and context.copy_of:
        return _origin("copy", context.copy_of)
    return _origin("own-voice", fact.outlet or fact.article)


def _origin(kind: Kind, name: str) -> ComparedOrigin:
    return ComparedOrigin(id=stable_id("o", name.casefold()), name=name, kind=kind)
