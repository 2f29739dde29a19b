"""A finding as a mark puts it right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from newsclaim.errors import InputError
from newsclaim.models import Actor, ActorKind, Mention, NumericClaim, Place, Quote, Source
from newsclaim.models.mark import CORRECTABLE, Mark
from newsclaim.names.countries import country_of
from newsclaim.text import fold, stable_id

Finding = Quote | NumericClaim
#: Says that nobody is credited, or that a field is empty.
_NOTHING = {"", "none", "nobody", "-"}


def local_id(article: str, name: str) -> str:
    """Return the id under which an article knows somebody whom only a mark names."""
    return stable_id("a", "marked", article, name)


def is_nobody(said: str) -> bool:
    """Tell whether a mark says that nobody is credited."""
    return said in _NOTHING


def named_only_here(name: str) -> Actor:
    """Return the actor of the corpus for somebody whom no article names, only a mark."""
    kind: ActorKind = "group" if name[0].islower() else "person"
    return Actor(id=stable_id("a", "marked", fold(name)), name=name, kind=kind)


def is_named_only_here(actor: Actor) -> bool:
    """Tell whether an actor is known from marks alone."""
    return actor.id == stable_id("a", "marked", fold(actor.name))


def corrected(finding: Finding, mark: Mark, known: Mapping[str, str]) -> Finding:
    """Return the finding with the fields of the mark; `known` are names that are actors, with the name to show.

    Raises:
        InputError: a field cannot hold what the mark says.
    """
    values: dict[str, Any] = {}
    for name, said in mark.fields.items():
        if name not in CORRECTABLE[mark.kind]:
            raise InputError(
                f"a mark cannot put {name!r} of a {mark.kind} right; it can: {', '.join(CORRECTABLE[mark.kind])}."
            )
        values |= _FIELDS.get(name, _plain(name))(finding, said.strip(), _Naming(mark.article, known))
    try:
        return type(finding).model_validate(finding.model_dump(by_alias=False) | values)
    except ValidationError as error:
        what = error.errors()[0]
        raise InputError(f"a mark says of {finding.id} what cannot be: {what['loc'][0]}: {what['msg']}.") from error


class _Naming:
    """Who is meant by a name."""

    def __init__(self, article: str, known: Mapping[str, str]) -> None:
        self._article = article
        self._known = known

    def mention(self, name: str, place: Mention | Quote | NumericClaim) -> dict[str, Any]:
        """Return the mention of somebody where the article mentions whom it was taken for."""
        where = place.spans[0] if isinstance(place, Quote) else place
        known = name in self._known
        return {
            "start": where.start, "end": where.end, "text": where.text,
            "actor": local_id(self._article, name) if known else None, "name": self._known.get(name, name),
            "how": place.how if isinstance(place, Mention) else "name",
        }  # fmt: skip


def _speaker(quote: Finding, said: str, naming: _Naming) -> dict[str, Any]:
    if not isinstance(quote, Quote) or said in _NOTHING:
        return {"speakers": ()}
    place = quote.speakers[0] if quote.speakers else quote
    return {"speakers": (naming.mention(said, place),)}


def _stance(quote: Finding, said: str, naming: _Naming) -> dict[str, Any]:  # noqa: ARG001 - all have one shape
    cue = quote.cue if isinstance(quote, Quote) else None
    return {"cue": cue.model_dump() | {"stance": said}} if cue else {}


def _source(claim: Finding, said: str, naming: _Naming) -> dict[str, Any]:
    if not isinstance(claim, NumericClaim) or said in _NOTHING:
        return {"sources": ()}
    before = claim.sources[-1] if claim.sources else None
    mention = naming.mention(said, before or claim)
    cue = before.cue if isinstance(before, Source) and before.cue else None
    return {"sources": (*claim.sources[:-1], mention | {"cue": cue.model_dump() if cue else None})}


def _whose(claim: Finding, said: str, naming: _Naming) -> dict[str, Any]:
    if not isinstance(claim, NumericClaim) or said in _NOTHING:
        return {"whose": None}
    return {"whose": naming.mention(said, claim.whose or claim)}


def _place(claim: Finding, said: str, naming: _Naming) -> dict[str, Any]:  # noqa: ARG001 - all have one shape
    if not isinstance(claim, NumericClaim) or said in _NOTHING:
        return {"place": None}
    where = claim.place or claim
    return {"place": Place(start=where.start, end=where.end, text=where.text, name=said, country=country_of(said))}


def _value(claim: Finding, said: str, naming: _Naming) -> dict[str, Any]:  # noqa: ARG001 - all have one shape
    try:
        value = float(said.replace(",", ""))
    except ValueError as error:
        raise InputError(f"a mark says the value {said!r} of {claim.id}, which is no number.") from error
    hedge = claim.qualifier if isinstance(claim, NumericClaim) else "exact"
    low = value if hedge in {"exact", "at_least", "more_than"} else None
    high = value if hedge in {"exact", "at_most", "less_than"} else None
    return {"value": value, "low": low, "high": high}


def _plain(name: str) -> Callable[[Finding, str, _Naming], dict[str, Any]]:
    key = "class_" if name == "class" else name
    return lambda _finding, said, _naming: {key: said}


_FIELDS: dict[str, Callable[[Finding, str, _Naming], dict[str, Any]]] = {
    "speaker": _speaker, "stance": _stance, "source": _source, "whose": _whose, "place": _place, "value": _value,
}  # fmt: skip
